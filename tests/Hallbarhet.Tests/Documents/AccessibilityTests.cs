using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents;
using Hallbarhet.Group.Jobs;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Documents;

/// <summary>What the accessibility law asks of documents in an intranet workspace.</summary>
public sealed class AccessibilityTests
{
    private static readonly IReadOnlyDictionary<string, byte[]> Files = Docx.All();

    public static TheoryData<string> Names => [.. Files.Keys];

    public static TheoryData<string> Mails => [.. MailExamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_is_valid_Word(string name) => Docx.Problems(Files[name]).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Heading_levels_are_never_skipped(string name)
    {
        var levels = Docx.Read(Files[name], m => m.Document!.Body!.Descendants<Paragraph>().Select(LevelOf).Where(l => l > 0).ToList());
        levels.ShouldNotBeEmpty();
        levels.Zip(levels.Prepend(0)).ShouldAllBe(pair => pair.First - pair.Second <= 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void There_is_exactly_one_title_and_no_empty_paragraph_or_heading(string name) => Docx.Read(Files[name], m =>
    {
        var paragraphs = m.Document!.Body!.Descendants<Paragraph>().ToList();
        paragraphs.Count(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Title").ShouldBe(1);
        paragraphs.Where(p => p.InnerText.Trim().Length == 0 && p.Ancestors<TableCell>().FirstOrDefault() is null).ShouldBeEmpty();
        return true;
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_table_has_a_header_row_a_description_and_rows_that_stay_together(string name) => Docx.Read(Files[name], m =>
    {
        foreach (var table in m.Document!.Body!.Descendants<Table>())
        {
            var header = table.Elements<TableRow>().First();
            header.TableRowProperties!.GetFirstChild<TableHeader>().ShouldNotBeNull();
            header.Elements<TableCell>().ShouldAllBe(c => c.InnerText.Length > 0);
            table.GetFirstChild<TableProperties>()!.TableDescription!.Val!.Value.ShouldNotBeNullOrWhiteSpace();
            table.Elements<TableRow>().ShouldAllBe(r => r.TableRowProperties!.GetFirstChild<CantSplit>() != null);
        }
        return true;
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void The_language_is_Swedish_and_the_properties_say_what_it_is(string name)
    {
        Docx.Read(Files[name], m => m.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val!.Value)
            .ShouldBe("sv-SE");
        Docx.Edit(Files[name], f =>
        {
            f.PackageProperties.Title.ShouldNotBeNullOrWhiteSpace();
            f.PackageProperties.Creator.ShouldBe(Examples.GroupName);
            f.PackageProperties.Language.ShouldBe("sv-SE");
        });
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void A_mail_is_Swedish_has_one_h1_and_skips_no_level(string name)
    {
        var html = Html(name);
        html.ShouldContain("<html lang=\"sv\">");
        var levels = HtmlParts.Headings(html);
        levels.Count(l => l == 1).ShouldBe(1);
        levels.Zip(levels.Prepend(0)).ShouldAllBe(pair => pair.First - pair.Second <= 1);
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void Link_texts_say_where_they_go_and_header_cells_are_marked(string name)
    {
        var html = Html(name);
        foreach (var text in HtmlParts.LinkTexts(html))
            text.ToLowerInvariant().ShouldNotBeOneOf("", "här", "läs mer", "länk", "klicka här");
        HtmlParts.DataTables(html).ShouldAllBe(t => t.Contains("<th scope=\"col\"") && t.Contains("aria-label="));
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void A_mail_says_why_one_gets_it_and_reads_well_without_HTML(string name)
    {
        var text = HtmlParts.Text(Html(name));
        text.ShouldContain(Examples.GroupName);
        text.ShouldNotContain("style=");
        text.ShouldNotContain("  ");
        text.Length.ShouldBeGreaterThan(120);
    }

    private static string Html(string name) => new MailComposer(new GroupSettings()).Compose(MailExamples.All[name]).Html;

    private static int LevelOf(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style && style.StartsWith("Heading", StringComparison.Ordinal) ? style[^1] - '0' : 0;
}
