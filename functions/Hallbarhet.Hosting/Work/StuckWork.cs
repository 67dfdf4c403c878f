using Hallbarhet.Group.Jobs;
using Hallbarhet.Hosting.Jobs;

namespace Hallbarhet.Hosting.Work;

/// <summary>
/// Work that the queue gave up is remembered on the site beside the jobs' counted failures: Status tells it, and WeeklyDigest mails it to
/// IT once (M12). Ordered again and done, it is forgotten.
/// </summary>
public sealed class StuckWork(IGroupLists lists, IJobMemory memory, IHostClock clock)
{
    /// <param name="order">Null for a message that could not be read.</param>
    /// <param name="reason">What the last attempt said.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public async Task ShowAsync(WorkOrder? order, string? reason, CancellationToken ct)
    {
        await clock.ReadAsync(ct);
        var text = $"Given up by the queue: {reason ?? "no attempt left a reason."} Order it again when the cause is gone.";
        await memory.RememberAsync(new Dictionary<string, Failure?> { [Key(order)] = new(RunJob.RunsBeforeParking, text, clock.Time.GetUtcNow()) }, ct);
    }

    public async Task ForgetAsync(WorkOrder order, CancellationToken ct)
    {
        var known = (await lists.ReadAsync(GroupList.None, ct)).Memory.Failures;
        if (known.ContainsKey(Key(order))) await memory.RememberAsync(new Dictionary<string, Failure?> { [Key(order)] = null }, ct);
    }

    private static string Key(WorkOrder? order) => JobMemory.WorkPrefix + (order?.Name() ?? "unreadable");
}
