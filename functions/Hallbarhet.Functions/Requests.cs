using Hallbarhet.Hosting.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>What people asked for with a button.</summary>
public sealed class Requests(JobDesk desk)
{
    [Function(nameof(ReactToRequests))]
    public Task ReactToRequests([TimerTrigger("%ReactToRequestsSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(ReactToRequests), ct);
}
