using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Group.Overview;

/// <summary>M8: what waits for the strategists. It flags and never changes anything; a heading without things is left out.</summary>
public sealed class MondayThings(Snapshot snapshot, IGroupLists lists, GroupSettings settings, DateTimeOffset now)
{
    /// <summary>Longer lists are cut here; the list itself has the rest.</summary>
    private const int MostOfAKind = 8;

    /// <summary>An unclear mail is shown for this many days; by then somebody has asked.</summary>
    private const int DaysShown = 14;

    private readonly DateOnly today = Stockholm.Date(now);
    private readonly GroupDirectory people = new(snapshot, Stockholm.Date(now));

    public IReadOnlyList<WaitingGroup> Collect(MailboxState mailbox)
    {
        WaitingGroup[] groups =
        [
            new("Att godkänna eller bestämma", [.. new WaitingApprovals(snapshot, lists, settings, today).All()]),
            new("Rapporter som närmar sig", Cut(ComingReports(), lists.ListUrl<Report>())),
            new("Åtgärder", Cut([.. Overdue(), .. Orphaned()], lists.ListUrl<DecisionAction>())),
            new("Deltagare", [.. new MemberThings(snapshot, lists, people).All()]),
            new("Extern information att se över", Cut(Reviews(), lists.ListUrl<CommunicationItem>())),
            new("Rader att rätta till", [.. new RowProblems(snapshot, lists).All()]),
            new("Utskick och brevlåda", Cut([.. Mailings(), .. Unread(mailbox)], lists.ListUrl<MailingRow>())),
            new("En gång om året", [.. PersonalDataCheck()]),
        ];
        return [.. groups.Where(g => g.Things.Count > 0)];
    }

    private IEnumerable<WaitingThing> ComingReports() => snapshot.Reports
        .Where(r => r.Status is ReportStatus.Planned or ReportStatus.Ordered && r.LastDay is { } last
                    && SwedishCalendar.AddWorkingDays(last, -settings.ReportDaysBefore) <= today)
        .OrderBy(r => r.LastDay)
        .Select(r => new WaitingThing(
            $"{Texts.TitleOr(r.Title)}: sista dag för handlingar {SwedishDates.DayMonth(r.LastDay!.Value)}", lists.FormUrl<Report>(r.Id)));

    private IEnumerable<WaitingThing> Overdue() => snapshot.DecisionsActions
        .Where(a => OverdueActions.IsOverdue(a, today))
        .OrderBy(a => a.DueOn)
        .Select(a => new WaitingThing(
            $"Försenad: {Texts.TitleOr(a.Title)} (klart senast {SwedishDates.DayMonth(a.DueOn!.Value)})",
            lists.FormUrl<DecisionAction>(a.Id)));

    private IEnumerable<WaitingThing> Orphaned() => snapshot.DecisionsActions
        .Where(a => a is { Kind: DecisionActionKind.Action, Status: ActionStatus.Open } && ActionProblems.HasLeft(a, people))
        .Select(a => new WaitingThing($"Behöver ny ansvarig: {Texts.TitleOr(a.Title)}", lists.FormUrl<DecisionAction>(a.Id)));

    private IEnumerable<WaitingThing> Reviews() => snapshot.CommunicationItems
        .Where(c => c.Status == CommunicationStatus.Published && c.ReviewOn <= today)
        .OrderBy(c => c.ReviewOn)
        .Select(c => new WaitingThing(
            $"{Texts.TitleOr(c.Title)} (skulle ses över {SwedishDates.DayMonth(c.ReviewOn!.Value)})",
            lists.FormUrl<CommunicationItem>(c.Id)));

    private IEnumerable<WaitingThing> Mailings() => snapshot.Mailings
        .Where(m => m.Outcome is MailOutcome.Unknown or MailOutcome.Failed
                    && today.DayNumber - Stockholm.Date(m.Created).DayNumber <= DaysShown)
        .Select(m => new WaitingThing(
            m.Outcome == MailOutcome.Unknown ? $"Oklart om det skickades: {m.Title}" : $"Kunde inte skickas: {m.Title}",
            lists.FormUrl<MailingRow>(m.Id)));

    private IEnumerable<WaitingThing> Unread(MailboxState mailbox)
    {
        if (mailbox is not { Unread: > 0, OldestUnread: { } at } || SwedishCalendar.WorkingDaysBetween(Stockholm.Date(at), today) <= 3) return [];
        var oldest = SwedishDates.DayMonth(Stockholm.Date(at));
        return [new(mailbox.Unread == 1
            ? $"Gruppens brevlåda har ett oläst mejl från {oldest}"
            : $"Gruppens brevlåda har {mailbox.Unread} olästa mejl; det äldsta kom {oldest}", null)];
    }

    /// <summary>In the year's first mail.</summary>
    private IEnumerable<WaitingThing> PersonalDataCheck()
    {
        var ofTheYear = MailKeys.For(MailKind.MondayDigest, $"{IsoWeeks.Year(today)}-");
        return today.Month == 1 && !snapshot.Mailings.Any(m => m.MailKey.StartsWith(ofTheYear, StringComparison.Ordinal))
            ? [new("Gå igenom personuppgifterna: stämmer listan Deltagare, och finns gästnamn som kan tas bort?", lists.ListUrl<Member>())]
            : [];
    }

    private static List<WaitingThing> Cut(IEnumerable<WaitingThing> things, string listUrl)
    {
        var all = things.ToList();
        return all.Count <= MostOfAKind
            ? all
            : [.. all.Take(MostOfAKind - 1), new($"… och {all.Count - MostOfAKind + 1} till i listan", listUrl)];
    }
}
