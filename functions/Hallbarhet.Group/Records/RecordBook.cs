using System.Security.Cryptography;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Records;

/// <summary>Rules of the register of published documents: keys, versions, titles, registration and retention.</summary>
public static class RecordBook
{
    /// <summary>"record/agenda/3/1", "record/notes/3/2".</summary>
    public static string Key(RecordKind kind, Meeting meeting, int version) =>
        $"record/{(kind == RecordKind.Agenda ? "agenda" : "notes")}/{meeting.Id}/{version}";

    /// <summary>"record/agenda/3/1/bilaga/02 Karta.pdf".</summary>
    public static string AttachmentKey(Meeting meeting, int version, string fileName) =>
        $"{Key(RecordKind.Agenda, meeting, version)}/bilaga/{fileName}";

    /// <summary>
    /// Which version an approval publishes. Records from before the approval are earlier versions; one from after it is this very
    /// version, left by a run that was cut off.
    /// </summary>
    public static int VersionOf(Approval approval, RecordKind kind, Meeting meeting, IEnumerable<PublishedRecord> records) =>
        1 + records.Count(r => r.Kind == kind && r.MeetingId == meeting.Id && r.Created < approval.At);

    /// <summary>The record that a new version corrects; null for a first version.</summary>
    public static PublishedRecord? Corrected(RecordKind kind, Meeting meeting, int version, IEnumerable<PublishedRecord> records)
    {
        var key = Key(kind, meeting, version - 1);
        return records.FirstOrDefault(r => r.SourceKey == key);
    }

    /// <summary>"Dagordning 2026-03-12", "Minnesanteckningar 2026-03-12 rättelse", "… rättelse 2".</summary>
    public static string FileTitle(RecordKind kind, Meeting meeting, int version)
    {
        var name = $"{(kind == RecordKind.Agenda ? "Dagordning" : "Minnesanteckningar")} {meeting.Date:yyyy-MM-dd}";
        return version switch
        {
            1 => name,
            2 => $"{name} rättelse",
            _ => $"{name} rättelse {version - 1}",
        };
    }

    public static Registration RegistrationOf(RecordKind kind, RecordSettings settings) =>
        (kind == RecordKind.Notes ? settings.RegisterNotes : settings.RegisterAgendas) ? Registration.Registered : Registration.KeptInOrder;

    public static string RetentionOf(RecordKind kind, RecordSettings settings) =>
        kind == RecordKind.Notes ? settings.NotesRetention : settings.AgendaRetention;

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
