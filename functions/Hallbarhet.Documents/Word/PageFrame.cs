using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents.Wording;

namespace Hallbarhet.Documents.Word;

/// <summary>Page size, margins, header with the group's name and footer with page numbers; what a template has already stays.</summary>
internal static class PageFrame
{
    /// <summary>2.5 cm in twentieths of a point.</summary>
    private const int Margin = 1417;

    public static void Complete(MainDocumentPart main, SectionProperties section, DocumentInfo info, StyleNames styles)
    {
        if (section.GetFirstChild<PageSize>() is null) section.AddChild(new PageSize { Width = 11906, Height = 16838 });
        if (section.GetFirstChild<PageMargin>() is null)
            section.AddChild(new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 709, Footer = 709, Gutter = 0 });
        if (!section.Elements<FooterReference>().Any()) AddFooter(main, section, info, styles);
        if (!section.Elements<HeaderReference>().Any()) AddHeader(main, section, info, styles);
    }

    private static void AddHeader(MainDocumentPart main, SectionProperties section, DocumentInfo info, StyleNames styles)
    {
        var paragraph = Styled(styles["Header"], WordLine.RunOf(info.GroupName));
        if (info.IsDraft)
            paragraph.Append(new Run(new TabChar()), WordPlace.InLine(WordPlace.Draft, Say.It("Draft.Name"), DraftRun()));
        var part = main.AddNewPart<HeaderPart>(Relations.FreeId(main, "header"));
        part.Header = new Header(paragraph);
        section.PrependChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
    }

    private static Run DraftRun() =>
        WordLine.RunOf(Say.It("Draft.Stamp"), new RunProperties(new Bold(), new Color { Val = "8A3B00" }));

    private static void AddFooter(MainDocumentPart main, SectionProperties section, DocumentInfo info, StyleNames styles)
    {
        var paragraph = Styled(styles["Footer"], WordLine.RunOf(info.Title));
        paragraph.Append(new Run(new TabChar()), WordLine.RunOf(Say.It("Footer.Page") + " "), Field("PAGE"));
        paragraph.Append(WordLine.RunOf(" " + Say.It("Footer.Of") + " "), Field("NUMPAGES"));
        var part = main.AddNewPart<FooterPart>(Relations.FreeId(main, "footer"));
        part.Footer = new Footer(paragraph);
        section.PrependChild(new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
    }

    private static SimpleField Field(string instruction) => new(WordLine.RunOf("1")) { Instruction = $" {instruction} " };

    private static Paragraph Styled(string style, Run run) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);
}
