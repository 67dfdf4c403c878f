using System.Net;
using Hallbarhet.Group.Records;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Lists;
using Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Files;

/// <summary>The three libraries through Graph.</summary>
public sealed class GraphGroupFiles(GroupSite site) : IGroupFiles
{
    private const int LongestInOneCall = 4_000_000;

    private readonly PortErrors errors = new(
        "Check that the library is there and that the service's identity has the role write on the site (Sites.Selected).");

    public Task<string> EnsureFolderAsync(GroupLibrary library, string folder, CancellationToken ct) => errors.Translate(async () =>
    {
        var files = Of(library);
        var item = await files.FindAsync(folder, ct);
        if (item is null)
        {
            await AddFoldersAsync(files, folder, ct);
            item = await files.FindAsync(folder, ct);
        }

        return item?.WebUrl ?? throw new NotFoundException($"The folder {folder} was made in {library} and cannot be read.");
    });

    public Task<StoredFile> SaveAsync(GroupLibrary library, string path, byte[] content, CancellationToken ct) =>
        errors.Translate(() => SaveAsync(Of(library), path, content, ct));

    public Task<byte[]?> ReadAsync(GroupLibrary library, string path, CancellationToken ct) =>
        errors.Translate(() => Of(library).ReadAsync(path, "", ct));

    public Task<IReadOnlyList<string>> PathsAsync(GroupLibrary library, CancellationToken ct) =>
        errors.Translate(() => Of(library).PathsAsync("", ct));

    public Task<byte[]?> ReadAsPdfAsync(GroupLibrary library, string path, CancellationToken ct) => errors.Translate(async () =>
    {
        try
        {
            return await Of(library).ReadAsync(path, "pdf", ct);
        }
        catch (Microsoft365Exception e) when (e is RequestRejectedException || e.Status == HttpStatusCode.InternalServerError)
        {
            // 406, 415, 501, or the converter stumbled over this very file: the Word file is all there is.
            return null;
        }
    });

    private DriveFiles Of(GroupLibrary library) => new(site, library.ToString());

    private static async Task<StoredFile> SaveAsync(DriveFiles files, string path, byte[] content, CancellationToken ct)
    {
        try
        {
            return Stored(await PutAsync(files, path, content, ct));
        }
        catch (NotFoundException) when (path.Contains('/'))
        {
            await AddFoldersAsync(files, path[..path.LastIndexOf('/')], ct);
            return Stored(await PutAsync(files, path, content, ct));
        }
    }

    private static Task<DriveItem> PutAsync(DriveFiles files, string path, byte[] content, CancellationToken ct) =>
        content.Length <= LongestInOneCall
            ? files.ReplaceAsync(path, content, MediaTypes.Of(path), ct)
            : files.UploadAsync(path, content, ct);

    private static async Task AddFoldersAsync(DriveFiles files, string folder, CancellationToken ct)
    {
        var parent = "";
        foreach (var name in folder.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            await files.AddFolderAsync(parent, name, ct);
            parent = parent.Length == 0 ? name : $"{parent}/{name}";
        }
    }

    private static StoredFile Stored(DriveItem item) => new(item.Id ?? "", item.WebUrl ?? "");
}

internal static class MediaTypes
{
    public static string Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".pdf" => "application/pdf",
        ".ics" => "text/calendar",
        ".json" => "application/json",
        ".csv" => "text/csv",
        ".html" => "text/html",
        ".txt" => "text/plain",
        _ => "application/octet-stream",
    };
}
