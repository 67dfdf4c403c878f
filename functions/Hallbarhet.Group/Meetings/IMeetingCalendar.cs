using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Group.Meetings;

/// <summary>Events in the service mailbox's calendar; they are the invitations (M1). Exchange mails the attendees.</summary>
public interface IMeetingCalendar
{
    /// <summary>Creates the event, or returns the one that the meeting's key already has. Returns its id.</summary>
    Task<string> InviteAsync(MeetingFacts meeting, IReadOnlyList<MailAddress> attendees, string bodyHtml, CancellationToken ct);

    /// <summary>Changes time and place.</summary>
    Task MoveAsync(string eventId, MeetingFacts meeting, CancellationToken ct);

    /// <summary>Replaces the attendees; only those who are added or removed get mail.</summary>
    Task SetAttendeesAsync(string eventId, IReadOnlyList<MailAddress> attendees, CancellationToken ct);

    Task CancelAsync(string eventId, string comment, CancellationToken ct);

    /// <summary>Who is invited and what they answered, by event id; one round trip for all.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<Invitee>>> ReadAsync(IReadOnlyCollection<string> eventIds, CancellationToken ct);
}

public sealed record Invitee(string Address, InvitationAnswer Answer);

public enum InvitationAnswer { None, Accepted, Tentative, Declined }
