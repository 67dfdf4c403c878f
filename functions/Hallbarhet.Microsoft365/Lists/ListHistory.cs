using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>An item's versions and attachments. Attachments and the removal of versions exist only in SharePoint REST.</summary>
internal sealed class ListHistory(GroupSite site)
{
    private readonly SitePeople people = new(site);

    public async Task<IReadOnlyList<T>> VersionsAsync<T>(int id, CancellationToken ct) where T : Row
    {
        var map = RowMaps.Of<T>();
        var requests = new ItemRequests<T>(site, await site.MapAsync(ct), map);
        var batch = new GraphBatch(site.Connection);
        var part = batch.Add(requests.Versions(id));
        await batch.SendAsync(ct);

        var versions = new List<(decimal Number, T Row)>();
        foreach (var version in part.Json.GetProperty("value").EnumerateArray())
            versions.Add((Number(version), await ReadAsync(map, id, version, ct)));
        return [.. versions.OrderByDescending(v => v.Number).Select(v => v.Row)];
    }

    public async Task<IReadOnlyList<AttachedFile>> AttachmentsAsync<T>(int id, CancellationToken ct) where T : Row
    {
        var folder = $"{await ItemAsync<T>(id, ct)}/AttachmentFiles";
        using var listed = await site.Connection.SharePoint.GetFromJsonAsync<JsonDocument>(folder, ct);
        var files = new List<AttachedFile>();
        foreach (var file in listed!.RootElement.GetProperty("value").EnumerateArray())
        {
            var name = file.GetProperty("FileName").GetString()!;
            var quoted = Uri.EscapeDataString(name.Replace("'", "''", StringComparison.Ordinal));
            files.Add(new(name, await site.Connection.SharePoint.GetByteArrayAsync($"{folder}('{quoted}')/$value", ct)));
        }

        return files;
    }

    public async Task ForgetAsync<T>(int id, CancellationToken ct) where T : Row
    {
        using var answer = await site.Connection.SharePoint.PostAsync($"{await ItemAsync<T>(id, ct)}/versions/deleteAll", null, ct);
    }

    private async Task<string> ItemAsync<T>(int id, CancellationToken ct) where T : Row
    {
        var list = (await site.MapAsync(ct)).List(RowMaps.Of<T>().Name);
        return $"_api/web/lists(guid'{list.Id}')/items({id})";
    }

    private async Task<T> ReadAsync<T>(RowMap<T> map, int id, JsonElement version, CancellationToken ct) where T : Row
    {
        var row = map.Read(id, "", version.TryGetProperty("fields", out var fields) ? fields : version);
        var values = new Fields(version);
        return row with
        {
            Modified = values.Instant("lastModifiedDateTime") ?? row.Modified,
            Editor = await people.OfAsync(version, ct) ?? row.Editor,
        };
    }

    private static decimal Number(JsonElement version) =>
        decimal.TryParse(version.GetProperty("id").GetString(), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
