using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Agenda;

namespace Hallbarhet.Documents.Compositions;

/// <summary>One point of the agenda: heading, what is wanted of the group, background.</summary>
internal static class AgendaPoints
{
    /// <summary>More departments than this are counted and not named.</summary>
    private const int NamedDepartments = 4;

    public static IEnumerable<Block> Of(AgendaPoint point, Medium medium) =>
    [
        new Heading(2, Numbered(point.Number, point.Title)),
        .. Details(point),
        .. PeopleBlocks.Text(point.Background, medium),
        .. Quiet(point),
    ];

    public static string Numbered(int number, string title) => $"{number}. {PeopleText.OneLine(title)}";

    private static IEnumerable<Block> Details(AgendaPoint point)
    {
        var parts = new List<Span>();
        if (point.CrossDepartment) parts.Add(Span.Strong(Say.It("Point.CrossDepartment")));
        parts.AddRange(Facts(point).Select(f => new Span(f)));
        if (parts.Count == 0) return [];
        return [new Paragraph(new Line([.. parts.SelectMany((p, i) => i == 0 ? (Span[])[p] : [new Span(" · "), p])]), Look.Details)];
    }

    private static IEnumerable<string> Facts(AgendaPoint point)
    {
        if (PeopleText.OneLine(point.Purpose) is { Length: > 0 } purpose) yield return purpose;
        if (PeopleText.OneLine(point.Presenter) is { Length: > 0 } presenter) yield return presenter;
        if (point.Minutes is { } minutes) yield return Say.Count("Point.Minutes", minutes);
        if (point.CarriedCount > 0) yield return Say.Count("Point.Carried", point.CarriedCount);
    }

    private static IEnumerable<Block> Quiet(AgendaPoint point)
    {
        var texts = new List<string>();
        if (point.CrossDepartment && point.Departments.Count > 0) texts.Add(Say.It("Point.Concerns", Departments(point.Departments)));
        if (point.Goals.Count > 0) texts.Add(Say.It("Point.Goals", string.Join("; ", point.Goals.Select(PeopleText.OneLine))));
        if (point.Attachments.Count > 0) texts.Add(Say.It("Point.Attachments", string.Join(", ", point.Attachments.Select(PeopleText.OneLine))));
        return texts.Count == 0 ? [] : [new Paragraph(string.Join('\n', texts), Look.Quiet)];
    }

    private static string Departments(IReadOnlyList<string> departments) => departments.Count > NamedDepartments
        ? Say.Count("Point.Departments", departments.Count)
        : SwedishText.Enumerate([.. departments.Select(PeopleText.OneLine)]);
}
