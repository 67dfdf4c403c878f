using Hallbarhet.Hosting.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>What should simply be in order, and whether the site still is as it was made.</summary>
public sealed class Upkeep(JobDesk desk)
{
    [Function(nameof(CheckDrift))]
    public Task CheckDrift([TimerTrigger("%CheckDriftSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(CheckDrift), ct);

    [Function(nameof(Housekeeping))]
    public Task Housekeeping([TimerTrigger("%HousekeepingSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(Housekeeping), ct);
}
