using System.Net;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Lists;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Microsoft365.Files;

/// <summary>Files of one library by their path. Every part of a path is encoded.</summary>
internal sealed class DriveFiles(GroupSite site, string library)
{
    private IRequestAdapter Adapter => site.Connection.Graph.RequestAdapter;

    public Task<DriveItem?> FindAsync(string path, CancellationToken ct) =>
        WithDriveAsync<DriveItem?>(async drive =>
        {
            try
            {
                return await SendAsync(Request(Method.GET, drive, path, "?$select=id,name,webUrl,eTag"), ct);
            }
            catch (NotFoundException)
            {
                return null;
            }
        }, ct);

    /// <summary>Null when there is no such file.</summary>
    /// <param name="path">Below the library.</param>
    /// <param name="format">"pdf" converts; empty takes the file as it is.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<byte[]?> ReadAsync(string path, string format, CancellationToken ct) =>
        WithDriveAsync(async drive =>
        {
            try
            {
                // The SDK writes $format; the service's own documentation says format.
                var query = format.Length == 0 ? "" : $"?format={format}";
                var request = Request(Method.GET, drive, path, ":/content" + query);
                await using var content = await Adapter.SendPrimitiveAsync<Stream>(request, null, ct) ?? Stream.Null;
                using var buffer = new MemoryStream();
                await content.CopyToAsync(buffer, ct);
                return buffer.ToArray();
            }
            catch (NotFoundException)
            {
                return null;
            }
        }, ct);

    /// <summary>Paths of all files below a folder; empty for the library itself.</summary>
    public Task<IReadOnlyList<string>> PathsAsync(string folder, CancellationToken ct) =>
        WithDriveAsync<IReadOnlyList<string>>(async drive =>
        {
            List<string> paths = [];
            foreach (var item in await ChildrenAsync(drive, folder, ct))
            {
                var path = folder.Length == 0 ? item.Name! : $"{folder}/{item.Name}";
                if (item.Folder is null) paths.Add(path);
                else paths.AddRange(await PathsAsync(path, ct));
            }
            return paths;
        }, ct);

    private async Task<IReadOnlyList<DriveItem>> ChildrenAsync(string drive, string folder, CancellationToken ct)
    {
        List<DriveItem> all = [];
        var request = Request(Method.GET, drive, folder, (folder.Length == 0 ? "" : ":") + "/children?$select=name,folder");
        while (await Adapter.SendAsync(request, DriveItemCollectionResponse.CreateFromDiscriminatorValue, null, ct) is { } page)
        {
            all.AddRange(page.Value ?? []);
            if (page.OdataNextLink is not { } next) break;
            request = new RequestInformation { HttpMethod = Method.GET, URI = new Uri(next) };
        }
        return all;
    }

    /// <summary>Creates the file. Null when there is one already.</summary>
    public Task<DriveItem?> CreateAsync(string path, byte[] content, CancellationToken ct) =>
        WithDriveAsync<DriveItem?>(async drive =>
        {
            var request = Request(Method.PUT, drive, path, ":/content?@microsoft.graph.conflictBehavior=fail");
            request.SetStreamContent(new MemoryStream(content), "application/json");
            try
            {
                return await SendAsync(request, ct);
            }
            catch (ConflictException)
            {
                return null;
            }
        }, ct);

    public Task<DriveItem> ReplaceAsync(string path, byte[] content, string contentType, CancellationToken ct) =>
        WithDriveAsync(drive =>
        {
            var request = Request(Method.PUT, drive, path, ":/content");
            request.SetStreamContent(new MemoryStream(content), contentType);
            return SendAsync(request, ct);
        }, ct);

    /// <summary>In pieces, for what is too long for one call. The address that the service hands out is its own key.</summary>
    public Task<DriveItem> UploadAsync(string path, byte[] content, CancellationToken ct) =>
        WithDriveAsync(async drive =>
        {
            var request = Request(Method.POST, drive, path, ":/createUploadSession");
            request.SetStreamContent(
                new MemoryStream("""{"item":{"@microsoft.graph.conflictBehavior":"replace"}}"""u8.ToArray()), "application/json");
            request.AddRequestOptions([IdempotentWrite.Instance]);
            var session = await Adapter.SendAsync(request, UploadSession.CreateFromDiscriminatorValue, null, ct);
            return await UploadSessions.SendAsync(Adapter, session!.UploadUrl!, content, DriveItem.CreateFromDiscriminatorValue, ct)
                ?? await SendAsync(Request(Method.GET, drive, path, "?$select=id,webUrl"), ct);
        }, ct);

    /// <summary>
    /// Adds a folder under <paramref name="parent"/>, which is there (empty for the library itself); one that is there already stays.
    /// </summary>
    public Task AddFolderAsync(string parent, string name, CancellationToken ct) =>
        WithDriveAsync(async drive =>
        {
            var folder = new DriveItem
            {
                Name = name,
                Folder = new Folder(),
                AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "fail" },
            };
            var request = parent.Length == 0
                ? Request(Method.POST, drive, "", "/children")
                : Request(Method.POST, drive, parent, ":/children");
            request.SetContentFromParsable(Adapter, "application/json", folder);
            // A second one would be refused, so that asking twice does no harm.
            request.AddRequestOptions([IdempotentWrite.Instance]);
            try
            {
                return await SendAsync(request, ct);
            }
            catch (ConflictException)
            {
                return null!;
            }
        }, ct);

    /// <summary>False when somebody changed or removed it meanwhile.</summary>
    public Task<bool> DeleteAsync(string itemId, string etag, CancellationToken ct) =>
        WithDriveAsync(async drive =>
        {
            var request = new RequestInformation { HttpMethod = Method.DELETE, URI = new Uri($"{Root}/drives/{drive}/items/{itemId}") };
            request.Headers.Add("If-Match", etag);
            try
            {
                await Adapter.SendNoContentAsync(request, null, ct);
                return true;
            }
            catch (Exception e) when (e is NotFoundException or PreconditionFailedException or ConflictException)
            {
                return false;
            }
        }, ct);

    private string Root => site.Connection.Options.GraphBaseUrl.ToString().TrimEnd('/');

    private async Task<T> WithDriveAsync<T>(Func<string, Task<T>> call, CancellationToken ct) =>
        await call(await site.DriveAsync(library, ct));

    private async Task<DriveItem> SendAsync(RequestInformation request, CancellationToken ct) =>
        await Adapter.SendAsync(request, DriveItem.CreateFromDiscriminatorValue, null, ct)
        ?? throw new RequestRejectedException($"{request.HttpMethod} of a file was answered without a body ({HttpStatusCode.OK}).");

    private RequestInformation Request(Method method, string drive, string path, string then)
    {
        var encoded = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));
        var item = encoded.Length == 0 ? "root" : $"root:/{encoded}";
        return new() { HttpMethod = method, URI = new Uri($"{Root}/drives/{drive}/{item}{then}") };
    }
}
