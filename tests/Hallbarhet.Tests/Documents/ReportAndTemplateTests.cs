using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Documents;

public sealed class ReportAndTemplateTests
{
    private readonly WordDocumentWriter writer = new();

    [Fact]
    public void The_sent_report_holds_no_address_and_the_draft_links_to_the_items()
    {
        Docx.Read(writer.Report(ReportExamples.FirstQuarter, null), m => m.HyperlinkRelationships.Count()).ShouldBe(0);
        Docx.Read(writer.Report(ReportExamples.Draft, null), m => m.HyperlinkRelationships.Count()).ShouldBe(5);
    }

    [Fact]
    public void No_table_stands_before_page_2() => Docx.Read(writer.Report(ReportExamples.FirstQuarter, null), m =>
    {
        var before = m.Document!.Body!.ChildElements.TakeWhile(e => e.Descendants<PageBreakBefore>().FirstOrDefault() is null).ToList();
        before.Select(e => e.InnerText).ShouldContain("Förslag till ställningstagande");
        before.OfType<Table>().ShouldBeEmpty();
        return true;
    });

    [Fact]
    public void Obstacles_are_for_the_management_group_alone()
    {
        Docx.Text(writer.Report(ReportExamples.FirstQuarter, null)).ShouldNotContain("Bränsledata saknas.");
        Docx.Text(writer.Report(ReportExamples.ToManagement, null)).ShouldContain("Bränsledata saknas.");
    }

    [Fact]
    public void Every_source_number_in_the_text_leads_to_a_row_in_the_annex() => Docx.Read(writer.Report(ReportExamples.FirstQuarter, null), m =>
    {
        var places = m.Document!.Descendants<BookmarkStart>().Select(b => b.Name!.Value).ToHashSet();
        var links = m.Document!.Descendants<Hyperlink>().Select(h => h.Anchor!.Value!).ToList();
        links.Count.ShouldBe(5);
        links.ShouldAllBe(l => places.Contains(l));
        return true;
    });

    [Fact]
    public void A_template_gives_its_styles_header_and_margins()
    {
        var docx = writer.Agenda(Examples.Agenda, CityTemplate());
        Docx.Problems(docx).ShouldBeEmpty();
        Docx.Text(docx).ShouldNotContain("Exempeltext");
        Docx.Read(docx, m =>
        {
            m.Document!.Descendants<Paragraph>().Count(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Rubrik1").ShouldBe(5);
            m.HeaderParts.Single().Header!.InnerText.ShouldBe("Trollhättans Stad");
            m.Document!.Descendants<PageMargin>().Single().Left!.Value.ShouldBe(2000u);
            m.FooterParts.Single().Footer!.InnerText.ShouldStartWith("Dagordning 12 mars 2026");
            return true;
        });
    }

    [Fact]
    public void Notes_from_a_template_can_be_finished()
    {
        var docx = writer.FinishNotes(writer.NotesDraft(Examples.EarlyNotes, CityTemplate()), Examples.Notes);
        Docx.Problems(docx).ShouldBeEmpty();
        Docx.Text(docx).ShouldContain("Inga anteckningar.");
        Docx.Text(docx).ShouldNotContain("Skriv");
    }

    [Fact]
    public void A_broken_template_falls_back_to_our_own_look()
    {
        var ours = Docx.Text(writer.Agenda(Examples.Agenda, null));
        Docx.Text(writer.Agenda(Examples.Agenda, [1, 2, 3])).ShouldBe(ours);
        Docx.Text(writer.Agenda(Examples.Agenda, CityTemplate()[..900])).ShouldBe(ours);
        Docx.Text(writer.Agenda(Examples.Agenda, [])).ShouldBe(ours);
    }

    /// <summary>As a Swedish Word would save it: Rubrik1 is the id of "heading 1".</summary>
    private static byte[] CityTemplate()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Template))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
                new Style(new StyleName { Val = "heading 1" }, new BasedOn { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Rubrik1" });
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(new Paragraph(new Run(new Text("Trollhättans Stad"))));
            main.Document = new Document(new Body(
                new Paragraph(new Run(new Text("Exempeltext som ska bort"))),
                new SectionProperties(
                    new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin { Top = 2000, Bottom = 1417, Left = 2000, Right = 1417, Header = 709, Footer = 709, Gutter = 0 })));
        }
        return stream.ToArray();
    }
}
