using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Tests.Building;

public sealed class PaperMemory(PaperCalls calls, TimeProvider time) : IJobMemory
{
    public JobMemory Current { get; set; } = new() { SchemaVersion = 1 };

    private readonly Dictionary<string, DateTimeOffset> leases = [];

    /// <summary>Another instance is at the job until then.</summary>
    public void LeaseElsewhere(string job, DateTimeOffset until) => leases[job] = until;

    public Task<IAsyncDisposable?> TryLeaseAsync(string job, TimeSpan atMost, CancellationToken ct) =>
        calls.PassAsync<IAsyncDisposable?>("Memory.Lease", () =>
        {
            if (leases.TryGetValue(job, out var until) && until > time.GetUtcNow()) return null;
            leases[job] = time.GetUtcNow() + atMost;
            return new Lease(() => leases.Remove(job));
        });

    public Task RememberAsync(IReadOnlyDictionary<string, Failure?> failures, CancellationToken ct) =>
        calls.PassAsync("Memory.Remember", () =>
        {
            var all = Current.Failures.ToDictionary();
            foreach (var (key, failure) in failures)
            {
                if (failure is null) all.Remove(key);
                else all[key] = failure;
            }

            Current = Current with { Failures = all };
            calls.Wrote();
            return 0;
        });

    public Task NoteAsync(string key, string? value, CancellationToken ct) => calls.PassAsync("Memory.Note", () =>
    {
        var all = Current.Notes.ToDictionary();
        if (value is null) all.Remove(key);
        else all[key] = value;
        Current = Current with { Notes = all };
        calls.Wrote();
        return 0;
    });

    private sealed class Lease(Action giveBack) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            giveBack();
            return ValueTask.CompletedTask;
        }
    }
}
