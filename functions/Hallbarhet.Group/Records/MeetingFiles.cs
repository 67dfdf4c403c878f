using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Records;

/// <summary>Where a meeting's documents lie.</summary>
public static class MeetingFiles
{
    /// <summary>In Utkast: the city's own template, if it has put one there.</summary>
    public const string Template = "Mall/Dokumentmall.docx";

    extension(Meeting meeting)
    {
        public string AgendaDraftPath => $"{FileNames.Safe($"Dagordning {meeting.FolderName}")}.docx";

        /// <summary>Named by the day on which it was held, which a move after the invitation may have changed.</summary>
        public string NotesDraftPath => $"{FileNames.Safe($"Minnesanteckningar {MeetingFolder.NameFor(meeting.Date, meeting.Title)}")}.docx";
    }

    /// <summary>Null when the city has no template of its own.</summary>
    public static Task<byte[]?> TemplateAsync(this IGroupFiles files, CancellationToken ct) =>
        files.ReadAsync(GroupLibrary.Drafts, Template, ct);

    /// <summary>"02 Karta över stråken.pdf": attachments sort by their point, and keep their ending when the name is too long.</summary>
    public static string AttachmentName(int point, string fileName)
    {
        var ending = Path.GetExtension(fileName);
        var stem = FileNames.Safe(Path.GetFileNameWithoutExtension(fileName));
        if (stem.Length > 100) stem = stem[..100].TrimEnd(' ', '.');
        return FileNames.Safe($"{point:00} {stem}{ending}");
    }
}
