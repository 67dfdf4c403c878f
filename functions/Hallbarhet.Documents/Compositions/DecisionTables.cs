using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.MeetingNotes;

namespace Hallbarhet.Documents.Compositions;

/// <summary>Decisions and actions as tables; columns that nobody filled are left out.</summary>
internal static class DecisionTables
{
    public static IEnumerable<Block> Decisions(IReadOnlyList<DecisionLine> lines)
    {
        if (lines.Count == 0) return [];
        var concerns = lines.Any(l => l.Departments.Count > 0);
        var columns = new List<Column> { new(Say.It("Column.Decision"), 68) };
        if (concerns) columns.Add(new Column(Say.It("Column.Concerns"), 32));
        return [new Table(Say.It("Notes.DecisionsTable"), columns, [.. lines.Select(l => Row([What(l), .. concerns ? [Concerns(l)] : (Line[])[]]))])];
    }

    public static IEnumerable<Block> Actions(IReadOnlyList<DecisionLine> lines)
    {
        if (lines.Count == 0) return [];
        Column[] columns = [new(Say.It("Column.Action"), 56), new(Say.It("Column.Responsible"), 24), new(Say.It("Column.Due"), 20)];
        return [new Table(Say.It("Notes.ActionsTable"), columns, [.. lines.Select(l => Row(
            [What(l), PeopleText.OneLine(l.Responsible), l.DueOn is { } due ? SwedishText.Date(due) : ""]))])];
    }

    private static Line What(DecisionLine line) => PeopleBlocks.TitleAndText(line.Title, line.Details);

    private static Line Concerns(DecisionLine line) => line.Departments.Count > 4
        ? SwedishText.Capital(Say.Count("Point.Departments", line.Departments.Count))
        : string.Join(", ", line.Departments.Select(PeopleText.OneLine));

    private static IReadOnlyList<Line> Row(IReadOnlyList<Line> cells) => cells;
}
