using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Group.Overview;

/// <summary>Drafts that wait for an approval, and proposed meeting dates, with the day until which it should happen.</summary>
internal sealed class WaitingApprovals(Snapshot snapshot, IGroupLists lists, GroupSettings settings, DateOnly today)
{
    private const string OnTime = ": godkänn senast ";

    /// <summary>An approval that is not late is no news: its own mail has asked for it.</summary>
    public static bool IsNews(WaitingThing thing) => !thing.Text.Contains(OnTime, StringComparison.Ordinal);

    public IEnumerable<WaitingThing> All() => [.. Agendas(), .. Notes(), .. Reports(), .. Dates()];

    private IEnumerable<WaitingThing> Agendas() => snapshot.Meetings
        .Where(m => m is { HasTime: true, Status: MeetingStatus.Decided, AgendaStatus: DocumentStatus.Draft } && m.Date >= today)
        .OrderBy(m => m.StartsAt)
        .Select(m => Thing($"Dagordning {SwedishDates.DayMonth(m.Date)}", m.ItemsDueOn(settings), lists.FormUrl<Meeting>(m.Id)));

    private IEnumerable<WaitingThing> Notes() => snapshot.Meetings
        .Where(m => m is { HasTime: true, Status: MeetingStatus.Held, NotesStatus: DocumentStatus.Draft })
        .OrderBy(m => m.StartsAt)
        .Select(m => Thing($"Minnesanteckningar {SwedishDates.DayMonth(m.Date)}", m.NotesApprovedBy(settings), lists.FormUrl<Meeting>(m.Id)));

    private IEnumerable<WaitingThing> Reports() => snapshot.Reports
        .Where(r => r is { Status: ReportStatus.Draft, LastDay: not null })
        .OrderBy(r => r.LastDay)
        .Select(r => Thing(Texts.TitleOr(r.Title), ReportCalendar.ApproveBy(r.LastDay!.Value), lists.FormUrl<Report>(r.Id)));

    private IEnumerable<WaitingThing> Dates()
    {
        var proposed = snapshot.Meetings.Count(m => m is { HasTime: true, Status: MeetingStatus.Proposed } && m.Date >= today);
        return proposed == 0
            ? []
            : [new(proposed == 1 ? "1 föreslaget mötesdatum att bestämma" : $"{proposed} föreslagna mötesdatum att bestämma", lists.ListUrl<Meeting>())];
    }

    private WaitingThing Thing(string what, DateOnly by, string url) => new(
        by < today
            ? $"{what}: försenad, skulle ha godkänts {SwedishDates.DayMonth(by)}"
            : $"{what}{OnTime}{SwedishDates.DayMonth(by)}",
        url);
}
