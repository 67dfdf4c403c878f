using Hallbarhet.Hosting.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>The year and each meeting of it.</summary>
public sealed class Meetings(JobDesk desk)
{
    [Function(nameof(PlanYear))]
    public Task PlanYear([TimerTrigger("%PlanYearSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(PlanYear), ct);

    [Function(nameof(PrepareMeetings))]
    public Task PrepareMeetings([TimerTrigger("%PrepareMeetingsSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(PrepareMeetings), ct);
}
