using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Overview;

/// <summary>
/// A Monday mail that says the same as the last one teaches people not to read it. It goes out when something is new in it, and
/// otherwise every fourth week as long as something waits. Drafts that wait in time are shown, but are no reason for a mail.
/// </summary>
internal static class MondayNews
{
    /// <summary>Note: fingerprints of what the last mail said.</summary>
    public const string Told = "WeeklyDigest/told";

    private const int DaysUntilRepeated = 28;

    /// <summary>Short, so that the note stays in one column and costs no reading of its own.</summary>
    private const int PrintLength = 4;

    public static bool IsWorthAMail(IReadOnlyList<WaitingGroup> groups, Snapshot snapshot, DateTimeOffset now)
    {
        if (!Prints(groups).Any()) return false;
        var told = snapshot.Memory.Notes.GetValueOrDefault(Told, "").Split(',');
        var last = snapshot.Mailings.Where(m => m.Kind == MailKind.MondayDigest).Max(m => (DateTimeOffset?)(m.SentAt ?? m.Created));
        return last is null
               || Stockholm.Date(now).DayNumber - Stockholm.Date(last.Value).DayNumber >= DaysUntilRepeated
               || Prints(groups).Except(told).Any();
    }

    public static string PrintsOf(IReadOnlyList<WaitingGroup> groups) => string.Join(',', Prints(groups));

    private static IEnumerable<string> Prints(IReadOnlyList<WaitingGroup> groups) =>
        groups.SelectMany(g => g.Things).Where(WaitingApprovals.IsNews).Select(t => ShortHash.Of($"{t.Text}|{t.Url}")[..PrintLength]);
}
