namespace Hallbarhet.Group.Jobs;

/// <summary>What the jobs remember between runs; lives in the hidden library _system on the site, never on a disk.</summary>
public sealed record JobMemory
{
    /// <summary>How the key of ordered work begins that a host gave up; it is about no row and is not parked.</summary>
    public const string WorkPrefix = "Work/";

    public static JobMemory Empty { get; } = new();

    /// <summary>Version of the workspace that was last applied; null when it was never applied.</summary>
    public int? SchemaVersion { get; init; }

    /// <summary>Counted failures by "Job/Row/id".</summary>
    public IReadOnlyDictionary<string, Failure> Failures { get; init; } = new Dictionary<string, Failure>();

    /// <summary>Small facts by "Job/what", such as the fingerprint of a page or the week that was looked over.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();
}

/// <param name="Count">Runs in a row that failed.</param>
/// <param name="Message">The last error, in English, for IT.</param>
/// <param name="At">When it last failed (data time).</param>
public sealed record Failure(int Count, string Message, DateTimeOffset At);

/// <summary>Writes what the jobs remember and agrees on who works. All writes use ETags, so two instances cannot both win.</summary>
public interface IJobMemory
{
    /// <summary>Null when another instance holds the lease. Disposing gives it back. One that was not given back ends after its time.</summary>
    Task<IAsyncDisposable?> TryLeaseAsync(string job, TimeSpan atMost, CancellationToken ct);

    /// <summary>Adds, replaces or (null) removes failure counts.</summary>
    Task RememberAsync(IReadOnlyDictionary<string, Failure?> failures, CancellationToken ct);

    /// <summary>Adds, replaces or (null) removes a note; other notes stay as they are.</summary>
    Task NoteAsync(string key, string? value, CancellationToken ct);
}
