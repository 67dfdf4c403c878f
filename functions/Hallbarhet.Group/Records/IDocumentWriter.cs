using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Group.Records;

/// <summary>Writes Word documents (Office Open XML). A template, when the city has put one in Utkast/Mall, gives styles, logo and header.</summary>
public interface IDocumentWriter
{
    byte[] Agenda(AgendaDocument agenda, byte[]? template);

    byte[] NotesDraft(NotesDocument notes, byte[]? template);

    /// <summary>
    /// The draft with the table of decisions and actions in its marked place, without draft marks and instructions. Prose is never touched.
    /// Throws <see cref="UnreadableDraftException"/> when the file is no Word document or the place is gone.
    /// </summary>
    byte[] FinishNotes(byte[] draft, NotesDocument notes);

    byte[] Report(ReportDocument report, byte[]? template);

    /// <summary>Places that look like personal data, as rule and place ("Personnummer, stycke 12"), never the text.</summary>
    IReadOnlyList<string> PersonalDataIn(byte[] document);
}

/// <summary>The message is in Swedish and says what the note-taker can do.</summary>
public sealed class UnreadableDraftException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Writes calendar files (RFC 5545) for people without a mailbox here.</summary>
public interface ICalendarFileWriter
{
    byte[] Write(IReadOnlyList<MeetingFacts> meetings, string organiserAddress);
}
