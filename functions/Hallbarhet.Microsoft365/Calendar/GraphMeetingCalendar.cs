using System.Globalization;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Mail;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Events;

namespace Hallbarhet.Microsoft365.Calendar;

/// <summary>
/// Meetings as events of the service mailbox. Exchange itself mails the attendees, past every redirection of ours:
/// so until mail is live an event has none.
/// </summary>
public sealed class GraphMeetingCalendar(Microsoft365Connection connection, MailPolicy policy, GroupSettings settings) : IMeetingCalendar
{
    // Windows' name for Stockholm's zone; not every name of the IANA list is accepted.
    private const string Zone = "W. Europe Standard Time";

    private readonly PortErrors errors = new(
        $"Check that the mailbox {connection.Options.ServiceMailbox} exists and that the service's identity may use its calendar "
        + "(Exchange RBAC for Applications: Application Calendars.ReadWrite on this mailbox).");

    private EventsRequestBuilder Events => connection.Graph.Users[connection.Options.ServiceMailbox].Events;

    public Task<string> InviteAsync(MeetingFacts meeting, IReadOnlyList<MailAddress> attendees, string bodyHtml, CancellationToken ct) =>
        errors.Translate(async () => await FindAsync(meeting, ct) ?? await CreateAsync(meeting, attendees, bodyHtml, ct));

    public Task MoveAsync(string eventId, MeetingFacts meeting, CancellationToken ct) => errors.Translate(() =>
    {
        var change = new Event();
        SetTimeAndPlace(change, meeting);
        return PatchAsync(eventId, change, ct);
    });

    public Task SetAttendeesAsync(string eventId, IReadOnlyList<MailAddress> attendees, CancellationToken ct) => policy.MailLive
        ? errors.Translate(() => PatchAsync(eventId, new Event { Attendees = Attendees(attendees) }, ct))
        : Task.CompletedTask;

    public Task CancelAsync(string eventId, string comment, CancellationToken ct) => errors.Translate(async () =>
    {
        try
        {
            // Only a meeting that somebody was invited to can be cancelled; another is taken away.
            if (await HasAttendeesAsync(eventId, ct))
                await Events[eventId].Cancel.PostAsync(new() { Comment = comment }, c => c.ImmutableIds(), ct);
            else
                await Events[eventId].DeleteAsync(c => c.ImmutableIds(), ct);
        }
        catch (NotFoundException)
        {
            // Cancelled by an earlier attempt, or by hand.
        }
    });

    public Task<IReadOnlyDictionary<string, IReadOnlyList<Invitee>>> ReadAsync(
        IReadOnlyCollection<string> eventIds, CancellationToken ct) =>
        errors.Translate(() => ReadAllAsync(eventIds, ct));

    private async Task<string?> FindAsync(MeetingFacts meeting, CancellationToken ct)
    {
        var found = await Events.GetAsync(c =>
        {
            c.ImmutableIds();
            c.QueryParameters.Filter = MailProperty.Meeting.Filter([meeting.Key]);
            c.QueryParameters.Select = ["id"];
        }, ct);
        return found?.Value?.FirstOrDefault()?.Id;
    }

    private async Task<string> CreateAsync(
        MeetingFacts meeting, IReadOnlyList<MailAddress> attendees, string bodyHtml, CancellationToken ct)
    {
        var invitation = new Event
        {
            Subject = $"{settings.GroupName}, {meeting.Title.ToLower(CultureInfo.GetCultureInfo("sv-SE"))}",
            Body = new ItemBody { ContentType = BodyType.Html, Content = bodyHtml },
            Attendees = policy.MailLive ? Attendees(attendees) : [],
            TransactionId = meeting.Key,
            SingleValueExtendedProperties = MailProperty.Meeting.With(meeting.Key),
            AllowNewTimeProposals = false,
            ResponseRequested = true,
        };
        SetTimeAndPlace(invitation, meeting);
        try
        {
            // The transaction id makes a second attempt harmless.
            var made = await Events.PostAsync(invitation, c =>
            {
                c.ImmutableIds();
                c.Options.Add(IdempotentWrite.Instance);
            }, ct);
            return made!.Id!;
        }
        catch (ConflictException)
        {
            return await FindAsync(meeting, ct) ?? throw new NotFoundException($"The event {meeting.Key} exists and cannot be found.");
        }
    }

    private Task<Event?> PatchAsync(string eventId, Event change, CancellationToken ct) => Events[eventId].PatchAsync(change, c =>
    {
        c.ImmutableIds();
        c.Options.Add(IdempotentWrite.Instance);
    }, ct);

    private async Task<bool> HasAttendeesAsync(string eventId, CancellationToken ct)
    {
        var known = await Events[eventId].GetAsync(c =>
        {
            c.ImmutableIds();
            c.QueryParameters.Select = ["attendees"];
        }, ct);
        return known?.Attendees is { Count: > 0 };
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<Invitee>>> ReadAllAsync(
        IReadOnlyCollection<string> eventIds, CancellationToken ct)
    {
        var batch = new GraphBatch(connection);
        var parts = eventIds.Distinct().ToDictionary(id => id, id => batch.Add(Events[id].ToGetRequestInformation(c =>
        {
            c.ImmutableIds();
            c.QueryParameters.Select = ["attendees"];
        }), Event.CreateFromDiscriminatorValue));
        if (batch.Count > 0) await batch.SendAsync(ct);
        return parts.Where(p => p.Value.Error is not NotFoundException).ToDictionary(p => p.Key, p => Invitees(p.Value.Value));
    }

    private static IReadOnlyList<Invitee> Invitees(Event meeting) =>
        [.. (meeting.Attendees ?? []).Where(a => a.EmailAddress?.Address is not null)
            .Select(a => new Invitee(a.EmailAddress!.Address!, Answer(a)))];

    private static InvitationAnswer Answer(Attendee attendee) => attendee.Status?.Response switch
    {
        ResponseType.Accepted or ResponseType.Organizer => InvitationAnswer.Accepted,
        ResponseType.TentativelyAccepted => InvitationAnswer.Tentative,
        ResponseType.Declined => InvitationAnswer.Declined,
        _ => InvitationAnswer.None,
    };

    private List<Attendee> Attendees(IReadOnlyList<MailAddress> people) => [.. policy.Allowed(people).Select(p => new Attendee
    {
        Type = AttendeeType.Required,
        EmailAddress = new EmailAddress { Name = p.Name, Address = p.Address },
    })];

    private static void SetTimeAndPlace(Event target, MeetingFacts meeting)
    {
        target.Start = At(meeting.Date, meeting.Start);
        target.End = At(meeting.Date, meeting.End);
        target.Location = new Location { DisplayName = meeting.Place ?? "" };
    }

    private static DateTimeTimeZone At(DateOnly date, TimeOnly time) => new()
    {
        DateTime = date.ToDateTime(time).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeZone = Zone,
    };
}
