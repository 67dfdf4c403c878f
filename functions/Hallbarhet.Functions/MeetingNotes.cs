using Hallbarhet.Hosting.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>The notes, from draft to mail.</summary>
public sealed class MeetingNotes(JobDesk desk)
{
    [Function(nameof(DraftNotes))]
    public Task DraftNotes([TimerTrigger("%DraftNotesSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(DraftNotes), ct);

    [Function(nameof(PublishNotes))]
    public Task PublishNotes([TimerTrigger("%PublishNotesSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(PublishNotes), ct);
}
