using System.Collections.Concurrent;

namespace Hallbarhet.Hosting.Work;

/// <summary>For a host that is one process: what it was doing is forgotten when it stops, and can be ordered again.</summary>
public sealed class MemoryWorkStore : IWorkStore
{
    private readonly ConcurrentDictionary<Guid, WorkStatus> known = new();

    public Task SaveAsync(WorkStatus status, CancellationToken ct)
    {
        known[status.Id] = status;
        return Task.CompletedTask;
    }

    public Task<WorkStatus?> FindAsync(Guid id, CancellationToken ct) => Task.FromResult(known.GetValueOrDefault(id));
}
