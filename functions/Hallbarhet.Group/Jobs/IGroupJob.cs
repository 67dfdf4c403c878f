namespace Hallbarhet.Group.Jobs;

/// <summary>
/// A job answers one question, "what is due now?", and knows how to do each thing it names. It never counts ticks: a missed,
/// late or doubled tick finds the same or nothing. The runner asks again under the lease before anything is done.
/// </summary>
public interface IGroupJob
{
    string Name { get; }

    /// <summary>The lists that <see cref="FindDueAsync"/> needs; read in one round trip.</summary>
    GroupList Reads { get; }

    /// <summary>Decides from the snapshot and the clock. At most one further round trip, and no writes.</summary>
    Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct);
}

/// <summary>One thing that is due.</summary>
/// <param name="Item">Stable name, such as "Meeting/3" or "M2/Meeting/3"; failures are counted by it.</param>
/// <param name="Do">Does it once. Throws a <see cref="JobException"/> when it cannot.</param>
public sealed record DueWork(string Item, Func<CancellationToken, Task> Do)
{
    /// <summary>The row that the work is about; its <see cref="Row.SystemMessage"/> tells people when the work is parked.</summary>
    public Row? About { get; init; }
}

/// <summary>What a run did, as hosts log and answer it.</summary>
public sealed record JobResult
{
    public required string Job { get; init; }

    public required JobOutcome Outcome { get; init; }

    /// <summary>Things done.</summary>
    public int Done { get; init; }

    /// <summary>Things left alone: parked, or changed by somebody meanwhile.</summary>
    public int Skipped { get; init; }

    public IReadOnlyList<FailedItem> Failed { get; init; } = [];

    /// <summary>In English, for IT, when <see cref="Outcome"/> needs a reason.</summary>
    public string? Reason { get; init; }
}

/// <param name="Item">As <see cref="DueWork.Item"/>.</param>
/// <param name="Message">In English, without personal data.</param>
public sealed record FailedItem(string Item, string Message);

public enum JobOutcome
{
    Idle,
    Done,

    /// <summary>Some items failed; the others were done.</summary>
    Partial,

    /// <summary>Another instance is at it.</summary>
    Busy,

    /// <summary>Jobs are paused, or the workspace has another schema version: nothing was done.</summary>
    Refused,

    Failed,
}
