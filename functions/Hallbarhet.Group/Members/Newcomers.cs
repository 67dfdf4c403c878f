using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Members;

/// <summary>
/// M13: a welcome, once, to who joins a group that is already at work. Those who were there when the workspace was first filled
/// are no newcomers, and somebody who joined more than a month ago has found the way.
/// </summary>
public static class Newcomers
{
    public const int WelcomeDays = 30;

    /// <summary>
    /// The mails that are due; each stays in the list until the ledger has settled it. Needs Meetings, Members, Organisation, Mailings.
    /// </summary>
    public static IReadOnlyList<MailRequest> MailsDue(Snapshot snapshot, GroupSettings settings, DateTimeOffset now)
    {
        var people = new GroupDirectory(snapshot, Stockholm.Date(now));
        if (snapshot.Members.Count == 0) return [];
        var firstFilled = snapshot.Members.Min(m => Stockholm.Date(m.Created));
        return
        [
            .. people.ReadersOf(MailKind.Welcome)
                .Where(m => IsNew(m, people.Today, firstFilled) && !snapshot.Mailings.IsSettled(MailKeys.For(MailKind.Welcome, m)))
                .Select(m => Request(m, snapshot, people, settings, now)),
        ];
    }

    public static bool IsNew(Member member, DateOnly today, DateOnly firstFilled) =>
        member.ActiveFrom is { } from && from > firstFilled && from <= today && today.DayNumber - from.DayNumber <= WelcomeDays;

    private static MailRequest Request(
        Member reader, Snapshot snapshot, GroupDirectory people, GroupSettings settings, DateTimeOffset now) => new()
        {
            Key = MailKeys.For(MailKind.Welcome, reader),
            Kind = MailKind.Welcome,
            To = [reader.Address!],
            Content = new WelcomeMail
            {
                FirstName = reader.FirstName,
                Department = people.UnitName(reader.DepartmentId),
                Upcoming = [.. snapshot.Meetings.Where(m => m.IsComing(now)).OrderBy(m => m.StartsAt).Select(m => m.Facts(people))],
                HowWeWork = new("Så arbetar vi", Page(settings, "Sa-arbetar-vi.aspx")),
                PersonalData = new("Så hanteras dina uppgifter", Page(settings, "Sa-hanteras-dina-uppgifter.aspx")),
            },
        };

    /// <summary>File names as provisioning/workspace/pages has them.</summary>
    private static string Page(GroupSettings settings, string file) => $"{settings.SiteUrl.TrimEnd('/')}/SitePages/{file}";
}
