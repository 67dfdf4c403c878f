using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>A write as it took effect: when by the wall clock, in whose name (null for the tenant's own interface and uploads), what.</summary>
internal sealed record JournalEntry(DateTimeOffset At, string? Caller, TenantRequest Request);

/// <summary>
/// Every write in the order in which it took effect. Ids are seeded and the clock's moves are in it too, so doing them again gives
/// the same state: nothing else needs to be saved.
/// </summary>
internal sealed class Journal(TimeProvider wire) : IDisposable
{
    private static readonly string[] Kept = ["Content-Type", "Content-Range", "If-Match", "Prefer", "X-HTTP-Method", "Accept"];

    private readonly Lock gate = new();
    private readonly List<JournalEntry> all = [];

    /// <summary>Where it is kept across starts, when the tenant has a state folder.</summary>
    public JournalFile? File { get; private set; }

    public int Count
    {
        get
        {
            lock (gate) return all.Count;
        }
    }

    public void Write(TenantRequest request, Caller? caller)
    {
        if (caller?.IsReplay == true || request.IsReplay) return;
        var entry = new JournalEntry(wire.GetUtcNow(), caller?.Name, Bare(request));
        lock (gate) all.Add(entry);
        File?.Write(entry);
    }

    public IReadOnlyList<JournalEntry> From(int index)
    {
        lock (gate) return all.GetRange(index, all.Count - index);
    }

    /// <summary>Takes over what a file kept, and keeps in it what is written from now on.</summary>
    public void Open(JournalFile file)
    {
        lock (gate) all.AddRange(file.Earlier);
        File = file;
    }

    public void Dispose() => File?.Dispose();

    /// <summary>Only what decides the outcome.</summary>
    private static TenantRequest Bare(TenantRequest request) => new()
    {
        Method = request.Method,
        Url = request.Path,
        Path = request.Path,
        QueryText = request.QueryText,
        Headers = Kept.Where(request.Headers.ContainsKey)
            .ToDictionary(n => n, n => request.Headers[n], StringComparer.OrdinalIgnoreCase),
        Body = request.Body,
        IsReplay = true,
    };
}
