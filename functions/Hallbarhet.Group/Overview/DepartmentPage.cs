using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Overview;

/// <summary>The page Det här gör förvaltningarna: ongoing and planned work per department, made from the list.</summary>
public static class DepartmentPage
{
    /// <summary>File name in provisioning/workspace/pages.</summary>
    public const string Key = "departments";

    private const int SentenceLength = 300;

    public static IReadOnlyList<PageSection> Sections(Snapshot snapshot, GroupDirectory people, Func<int, string> formUrl)
    {
        var shown = snapshot.Initiatives
            .Where(i => i.Status is InitiativeStatus.Ongoing or InitiativeStatus.Planned && !string.IsNullOrWhiteSpace(i.Title))
            .ToList();
        var units = people.Departments.OrderBy(d => d.Kind).ThenBy(d => d.Id).ToList();
        var known = units.Select(u => u.Id).ToHashSet();
        return [.. units
            .Select(u => Section(u.Title, shown.Where(i => i.DepartmentId == u.Id)))
            .Append(Section("Gemensamt", shown.Where(i => i.DepartmentId is null || !known.Contains(i.DepartmentId.Value))))
            .Where(s => s.Lines.Count > 0)];

        PageSection Section(string heading, IEnumerable<Initiative> initiatives) => new(heading,
            [.. initiatives.OrderBy(i => i.Status == InitiativeStatus.Planned).ThenBy(i => i.Id).Select(i => Line(i, formUrl(i.Id)))]);
    }

    public static string PrintOf(IReadOnlyList<PageSection> sections) => ShortHash.Of(string.Join('\u001f',
        sections.SelectMany(s => s.Lines.Select(l => $"{s.Heading}\u001e{l.Title}\u001e{l.Text}\u001e{l.Url}"))));

    private static PageLine Line(Initiative initiative, string url)
    {
        string?[] sentences = [Words.Of(initiative.Status!.Value) + ".", initiative.Latest, Next(initiative.NextStep)];
        var text = string.Join(' ', sentences.Where(s => !string.IsNullOrWhiteSpace(s)).Select(s => s!.Trim()));
        return new(Texts.OneLine(initiative.Title, Texts.TitleLength), Texts.OneLine(text, SentenceLength), url);
    }

    private static string? Next(string? step) => string.IsNullOrWhiteSpace(step) ? null : $"Nästa steg: {step.Trim()}";
}
