using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.ReportBacks;

namespace Hallbarhet.Group.Overview;

/// <summary>
/// M5: on Tuesdays one mail to a person with everything that waits for that person, at most every other week. Initiatives without news
/// are named in it but are no reason for it: the mail before each meeting asks for them already.
/// </summary>
public sealed class Reminders(Snapshot snapshot, IGroupLists lists, GroupSettings settings, DateTimeOffset now)
{
    private readonly DateOnly today = Stockholm.Date(now);
    private readonly GroupDirectory people = new(snapshot, Stockholm.Date(now));

    public IReadOnlyList<MailRequest> MailsDue() => today.DayOfWeek != DayOfWeek.Tuesday
        ? []
        : [.. people.ReadersOf(MailKind.Reminder).Select(For).OfType<MailRequest>()];

    private MailRequest? For(Member reader)
    {
        var key = MailKeys.For(MailKind.Reminder, IsoWeeks.Name(today), reader);
        if (snapshot.Mailings.IsSettled(key)) return null;
        var content = Content(reader);
        if (content.ReportBacks.Count + content.OverdueActions.Count == 0) return null;
        return LastReminder(reader, key) is { } last && today.DayNumber - last.DayNumber < 14
            ? null
            : new() { Key = key, Kind = MailKind.Reminder, Content = content, To = [reader.Address!] };
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

    private DateOnly? LastReminder(Member reader, string key) => snapshot.Mailings
        .Where(m => m.Kind == MailKind.Reminder && m.MailKey != key && m.MailKey.EndsWith($"/{reader.Name}", StringComparison.Ordinal))
        .Select(m => (DateOnly?)Stockholm.Date(m.SentAt ?? m.Created))
        .Max();
}
