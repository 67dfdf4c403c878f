using Hallbarhet.Group.ChairRotation;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// A coming meeting as it should be: somebody in service chairs, another one takes notes, the dates before it fit, and people are told
/// what is missing.
/// </summary>
public static class PlannedMeeting
{
    /// <summary>
    /// The row itself when nothing has to change. A chair whom people chose and who is in service stays, and so does one who is no member.
    /// </summary>
    public static Meeting KeptRight(this Meeting meeting, IReadOnlyList<Meeting> all, IReadOnlyList<Member> members, GroupSettings settings)
    {
        if (!meeting.HasTime) return meeting.WithMessage(members);
        var chaired = Chaired(all.Where(m => m.Id != meeting.Id || m.SourceKey != meeting.SourceKey));
        return meeting.WithChair(chaired, members, settings).WithNoteTaker(chaired, members).WithDates(settings).WithMessage(members);
    }

    public static IReadOnlyList<ChairedMeeting> Chaired(IEnumerable<Meeting> meetings) =>
    [
        .. meetings.Where(m => m is { StartsAt: not null, Chair: not null } && m.Status != MeetingStatus.Cancelled)
            .Select(m => new ChairedMeeting(m.Date, m.Chair!.Value)),
    ];

    private static Meeting WithChair(
        this Meeting meeting, IReadOnlyList<ChairedMeeting> chaired, IReadOnlyList<Member> members, GroupSettings settings) =>
        !Needed(meeting.Chair, meeting, members)
            ? meeting
            : meeting with { Chair = Rotation.ChairFor(meeting.Date, settings.Rotation, members, chaired) ?? meeting.Chair };

    /// <summary>With one strategist in service the column stays empty: the note-taker is chosen at the meeting.</summary>
    private static Meeting WithNoteTaker(this Meeting meeting, IReadOnlyList<ChairedMeeting> chaired, IReadOnlyList<Member> members)
    {
        var other = Rotation.NoteTakerFor(meeting.Date, meeting.Chair, members, chaired);
        if (Needed(meeting.NoteTaker, meeting, members)) return meeting with { NoteTaker = other };
        // People who swap the chair by hand need not think of the other column.
        return meeting.NoteTaker == meeting.Chair ? meeting with { NoteTaker = other } : meeting;
    }

    /// <summary>Once there is an event, the job that moves it lets the dates follow.</summary>
    private static Meeting WithDates(this Meeting meeting, GroupSettings settings) =>
        meeting.EventId is not null || Invitation.Parse(meeting.InvitedAs) is { WasSent: true }
            ? meeting
            : meeting.WithFollowingDates(settings) with { InvitedAs = Invitation.Planned(meeting.StartsAt!.Value).ToString() };

    private static bool Needed(PersonId? person, Meeting meeting, IReadOnlyList<Member> members) =>
        person is null || members.Any(m => m.Person == person && !m.IsInService(meeting.Date));
}
