using Hallbarhet.Hosting.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>Decisions and actions, on the board too.</summary>
public sealed class Actions(JobDesk desk)
{
    [Function(nameof(SyncActions))]
    public Task SyncActions([TimerTrigger("%SyncActionsSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(SyncActions), ct);
}
