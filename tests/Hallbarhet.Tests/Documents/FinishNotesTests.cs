using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Hallbarhet.Documents;
using Hallbarhet.Group.Records;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Documents;

public sealed class FinishNotesTests
{
    private const string Instruction = "Skriv här vad som sades.";
    private readonly WordDocumentWriter writer = new();

    private byte[] Draft => writer.NotesDraft(Examples.EarlyNotes, null);

    [Fact]
    public void Decisions_and_actions_come_from_the_list_into_their_marked_place()
    {
        var text = Docx.Text(writer.FinishNotes(Draft, Examples.Notes));
        text.ShouldContain("Två ytor för mellanlager utreds. Utredningen redovisas på mötet i oktober.");
        text.ShouldContain("30 september 2026");
        text.IndexOf("Slå ihop de tre listorna", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Nästa möte", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_of_the_draft_is_left_when_the_notes_are_finished()
    {
        var finished = writer.FinishNotes(Draft, Examples.Notes);
        Docx.Text(finished).ShouldNotContain("Skriv");
        Docx.Read(finished, m => m.HeaderParts.Single().Header!.InnerText).ShouldBe(Examples.GroupName);
        Docx.Read(finished, m => m.Document!.Descendants<SdtElement>().Count()).ShouldBe(0);
        Docx.Text(finished).ShouldNotContain("Utkast");
    }

    [Fact]
    public void Those_present_and_the_next_meeting_are_brought_up_to_date()
    {
        var text = Docx.Text(writer.FinishNotes(Draft, Examples.Notes));
        text.ShouldContain("Kultur- och fritidsförvaltningen: Jonas Testander");
        text.ShouldContain("Torsdag 16 april 2026 kl. 13.00–15.00, Stadshuset, sal Älvrummet.");
    }

    [Fact]
    public void Those_present_stay_as_the_note_taker_wrote_them()
    {
        var draft = writer.NotesDraft(Examples.Notes, null);
        var written = Docx.EditBody(draft, b => TextsOf(b).First(t => t.Text.Contains("Omar Testlund", StringComparison.Ordinal)).Text = "Omar från klockan två");
        Docx.Text(writer.FinishNotes(written, Examples.Notes with { Present = ["Någon annan, Miljöförvaltningen"] })).ShouldContain("Omar från klockan två");
    }

    [Fact]
    public void Those_present_follow_the_list_when_nobody_has_changed_them()
    {
        var draft = writer.NotesDraft(Examples.Notes, null);
        var text = Docx.Text(writer.FinishNotes(draft, Examples.Notes with { Present = ["Amina Demolin, Miljöförvaltningen"], Next = null, Actions = [] }));
        text.ShouldContain("Miljöförvaltningen: Amina Demolin");
        text.ShouldNotContain("Omar Testlund");
        text.ShouldContain("Tid för nästa möte är inte bestämd.");
    }

    [Fact]
    public void Prose_is_kept_element_by_element()
    {
        const string prose = "<w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
            + "<w:r><w:rPr><w:b/><w:color w:val=\"FF0000\"/></w:rPr><w:t xml:space=\"preserve\">Fet  röd </w:t></w:r><w:ins w:id=\"90\" w:author=\"Linnea\"><w:r><w:t>spårad</w:t></w:r></w:ins></w:p>";
        var written = Docx.EditBody(Draft, b =>
        {
            var content = Docx.Place(b, "Anteckning-31").GetFirstChild<SdtContentBlock>()!;
            content.RemoveAllChildren();
            content.Append(new Paragraph(prose));
            content.Append(new Table(new TableRow(new TableCell(new Paragraph(new Run(new Text("klistrad tabell")))))));
            content.Append(new Paragraph(new Run(new Text("och en rad till"))));
        });
        var finished = writer.FinishNotes(written, Examples.Notes);
        var expected = Docx.Read(written, m => Docx.Place(m.Document!, "Anteckning-31").GetFirstChild<SdtContentBlock>()!.Select(e => e.OuterXml).ToList());
        var actual = Docx.Read(finished, m => m.Document!.Body!.Select(e => e.OuterXml).ToList());
        expected.Count.ShouldBe(3);
        actual.Skip(actual.IndexOf(expected[0])).Take(3).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(24)]
    public void Text_written_before_inside_or_after_the_instruction_is_kept_and_the_instruction_goes(int at)
    {
        var written = Docx.EditBody(Draft, b =>
        {
            var text = TextsOf(Docx.Place(b, "Anteckning-32")).Single();
            text.Text = Instruction.Insert(at, "Vi enades om en lista.");
        });
        var paragraphs = Docx.Paragraphs(writer.FinishNotes(written, Examples.Notes));
        paragraphs.ShouldContain("Vi enades om en lista.");
        paragraphs.ShouldNotContain(p => p.Contains("vad som sades", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_anywhere_in_the_draft_survives()
    {
        var count = 0;
        var written = Docx.EditBody(Draft, b =>
        {
            foreach (var paragraph in b.Descendants<Paragraph>().ToList())
                paragraph.Append(new Run(new Text($"[tillägg {++count}]") { Space = SpaceProcessingModeValues.Preserve }));
        });
        var text = Docx.Text(writer.FinishNotes(written, Examples.Notes with { Points = [] }));
        Enumerable.Range(1, count).ShouldAllBe(n => text.Contains($"[tillägg {n}]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_point_without_prose_says_so_and_a_carried_over_one_is_left_out()
    {
        var notes = Examples.Notes with { Points = [.. Examples.Points.Where(p => p.ItemId != 33)] };
        var text = Docx.Text(writer.FinishNotes(Draft, notes));
        text.ShouldContain("3. Miljökrav på evenemang i parker och lokaler\nInga anteckningar.");
        text.ShouldNotContain("Luftmätningen");
    }

    [Fact]
    public void Prose_that_stands_beside_its_place_counts_as_prose()
    {
        var written = Docx.EditBody(Draft, b => Docx.Place(b, "Anteckning-33").InsertAfterSelf(new Paragraph(new Run(new Text("Värdena är bättre än i fjol.")))));
        Docx.Text(writer.FinishNotes(written, Examples.Notes))
            .ShouldContain("4. Luftmätningen i centrum: vinterns värden\nVärdena är bättre än i fjol.\n5.");
    }

    [Fact]
    public void Other_questions_are_left_out_when_there_were_none()
    {
        var notes = Examples.EarlyNotes with { OtherQuestions = [] };
        Docx.Text(writer.FinishNotes(writer.NotesDraft(notes, null), notes)).ShouldNotContain("Övriga frågor");
    }

    [Fact]
    public void A_deleted_place_is_made_up_for_under_its_heading()
    {
        var written = Docx.EditBody(Draft, b => Docx.Place(b, "BeslutOchAtgarder").Remove());
        var text = Docx.Text(writer.FinishNotes(written, Examples.Notes));
        text.ShouldContain("Beslut och åtgärder\nBeslut\n");
        Docx.Problems(writer.FinishNotes(written, Examples.Notes)).ShouldBeEmpty();
    }

    [Fact]
    public void Without_place_and_heading_the_note_taker_is_told_what_to_do()
    {
        var written = Docx.EditBody(Draft, b =>
        {
            Docx.Place(b, "BeslutOchAtgarder").Remove();
            b.Elements<Paragraph>().First(p => p.InnerText == "Beslut och åtgärder").Remove();
        });
        Should.Throw<UnreadableDraftException>(() => writer.FinishNotes(written, Examples.Notes)).Message.ShouldContain("Rubrik 1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Detta är ingen Wordfil.")]
    [InlineData("PK\u0003\u0004")]
    public void A_file_that_is_not_Word_is_refused_in_Swedish(string content)
    {
        var file = System.Text.Encoding.UTF8.GetBytes(content);
        Should.Throw<UnreadableDraftException>(() => writer.FinishNotes(file, Examples.Notes)).Message.ShouldContain("versionshistoriken");
    }

    [Fact]
    public void Places_whose_tags_another_program_dropped_are_known_by_name_and_heading()
    {
        var written = Docx.EditBody(Draft, b =>
        {
            TextsOf(Docx.Place(b, "Anteckning-31")).Single().Text = "Vi utreder två ytor.";
            foreach (var place in b.Descendants<SdtBlock>().ToList()) MoveIntoParagraph(place);
        });
        var finished = writer.FinishNotes(written, Examples.Notes);
        var text = Docx.Text(finished);
        Docx.Problems(finished).ShouldBeEmpty();
        text.ShouldNotContain("Skriv");
        text.ShouldContain("2. Schaktmassor: mellanlager i stället för deponi\nVi utreder två ytor.\n3. Miljökrav på evenemang i parker och lokaler\nInga anteckningar.");
        text.ShouldContain("Föreslå två ytor för mellanlager");
    }

    [Fact]
    public void Finished_notes_without_decisions_say_so()
    {
        Docx.Text(writer.FinishNotes(Draft, Examples.EarlyNotes)).ShouldContain("Inga beslut eller åtgärder från mötet.");
    }

    /// <summary>What LibreOffice makes of a place when it saves.</summary>
    private static void MoveIntoParagraph(SdtBlock place)
    {
        var runs = place.Descendants<Run>().Select(r => r.CloneNode(true)).ToList();
        var name = place.SdtProperties!.GetFirstChild<SdtAlias>()!.CloneNode(true);
        place.InsertAfterSelf(new Paragraph(new SdtRun(new SdtProperties(name), new SdtContentRun(runs))));
        place.Remove();
    }

    private static IEnumerable<Text> TextsOf(OpenXmlElement root) => root.Descendants<Text>();
}
