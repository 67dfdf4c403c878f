using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Documents.Compositions;

/// <summary>Tables of a report and the numbers that lead to its sources.</summary>
internal static class ReportTables
{
    public static Table Figures(ReportFigures f) => new(Say.It("Report.FiguresTable"),
        [new(Say.It("Column.Measure"), 78), new(Say.It("Column.Number"), 22, IsNumber: true)],
        [
            Row("Figures.MeetingsHeld", f.MeetingsHeld), Row("Figures.ItemsTreated", f.ItemsTreated), Row("Figures.Decisions", f.Decisions),
            Row("Figures.ActionsAgreed", f.ActionsAgreed), Row("Figures.ActionsDone", f.ActionsDone), Row("Figures.ActionsOverdue", f.ActionsOverdue),
            Row("Figures.InitiativesOngoing", f.InitiativesOngoing), Row("Figures.InitiativesDone", f.InitiativesDone),
            Row("Figures.LearningHeld", f.LearningHeld), Row("Figures.HorizonItems", f.HorizonItems),
            [Say.It("Figures.ReportBacks"), Say.It("Figures.Share", SwedishText.Number(f.ReportBacksDone), SwedishText.Number(f.ReportBacksExpected))],
        ]);

    public static IEnumerable<Block> Initiatives(IReadOnlyList<ReportInitiative> initiatives, ReportProfile profile)
    {
        if (initiatives.Count == 0) return [];
        var obstacles = profile == ReportProfile.Management && initiatives.Any(i => !string.IsNullOrWhiteSpace(i.Obstacles));
        var columns = new List<Column> { new(Say.It("Column.Initiative"), 19), new(Say.It("Column.Department"), 31), new(Say.It("Column.Status"), 24) };
        if (obstacles) columns.Add(new Column(Say.It("Column.Obstacles"), 18));
        columns.Add(new Column(Say.It("Column.Source"), 8, IsNumber: true));
        return [new Table(Say.It("Report.InitiativesTable"), columns, [.. initiatives.Select(i => InitiativeRow(i, obstacles))])];
    }

    public static IEnumerable<Block> Coverage(IReadOnlyList<CoverageRow> rows)
    {
        if (rows.Count == 0) return [];
        Column[] columns =
        [
            new(Say.It("Column.Framework"), 24), new(Say.It("Column.Goal"), 44),
            new(Say.It("Column.Initiatives"), 19, IsNumber: true), new(Say.It("Column.Items"), 13, IsNumber: true),
        ];
        return [new Table(Say.It("Report.CoverageTable"), columns, [.. rows.Select(CoverageCells)])];
    }

    /// <summary>"[12]", leading to the annex of the same document.</summary>
    public static Span SourceLink(int number) => Span.To($"[{number}]", "#" + SourceAnchor(number));

    public static IEnumerable<Block> Sources(ReportDocument report)
    {
        var links = report.IsDraft && report.Sources.Any(s => s.Url is not null);
        var columns = new List<Column>
        {
            new(Say.It("Column.SourceNumber"), 12), new(Say.It("Column.Kind"), 20), new(Say.It("Column.Title"), 46), new(Say.It("Column.Date"), 22),
        };
        return [new Table(Say.It("Report.SourcesTable"), columns, [.. report.Sources.Select(s => SourceCells(s, links))])];
    }

    private static string SourceAnchor(int number) => "Kalla_" + number.ToString(Say.Swedish);

    private static IReadOnlyList<Line> SourceCells(ReportSource source, bool links)
    {
        var title = PeopleText.OneLine(source.Title);
        Line what = links && source.Url is { } url ? new Line(Span.To(title, url)) : title;
        var number = new Span($"[{source.Number}]") { Name = SourceAnchor(source.Number) };
        return [new Line(number), PeopleText.OneLine(source.Kind), what, source.Date is { } date ? SwedishText.Date(date) : ""];
    }

    private static IReadOnlyList<Line> InitiativeRow(ReportInitiative initiative, bool obstacles)
    {
        var spans = new List<Span> { Span.Strong(PeopleText.OneLine(initiative.Status) + ".") };
        if (PeopleText.Clean(initiative.Latest).Trim() is { Length: > 0 } latest) spans.Add(new Span(" " + latest));
        if (PeopleText.Clean(initiative.Outcome).Trim() is { Length: > 0 } outcome) spans.Add(new Span(" " + Say.It("Report.Outcome", outcome)));
        Line[] cells = [PeopleText.OneLine(initiative.Title), PeopleText.OneLine(initiative.Department), new Line([.. spans])];
        return [.. cells, .. obstacles ? [Line.People(initiative.Obstacles)] : (Line[])[], new Line(SourceLink(initiative.Source))];
    }

    private static IReadOnlyList<Line> CoverageCells(CoverageRow row) =>
        [PeopleText.OneLine(row.Framework), PeopleText.OneLine(row.Goal), SwedishText.Number(row.Initiatives), SwedishText.Number(row.Items)];

    private static IReadOnlyList<Line> Row(string key, int number) => [Say.It(key), SwedishText.Number(number)];
}
