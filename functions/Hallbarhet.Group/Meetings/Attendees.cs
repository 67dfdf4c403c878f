using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Meetings;

/// <summary>Who is invited to a meeting. "Inga" stops invitations too, since Exchange mails them.</summary>
public static class Attendees
{
    /// <summary>
    /// Participants with a mailbox here who are in service today, so that they may be mailed, and on the meeting's day, so that they
    /// can come.
    /// </summary>
    public static IReadOnlyList<MailAddress> Of(Meeting meeting, GroupDirectory people) =>
    [
        .. people.ReadersOf(MailKind.Invitation)
            .Where(m => m.Person is not null && m.IsInService(meeting.Date))
            .Select(m => m.Address!),
    ];

    /// <summary>Participants without a mailbox here; they get the meetings as a calendar file by mail.</summary>
    public static IReadOnlyList<Member> ByCalendarFile(GroupDirectory people) =>
        [.. people.ReadersOf(MailKind.Invitation).Where(m => m.Person is null)];
}
