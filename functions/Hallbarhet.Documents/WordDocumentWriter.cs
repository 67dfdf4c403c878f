using Hallbarhet.Documents.Compositions;
using Hallbarhet.Documents.MeetingNotes;
using Hallbarhet.Documents.PersonalData;
using Hallbarhet.Documents.Word;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Records;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Documents;

/// <summary>Agenda, notes and report as Word documents.</summary>
public sealed class WordDocumentWriter : IDocumentWriter
{
    public byte[] Agenda(AgendaDocument agenda, byte[]? template)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        var title = Say.It("Agenda.FileTitle", SwedishText.Date(agenda.Meeting.Date));
        return WordFile.Write(Info(title, agenda.GroupName, agenda.IsDraft), [.. AgendaComposition.Whole(agenda, Medium.Document)], template);
    }

    public byte[] NotesDraft(NotesDocument notes, byte[]? template)
    {
        ArgumentNullException.ThrowIfNull(notes);
        var title = Say.It("Notes.FileTitle", SwedishText.Date(notes.Meeting.Date));
        return WordFile.Write(Info(title, notes.GroupName, isDraft: true), [.. NotesComposition.Draft(notes)], template);
    }

    public byte[] FinishNotes(byte[] draft, NotesDocument notes)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(notes);
        return FinishedNotes.Write(draft, notes);
    }

    public byte[] Report(ReportDocument report, byte[]? template)
    {
        ArgumentNullException.ThrowIfNull(report);
        return WordFile.Write(Info(PeopleText.OneLine(report.Title), report.GroupName, report.IsDraft), [.. ReportComposition.Whole(report)], template);
    }

    public IReadOnlyList<string> PersonalDataIn(byte[] document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return PersonalDataCheck.Findings(document);
    }

    private static DocumentInfo Info(string title, string groupName, bool isDraft) => new(title, PeopleText.OneLine(groupName), isDraft);
}
