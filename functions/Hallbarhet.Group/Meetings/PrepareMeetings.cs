using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// For every decided meeting ahead: its folder, its calendar event with the right attendees (M1), the calendar file for those without
/// a mailbox here, and the personal mail some days before it (M2). Rows that cannot be prepared say what is missing.
/// </summary>
public sealed class PrepareMeetings(
    IGroupLists lists,
    IGroupFiles files,
    IMeetingCalendar calendar,
    ICalendarFileWriter calendarFiles,
    SendOnce mail,
    MailPolicy policy,
    GroupSettings settings,
    TimeProvider time) : IGroupJob
{
    /// <summary>As many as the key of one mail can name.</summary>
    private const int MeetingsInAFile = 16;

    private readonly InviteToMeeting invite = new(lists, files, calendar, policy, settings);
    private readonly CallForItems call = new(lists, settings);

    public string Name => nameof(PrepareMeetings);

    public GroupList Reads => GroupList.Meetings | GroupList.Members | GroupList.Organisation | GroupList.Mailings
                              | GroupList.Initiatives | GroupList.DecisionsActions;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var people = new GroupDirectory(snapshot, time.Today());
        var coming = snapshot.Meetings.Where(m => m.IsComing(now) && MeetingMessages.Blocking(m) is null).OrderBy(m => m.StartsAt).ToList();
        // Exchange mails whatever changes in an event, so events keep the hours of mails.
        var mayMail = SendWindow.IsOpen(now);
        var toInvite = coming.Where(m => mayMail && invite.IsDue(m, people)).ToList();
        List<DueWork> due =
        [
            // Inviting clears the row's message itself; two writes of one row in a run would get in each other's way.
            .. Messages(snapshot.Meetings.Except(toInvite), now),
            .. MemberMessages(snapshot),
            .. toInvite.Select(m => new DueWork(m.Name, c => invite.DoAsync(m, people, c)) { About = m }),
            .. snapshot.Meetings.Where(m => mayMail && IsToCancel(m, now))
                .Select(m => new DueWork($"Cancel/{m.Name}", c => invite.CancelAsync(m, c)) { About = m }),
        ];
        if (mayMail) due.AddRange(Mails(coming, snapshot, people, now));
        return Task.FromResult<IReadOnlyList<DueWork>>(due);
    }

    private IEnumerable<DueWork> Messages(IEnumerable<Meeting> meetings, DateTimeOffset now) =>
        from before in meetings
        where before.Status == MeetingStatus.Decided && (before.StartsAt is null || before.StartsAt > now)
        let after = before.WithBlockingMessage()
        where after != before
        select new DueWork($"Message/{before.Name}", ct => lists.UpdateAsync(before, after, ct)) { About = before };

    private IEnumerable<DueWork> MemberMessages(Snapshot snapshot) =>
        from before in snapshot.Members
        let after = before.WithMessage(time.Today())
        where after != before
        select new DueWork($"Message/{before.Name}", ct => lists.UpdateAsync(before, after, ct)) { About = before };

    private static bool IsToCancel(Meeting meeting, DateTimeOffset now) =>
        meeting is { Status: MeetingStatus.Cancelled, EventId: not null } && (meeting.StartsAt is null || meeting.StartsAt > now);

    private IEnumerable<DueWork> Mails(List<Meeting> coming, Snapshot snapshot, GroupDirectory people, DateTimeOffset now)
    {
        var news = CalendarFiles(coming, snapshot, people, now);
        if (news.Count > 0) yield return new("M1", ct => mail.SendAsync(news, snapshot, ct));
        foreach (var meeting in coming.Where(m => call.IsDue(m, now)))
        {
            var mails = call.Mails(meeting, snapshot, people);
            if (mails.Count > 0) yield return new($"M2/{meeting.Name}", ct => mail.SendAsync(mails, snapshot, ct)) { About = meeting };
        }
    }

    private List<MailRequest> CalendarFiles(List<Meeting> coming, Snapshot snapshot, GroupDirectory people, DateTimeOffset now)
    {
        var requests = new List<MailRequest>();
        foreach (var reader in Attendees.ByCalendarFile(people))
        {
            var theirs = coming.Where(m => m.StartsAt > now && reader.IsInService(m.Date)).Take(MeetingsInAFile).ToList();
            var news = CalendarFileNews.Untold(theirs, reader, snapshot.Mailings);
            if (news.Count > 0 && news.All(m => m.Modified + settings.UndoTime <= now))
                requests.Add(CalendarFile(news, reader, snapshot, people));
        }

        return requests;
    }

    /// <summary>Waiting until the rows have rested lets one mail tell all the dates that are accepted one after the other.</summary>
    private MailRequest CalendarFile(IReadOnlyList<Meeting> news, Member reader, Snapshot snapshot, GroupDirectory people)
    {
        var facts = news.Select(m => m.Facts(people)).ToList();
        var organiser = people.Strategists.Select(s => s.Address).FirstOrDefault(a => a is not null);
        return new()
        {
            Key = CalendarFileNews.Key(news, reader),
            Kind = MailKind.Invitation,
            To = [reader.Address!],
            Content = new InvitationMail(reader.FirstName, facts, news.Any(m => CalendarFileNews.HasHeardOf(m, reader, snapshot.Mailings))),
            Attachments = [new("moten.ics", "text/calendar", calendarFiles.Write(facts, organiser?.Address ?? reader.Address!.Address))],
        };
    }
}
