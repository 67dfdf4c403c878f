using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Hallbarhet.Documents.Word;

/// <summary>Writes blocks as Word content for one file. Distances come from styles; there are no empty paragraphs.</summary>
internal sealed class WordBody(MainDocumentPart main, StyleNames styles)
{
    private readonly WordLine lines = new(main, styles);
    private bool breakBeforeNext;

    public IEnumerable<OpenXmlElement> Write(IEnumerable<Block> blocks) => blocks.SelectMany(Write).ToList();

    public WordParagraph Quiet(string text) => Styled("Notis", text);

    private IEnumerable<OpenXmlElement> Write(Block block) => block switch
    {
        Heading h => [HeadingOf(h)],
        Model.Paragraph p => [Styled(StyleOf(p.Look), p.Line)],
        Facts f => f.Items.Select(FactOf),
        Model.Bullets b => b.Items.Select(i => Styled("ListBullet", i)),
        Model.Table t => [WordTable.Of(t, styles, lines)],
        Box b => b.Content.SelectMany(c => Write(c)).Select(e => Restyled(e, "Ruta")),
        MainLink l => [Styled("Normal", new Line(Span.To(l.Text, l.Url)))],
        DraftMark d => [WordPlace.Of(WordPlace.Draft, Say.It("Draft.Name"), Styled("Utkast", DraftLine(d)), locked: true)],
        Place p => [PlaceOf(p)],
        PageBreak => Break(),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static Line DraftLine(DraftMark mark) => new(Span.Strong(Say.It("Draft.Mark") + " "), new Span(mark.Text));

    private static string StyleOf(Look look) => look switch
    {
        Look.Subtitle => "Subtitle",
        Look.Greeting => "Halsning",
        Look.Details => "Punktuppgifter",
        Look.Quiet => "Notis",
        _ => "Normal",
    };

    private IEnumerable<OpenXmlElement> Break()
    {
        breakBeforeNext = true;
        return [];
    }

    private WordParagraph HeadingOf(Heading heading)
    {
        var paragraph = Styled(heading.Level == 0 ? "Title" : "Heading" + heading.Level, Line.Empty);
        if (breakBeforeNext) paragraph.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        breakBeforeNext = false;
        var text = lines.Write(heading.Text);
        paragraph.Append(heading.Anchor is null ? text : lines.Named(heading.Anchor, text));
        return paragraph;
    }

    private WordParagraph FactOf(Fact fact)
    {
        var paragraph = Styled("Motesfakta", new Line(Span.Strong(fact.Label + ":")));
        paragraph.Append(new Run(new TabChar()));
        paragraph.Append(lines.Write(fact.Value));
        return paragraph;
    }

    private WordParagraph Styled(string style, Line line)
    {
        var paragraph = new WordParagraph(
            new ParagraphProperties(new ParagraphStyleId { Val = styles[style] }));
        paragraph.Append(lines.Write(line));
        return paragraph;
    }

    private OpenXmlElement Restyled(OpenXmlElement element, string style)
    {
        if (element is WordParagraph { ParagraphProperties.ParagraphStyleId: { } id }) id.Val = styles[style];
        return element;
    }

    private SdtBlock PlaceOf(Place place)
    {
        var content = place.Content.SelectMany(Write).ToArray();
        return content.Length > 0
            ? WordPlace.Of(place.Tag, place.Name, content)
            : WordPlace.Waiting(place, styles["PlaceholderText"]);
    }
}
