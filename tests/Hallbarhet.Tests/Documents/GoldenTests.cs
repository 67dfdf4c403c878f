using System.IO.Compression;
using Hallbarhet.Documents;
using Hallbarhet.Group.Jobs;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Documents;

public sealed class GoldenTests
{
    private readonly WordDocumentWriter writer = new();

    public static TheoryData<string> Mails => [.. MailExamples.All.Keys];

    [Fact]
    public void An_agenda_looks_as_agreed() =>
        Golden.ShouldMatch("agenda.xml", Golden.DocumentXml(writer.Agenda(Examples.Agenda, null)));

    [Fact]
    public void An_agenda_draft_with_almost_nothing_in_it_looks_as_agreed() =>
        Golden.ShouldMatch("agenda-bare.xml", Golden.DocumentXml(writer.Agenda(Examples.BareAgenda, null)));

    [Fact]
    public void A_notes_draft_looks_as_agreed() =>
        Golden.ShouldMatch("notes-draft.xml", Golden.DocumentXml(writer.NotesDraft(Examples.Notes, null)));

    [Fact]
    public void Finished_notes_look_as_agreed() =>
        Golden.ShouldMatch("notes.xml", Golden.DocumentXml(writer.FinishNotes(writer.NotesDraft(Examples.EarlyNotes, null), Examples.Notes)));

    [Fact]
    public void A_report_looks_as_agreed() =>
        Golden.ShouldMatch("report.xml", Golden.DocumentXml(writer.Report(ReportExamples.FirstQuarter, null)));

    [Fact]
    public void A_corrected_report_to_the_management_group_looks_as_agreed() =>
        Golden.ShouldMatch("report-management.xml", Golden.DocumentXml(writer.Report(ReportExamples.ToManagement, null)));

    /// <summary>The time of writing would differ by seconds only, so it is looked for by itself.</summary>
    [Fact]
    public void The_same_document_written_again_is_the_same_file()
    {
        var draft = writer.NotesDraft(Examples.Notes, null);
        writer.NotesDraft(Examples.Notes, null).ShouldBe(draft);
        var finished = writer.FinishNotes(draft, Examples.Notes);
        writer.FinishNotes(draft, Examples.Notes).ShouldBe(finished);
        using var zip = new ZipArchive(new MemoryStream(finished));
        zip.Entries.ShouldAllBe(e => e.LastWriteTime.Year == 1980);
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void A_mail_looks_as_agreed(string name)
    {
        var mail = new MailComposer(new GroupSettings()).Compose(MailExamples.All[name]);
        Golden.ShouldMatch(name + ".html", $"<!-- {mail.Subject} -->\n{mail.Html}");
    }
}
