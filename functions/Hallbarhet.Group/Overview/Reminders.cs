using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Group.Overview;

/// <summary>
/// M5: on Tuesdays one mail to a person with everything that waits for that person, at most every other week, and not in the breaks.
/// Each thing is reason for one mail; it is named again whenever another one goes out. Initiatives without news are named too but are
/// no reason: the mail before each meeting asks for them already.
/// </summary>
public sealed class Reminders(Snapshot snapshot, IGroupLists lists, GroupSettings settings, DateTimeOffset now)
{
    private const int DaysBetween = 14;

    private readonly DateOnly today = Stockholm.Date(now);
    private readonly GroupDirectory people = new(snapshot, Stockholm.Date(now));

    public IReadOnlyList<MailRequest> MailsDue() => today.DayOfWeek != DayOfWeek.Tuesday || ReportCalendar.IsBreak(today)
        ? []
        : [.. people.ReadersOf(MailKind.Reminder).Select(For).OfType<MailRequest>()];

    private MailRequest? For(Member reader)
    {
        var key = MailKeys.For(MailKind.Reminder, IsoWeeks.Name(today), reader);
        var last = Last(reader, key);
        if (snapshot.Mailings.IsSettled(key) || today.DayNumber - last.DayNumber < DaysBetween) return null;
        var content = Content(reader);
        var isNews = content.ReportBacks.Any(r => MissingReportBacks.MissingFrom(r.MeetingDate) > last)
                     || content.OverdueActions.Any(a => a.DueOn >= last);
        return isNews ? new() { Key = key, Kind = MailKind.Reminder, Content = content, To = [reader.Address!] } : null;
    }

    private ReminderMail Content(Member reader) => new()
    {
        FirstName = reader.FirstName,
        ReportBacks = [.. MissingReportBacks.Of(snapshot, today).Where(m => m.Who?.Id == reader.Id).Select(m =>
            new WaitingReportBack(m.Meeting.Date, people.UnitName(m.Row.DepartmentId) ?? "", lists.FormUrl<ReportBack>(m.Row.Id)))],
        OverdueActions = settings.PlannerOn ? [] : OverdueOf(reader),
        StaleInitiatives = [.. snapshot.Initiatives
            .Where(i => reader.Person is not null && i.Owner == reader.Person && StaleInitiatives.IsStale(i, today))
            .Select(i => new InitiativeLine(
                Texts.TitleOr(i.Title), Words.Of(i.Status!.Value), i.Latest, i.LatestOn, lists.FormUrl<Initiative>(i.Id)))],
    };

    /// <summary>Planner mails these itself when it is on.</summary>
    private IReadOnlyList<ActionLine> OverdueOf(Member reader) =>
        [.. snapshot.DecisionsActions
            .Where(a => reader.Person is not null && a.Responsible == reader.Person && OverdueActions.IsOverdue(a, today))
            .OrderBy(a => a.DueOn)
            .Select(a => new ActionLine(Texts.TitleOr(a.Title), a.DueOn, true, lists.FormUrl<DecisionAction>(a.Id)))];

    /// <summary>The day of the last reminder to the reader; the beginning of time when there was none.</summary>
    private DateOnly Last(Member reader, string exceptKey) => snapshot.Mailings
        .Where(m => m.Kind == MailKind.Reminder && m.MailKey != exceptKey && m.MailKey.EndsWith($"/{reader.Name}", StringComparison.Ordinal))
        .Select(m => Stockholm.Date(m.SentAt ?? m.Created))
        .DefaultIfEmpty(DateOnly.MinValue)
        .Max();
}
