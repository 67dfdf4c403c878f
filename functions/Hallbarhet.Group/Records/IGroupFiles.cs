using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Records;

/// <summary>The three libraries. Paths are "folder/file" below the library; names are made safe with <see cref="FileNames"/> first.</summary>
public interface IGroupFiles
{
    /// <summary>Returns the folder's address; an existing one is taken.</summary>
    Task<string> EnsureFolderAsync(GroupLibrary library, string folder, CancellationToken ct);

    /// <summary>Creates or replaces; the content read back differs, because SharePoint rewrites Office files.</summary>
    Task<StoredFile> SaveAsync(GroupLibrary library, string path, byte[] content, CancellationToken ct);

    /// <summary>Null when there is no such file.</summary>
    Task<byte[]?> ReadAsync(GroupLibrary library, string path, CancellationToken ct);

    /// <summary>Paths of all files in the library, folder by folder.</summary>
    Task<IReadOnlyList<string>> PathsAsync(GroupLibrary library, CancellationToken ct);

    /// <summary>The Word file as PDF; null when the service cannot convert it now.</summary>
    Task<byte[]?> ReadAsPdfAsync(GroupLibrary library, string path, CancellationToken ct);
}

public enum GroupLibrary { MeetingDocuments, ReportFiles, Drafts }

public sealed record StoredFile(string Id, string WebUrl);

public static class FileNames
{
    private static readonly char[] Forbidden = ['"', '*', ':', '<', '>', '?', '/', '\\', '|', '#', '%', '\t', '\n', '\r'];

    /// <summary>A name that SharePoint accepts: no forbidden or control characters, no leading or trailing dot or space, at most 120 characters.</summary>
    public static string Safe(string text)
    {
        var kept = new string([.. text.Select(c => Forbidden.Contains(c) || char.IsControl(c) ? ' ' : c)]);
        var name = string.Join(' ', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.', '~');
        if (name.Length > 120) name = name[..120].TrimEnd(' ', '.');
        return name.Length == 0 ? "Namnlös" : name;
    }
}
