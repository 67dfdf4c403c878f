using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;

namespace Hallbarhet.Documents.Compositions;

/// <summary>What the agenda's points build on: the state of the initiatives, open actions, horizon, learning.</summary>
internal static class AgendaSections
{
    /// <summary>Somewhat more than a page; the rest is read in the list.</summary>
    private const int MostRows = 24;

    /// <summary>A table on paper; a list in a mail, where four columns do not fit a phone and fall apart as plain text.</summary>
    public static IEnumerable<Block> StatusRound(IReadOnlyList<StatusLine> lines, Medium medium)
    {
        if (lines.Count == 0) return [];
        Block content = medium == Medium.Document ? StatusTable(lines) : new Bullets([.. lines.Take(MostRows).Select(StatusItem)]);
        return [content, .. Rest("Agenda.MoreInitiatives", lines.Count)];
    }

    private static Table StatusTable(IReadOnlyList<StatusLine> lines)
    {
        var obstacles = lines.Any(l => !string.IsNullOrWhiteSpace(l.Obstacles));
        var columns = new List<Column>
        {
            new(Say.It("Column.Department"), 31), new(Say.It("Column.Initiative"), 22), new(Say.It("Column.Status"), 26),
        };
        if (obstacles) columns.Add(new Column(Say.It("Column.Obstacles"), 21));
        var rows = lines.Take(MostRows).Select(l => StatusRow(l, obstacles));
        return new Table(Say.It("Agenda.StatusRoundTable"), columns, [.. rows]);
    }

    public static IEnumerable<Block> OpenActions(IReadOnlyList<OpenActionLine> lines)
    {
        if (lines.Count == 0) return [];
        Column[] columns = [new(Say.It("Column.Action"), 56), new(Say.It("Column.Responsible"), 24), new(Say.It("Column.Due"), 20)];
        var rows = lines.Take(MostRows).Select(l => (Line[])[Line.People(l.Title), PeopleText.OneLine(l.Responsible), Due(l)]);
        return [new Table(Say.It("Agenda.OpenActionsTable"), columns, [.. rows]), .. Rest("Agenda.MoreActions", lines.Count)];
    }

    public static Line Horizon(HorizonLine line) => WebAddress.Parse(line.Link) is { } uri
        ? PeopleBlocks.TitleAndText(line.Title, line.Why, new Span(" "), Span.To(Say.It("Link.ReadAt", WebAddress.Place(uri)), uri.AbsoluteUri))
        : PeopleBlocks.TitleAndText(line.Title, line.Why);

    public static Line Learning(LearningLine line)
    {
        var about = new List<string>();
        if (PeopleText.OneLine(line.Kind) is { Length: > 0 } kind) about.Add(SwedishText.Small(kind));
        if (line.HeldAt is { } at) about.Add(Say.It("Moment", SwedishText.WeekdayAndDate(Stockholm.Date(at)), SwedishText.Time(Stockholm.Time(at))));
        if (PeopleText.OneLine(line.Place) is { Length: > 0 } place) about.Add(place);
        return new Line(Span.Strong(PeopleText.OneLine(line.Title)), new Span(about.Count == 0 ? "" : ", " + string.Join(", ", about)));
    }

    private static Line StatusItem(StatusLine line)
    {
        var title = Span.Strong($"{PeopleText.OneLine(line.Title)} ({PeopleText.OneLine(line.Department)}).");
        var obstacles = PeopleText.Clean(line.Obstacles).Trim();
        var hinder = obstacles.Length == 0 ? "" : " " + Say.It("Agenda.ObstaclesInLine", obstacles);
        return new Line([title, new Span(" "), .. State(line).Spans, new Span(hinder)]);
    }

    private static Line State(StatusLine line)
    {
        var latest = PeopleText.Clean(line.Latest).Trim();
        return $"{PeopleText.OneLine(line.Status)}." + (latest.Length == 0 ? "" : " " + latest);
    }

    private static Line[] StatusRow(StatusLine line, bool obstacles)
    {
        Line[] row = [PeopleText.OneLine(line.Department), PeopleText.OneLine(line.Title), State(line)];
        return obstacles ? [.. row, Line.People(line.Obstacles)] : row;
    }

    private static Line Due(OpenActionLine line) => line.DueOn switch
    {
        null => Line.Empty,
        { } due when line.Overdue => new Line(Span.Strong(Say.It("Action.Overdue", SwedishText.DayAndMonth(due)))),
        { } due => SwedishText.DayAndMonth(due),
    };

    private static IEnumerable<Block> Rest(string key, int count) =>
        count > MostRows ? [new Paragraph(Say.Count(key, count - MostRows), Look.Quiet)] : [];
}
