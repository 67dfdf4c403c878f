using Hallbarhet.Hosting.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>What waits for one person.</summary>
public sealed class Reminders(JobDesk desk)
{
    [Function(nameof(RemindPeople))]
    public Task RemindPeople([TimerTrigger("%RemindPeopleSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(RemindPeople), ct);
}
