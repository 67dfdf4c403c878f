using Hallbarhet.Hosting.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>The agenda, from draft to mail.</summary>
public sealed class Agenda(JobDesk desk)
{
    [Function(nameof(DraftAgendas))]
    public Task DraftAgendas([TimerTrigger("%DraftAgendasSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(DraftAgendas), ct);

    [Function(nameof(SendAgendas))]
    public Task SendAgendas([TimerTrigger("%SendAgendasSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(SendAgendas), ct);
}
