using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Tests.Building;

public sealed class PaperCalendar(PaperCalls calls) : IMeetingCalendar
{
    private readonly Dictionary<string, PaperEvent> events = [];

    public IReadOnlyList<PaperEvent> Events => [.. events.Values];

    /// <summary>What people answered, by address; others have not answered.</summary>
    public Dictionary<string, InvitationAnswer> Answers { get; } = [];

    public Task<string> InviteAsync(MeetingFacts meeting, IReadOnlyList<MailAddress> attendees, string bodyHtml, CancellationToken ct) =>
        calls.PassAsync("Calendar.Invite", () =>
        {
            if (events.Values.FirstOrDefault(e => e.Meeting.Key == meeting.Key) is { } there) return there.Id;
            var id = $"event-{events.Count + 1}";
            events[id] = new(id) { Meeting = meeting, Attendees = Addresses(attendees), Body = bodyHtml };
            calls.Wrote();
            return id;
        });

    public Task MoveAsync(string eventId, MeetingFacts meeting, CancellationToken ct) =>
        ChangeAsync("Calendar.Move", eventId, e => e with { Meeting = meeting, Moves = e.Moves + 1 });

    public Task SetAttendeesAsync(string eventId, IReadOnlyList<MailAddress> attendees, CancellationToken ct) =>
        ChangeAsync("Calendar.SetAttendees", eventId, e => e with { Attendees = Addresses(attendees) });

    public Task CancelAsync(string eventId, string comment, CancellationToken ct) =>
        ChangeAsync("Calendar.Cancel", eventId, e => e with { CancelledWith = comment });

    public Task<IReadOnlyDictionary<string, IReadOnlyList<Invitee>>> ReadAsync(IReadOnlyCollection<string> eventIds, CancellationToken ct) =>
        calls.PassAsync<IReadOnlyDictionary<string, IReadOnlyList<Invitee>>>("Calendar.Read", () => eventIds
            .Where(events.ContainsKey)
            .ToDictionary(id => id, id => (IReadOnlyList<Invitee>)
                [.. events[id].Attendees.Select(a => new Invitee(a, Answers.GetValueOrDefault(a)))]));

    private Task<int> ChangeAsync(string call, string eventId, Func<PaperEvent, PaperEvent> change) => calls.PassAsync(call, () =>
    {
        events[eventId] = change(events[eventId]);
        calls.Wrote();
        return 0;
    });

    private static string[] Addresses(IReadOnlyList<MailAddress> attendees) => [.. attendees.Select(a => a.Address)];
}

public sealed record PaperEvent(string Id)
{
    public required MeetingFacts Meeting { get; init; }

    public required IReadOnlyList<string> Attendees { get; init; }

    public required string Body { get; init; }

    public int Moves { get; init; }

    public string? CancelledWith { get; init; }
}
