using Hallbarhet.Documents;
using Hallbarhet.Group.Records;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Documents;

public sealed class PersonalDataTests
{
    private readonly WordDocumentWriter writer = new();

    // Numbers that the Swedish Tax Agency publishes for tests.
    [Theory]
    [InlineData("Hen har nummer 189001019802.", "Personnummer")]
    [InlineData("900101-9802 ringde.", "Personnummer")]
    [InlineData("900101+9802", "Personnummer")]
    [InlineData("Ring 070-123 45 67 på kvällen", "Mobilnummer")]
    [InlineData("Ring +46 70 123 45 67", "Mobilnummer")]
    [InlineData("Hon är sjukskriven till maj", "Uppgift om hälsa")]
    public void A_find_is_told_by_rule_and_place_and_never_by_its_text(string text, string rule)
    {
        var found = writer.PersonalDataIn(DraftSaying(text));
        found.ShouldBe([$"{rule}, stycke 10"]);
        found.ShouldAllBe(f => !f.Contains(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Diarienummer 900101-9803 har fel kontrollsiffra.")]
    [InlineData("Kontot 991301-9806 har ingen trettonde månad.")]
    [InlineData("Växeln nås på 0520-49 50 00.")]
    [InlineData("Cancerframkallande ämnen fasas ut, 2026-03-12.")]
    [InlineData("Fakturanummer 18900101980212345")]
    public void What_only_looks_alike_is_left_alone(string text) => writer.PersonalDataIn(DraftSaying(text)).ShouldBeEmpty();

    [Fact]
    public void A_number_that_Word_has_split_over_several_runs_is_found()
    {
        var docx = Docx.EditBody(DraftSaying(""), b => Docx.Place(b, "Anteckning-1").InsertAfterSelf(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
            Run("900101"), Run("-98"), Run("02"))));
        writer.PersonalDataIn(docx).ShouldHaveSingleItem().ShouldStartWith("Personnummer");
    }

    [Fact]
    public void The_example_notes_hold_nothing_to_warn_about() =>
        writer.PersonalDataIn(writer.FinishNotes(writer.NotesDraft(Examples.Notes, null), Examples.Notes)).ShouldBeEmpty();

    [Fact]
    public void A_file_that_is_not_Word_is_refused() => Should.Throw<UnreadableDraftException>(() => writer.PersonalDataIn([1, 2, 3]));

    /// <summary>The first point's text is paragraph 10: after the draft mark, titles, three facts, those present and two headings.</summary>
    private byte[] DraftSaying(string text) => Docx.EditBody(writer.NotesDraft(Examples.EarlyNotes, null), b =>
        Docx.Place(b, "Anteckning-1").Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Single().Text = text);

    private static DocumentFormat.OpenXml.Wordprocessing.Run Run(string text) => new(new DocumentFormat.OpenXml.Wordprocessing.Text(text));
}
