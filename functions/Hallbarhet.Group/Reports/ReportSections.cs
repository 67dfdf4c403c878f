using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Goals;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Reports;

/// <summary>
/// Picks what a report shows. At most six rows a section, the rest summed up, so that the report stays within four pages; each row
/// has a number that the annex resolves.
/// </summary>
public sealed class ReportSections(Snapshot snapshot, GroupDirectory people, IGroupLists lists, ReportPeriod period)
{
    public const int RowsPerSection = 6;

    private const int RowLength = 180;

    private const int CellLength = 140;

    private readonly List<ReportSource> sources = [];
    private readonly IReadOnlyList<Meeting> meetings = CountFigures.HeldMeetings(snapshot, period);

    /// <param name="profile">A committee gets no obstacles: those are for the management group to solve.</param>
    public ReportContent Compile(ReportProfile profile, string print)
    {
        var items = snapshot.AgendaItems.Where(i => CountFigures.IsTreated(i) && DateOf(i.MeetingId) is not null).ToList();
        return new()
        {
            AsOf = people.Today,
            Print = print,
            Figures = CountFigures.In(snapshot, period, people.Today),
            Questions = Questions(items),
            Decisions = Decisions(),
            Initiatives = Initiatives(profile),
            Coverage = GoalCoverage.Of(snapshot.Goals, snapshot.Initiatives, items, people.Today),
            DepartmentsWithoutMember = [.. people.DepartmentsWithoutMember.Select(d => d.Title)],
            Sources = sources,
        };
    }

    private List<ReportRow> Questions(IReadOnlyList<AgendaItem> items) => Rows(
        items.Where(i => i.CrossDepartment).OrderBy(i => DateOf(i.MeetingId)).ThenBy(i => i.SortOrder),
        i => new(Texts.TitleOr(i.Title), OutcomeOf(i), DateOf(i.MeetingId),
            Source("Dagordningspunkt", Texts.TitleOr(i.Title), DateOf(i.MeetingId), lists.FormUrl<AgendaItem>(i.Id))),
        "frågor som rör flera förvaltningar", "Dagordningspunkter", lists.ListUrl<AgendaItem>());

    private List<ReportRow> Decisions() => Rows(
        snapshot.DecisionsActions
            .Where(d => d.Kind == DecisionActionKind.Decision && DateOf(d.MeetingId) is not null)
            .OrderBy(d => DateOf(d.MeetingId)).ThenBy(d => d.Id),
        d => new(Texts.TitleOr(d.Title), ShortText.Of(d.Details, RowLength), DateOf(d.MeetingId),
            Source("Beslut", Texts.TitleOr(d.Title), DateOf(d.MeetingId), lists.FormUrl<DecisionAction>(d.Id))),
        "beslut", "Beslut och åtgärder", lists.ListUrl<DecisionAction>());

    private List<ReportInitiative> Initiatives(ReportProfile profile)
    {
        var moved = ReportedInitiatives.Of(snapshot.Initiatives, period);
        var rows = moved.Take(Room(moved.Count)).Select(i => Row(i, profile)).ToList();
        if (rows.Count < moved.Count) rows.Add(RestOf([.. moved.Skip(rows.Count)]));
        return rows;
    }

    /// <summary>A finished initiative tells its result, the others where they are and what is in the way.</summary>
    private ReportInitiative Row(Initiative initiative, ReportProfile profile)
    {
        var isDone = initiative.Status == InitiativeStatus.Done;
        var outcome = isDone ? ShortText.Of(initiative.Outcome, CellLength) : null;
        var title = Texts.TitleOr(initiative.Title);
        return new()
        {
            Title = title,
            Department = people.UnitName(initiative.DepartmentId) ?? "Flera förvaltningar",
            Status = Words.Of(initiative.Status!.Value),
            Latest = outcome is null ? ShortText.Of(initiative.Latest, CellLength) : null,
            Obstacles = profile == ReportProfile.Management && !isDone ? ShortText.Of(initiative.Obstacles, CellLength) : null,
            Outcome = outcome,
            Source = Source("Arbetsinsats", title, initiative.LatestOn, lists.FormUrl<Initiative>(initiative.Id)),
        };
    }

    private ReportInitiative RestOf(IReadOnlyList<Initiative> rest) => new()
    {
        Title = $"Ytterligare {rest.Count} arbetsinsatser",
        Department = "Flera förvaltningar",
        Status = string.Join(", ", rest.GroupBy(i => i.Status!.Value).OrderBy(g => g.Key)
            .Select(g => $"{Words.Of(g.Key).ToLower(Culture)} {g.Count()}")),
        Source = Source("Lista", "Arbetsinsatser", people.Today, lists.ListUrl<Initiative>()),
    };

    private List<ReportRow> Rows<T>(IEnumerable<T> all, Func<T, ReportRow> row, string what, string listName, string listUrl)
    {
        var found = all.ToList();
        var rows = found.Take(Room(found.Count)).Select(row).ToList();
        if (rows.Count < found.Count)
            rows.Add(new($"Ytterligare {found.Count - rows.Count} {what}", null, null, Source("Lista", listName, people.Today, listUrl)));
        return rows;
    }

    /// <summary>The line that sums up the rest takes a row of its own.</summary>
    private static int Room(int count) => count <= RowsPerSection ? count : RowsPerSection - 1;

    private string? OutcomeOf(AgendaItem item)
    {
        if (ShortText.Of(item.Answer, RowLength) is { } answer) return answer;
        var decided = snapshot.DecisionsActions.FirstOrDefault(d => d.AgendaItemId == item.Id && d.Kind == DecisionActionKind.Decision);
        return decided is null ? null : ShortText.Of($"Beslut: {decided.Title}", RowLength);
    }

    private int Source(string kind, string title, DateOnly? date, string url)
    {
        sources.Add(new(sources.Count + 1, kind, title, date, url));
        return sources.Count;
    }

    private DateOnly? DateOf(int? meeting) => meetings.FirstOrDefault(m => m.Id == meeting)?.Date;

    private static readonly System.Globalization.CultureInfo Culture = System.Globalization.CultureInfo.GetCultureInfo("sv-SE");
}
