using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;

namespace Hallbarhet.Documents.Word;

/// <summary>Runs and links of a paragraph. Links need a relation in the file, so a line belongs to one file.</summary>
internal sealed class WordLine(MainDocumentPart main, StyleNames styles)
{
    private readonly Dictionary<Uri, string> relations = [];

    private int bookmarks;

    public IEnumerable<OpenXmlElement> Write(Line line) => line.Spans.Where(s => s.Text.Length > 0)
        .SelectMany(s => s.Name is null ? [Write(s)] : Named(s.Name, [Write(s)]));

    /// <summary>Puts a bookmark round the content.</summary>
    public IReadOnlyList<OpenXmlElement> Named(string name, IEnumerable<OpenXmlElement> content)
    {
        var id = (++bookmarks).ToString(Say.Swedish);
        return [new BookmarkStart { Id = id, Name = name }, .. content, new BookmarkEnd { Id = id }];
    }

    /// <summary>Text with its line breaks and tabs as Word has them.</summary>
    public static Run RunOf(string text, RunProperties? look = null)
    {
        var run = new Run();
        if (look is { HasChildren: true }) run.Append(look);
        var rows = PeopleText.Clean(text).Split('\n');
        for (var i = 0; i < rows.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            if (rows[i].Length > 0) run.Append(new Text(rows[i].Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    private OpenXmlElement Write(Span span)
    {
        if (span.Target is not { } target) return RunOf(span.Text, LookOf(span, null));
        var run = RunOf(span.Text, LookOf(span, styles["Hyperlink"]));
        if (target.StartsWith('#')) return new Hyperlink(run) { Anchor = target[1..], History = true };
        return WebAddress.Parse(target) is { } uri
            ? new Hyperlink(run) { Id = RelationTo(uri), History = true }
            : RunOf(span.Text, LookOf(span, null));
    }

    private string RelationTo(Uri uri)
    {
        if (!relations.TryGetValue(uri, out var id))
            relations[uri] = id = main.AddHyperlinkRelationship(uri, true, Relations.FreeId(main, "link")).Id;
        return id;
    }

    private static RunProperties LookOf(Span span, string? style)
    {
        var look = new RunProperties();
        if (style is not null) look.RunStyle = new RunStyle { Val = style };
        if (span.Bold) look.Bold = new Bold();
        if (span.Quiet) look.Color = new Color { Val = "595959" };
        return look;
    }
}
