using System.Text;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Records;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Tests.Building;

/// <summary>Writes documents as plain lines and keeps what they were made of.</summary>
public sealed class PaperWriter : IDocumentWriter
{
    public List<AgendaDocument> Agendas { get; } = [];

    public List<NotesDocument> NotesDrafts { get; } = [];

    public List<NotesDocument> FinishedNotes { get; } = [];

    public List<ReportDocument> Reports { get; } = [];

    /// <summary>Templates that were handed over; null when the city has none.</summary>
    public List<byte[]?> Templates { get; } = [];

    /// <summary>Places that look like personal data in whatever is asked about.</summary>
    public IReadOnlyList<string> PersonalData { get; set; } = [];

    public byte[] Agenda(AgendaDocument agenda, byte[]? template)
    {
        Agendas.Add(agenda);
        Templates.Add(template);
        return Encoding.UTF8.GetBytes($"{(agenda.IsDraft ? "UTKAST " : "")}Dagordning: {string.Join("; ", agenda.Points.Select(p => p.Title))}");
    }

    public byte[] NotesDraft(NotesDocument notes, byte[]? template)
    {
        NotesDrafts.Add(notes);
        Templates.Add(template);
        return Encoding.UTF8.GetBytes("UTKAST Minnesanteckningar");
    }

    public byte[] FinishNotes(byte[] draft, NotesDocument notes)
    {
        var text = Encoding.UTF8.GetString(draft);
        if (text.Contains("trasig", StringComparison.Ordinal)) throw new UnreadableDraftException("Utkastet går inte att läsa. Spara det som Word igen.");
        FinishedNotes.Add(notes);
        return Encoding.UTF8.GetBytes(text.Replace("UTKAST ", "", StringComparison.Ordinal) + " klart");
    }

    public byte[] Report(ReportDocument report, byte[]? template)
    {
        Reports.Add(report);
        Templates.Add(template);
        return Encoding.UTF8.GetBytes($"{(report.IsDraft ? "UTKAST " : "")}{report.Title}: {report.Summary}");
    }

    public IReadOnlyList<string> PersonalDataIn(byte[] document) => PersonalData;
}
