using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>The calls that write and look up items of one list.</summary>
internal sealed class ItemRequests<T>(GroupSite site, SiteMap map, RowMap<T> rows) where T : Row
{
    // An address has room for about two thousand characters.
    private const int KeysPerFilter = 8;

    private string Items => $"lists/{map.List(rows.Name).Id}/items";

    private string WithFields => $"$expand=fields($select={rows.Select})";

    public RequestInformation Post(T row)
    {
        var request = new RequestInformation { HttpMethod = Method.POST, URI = site.Address(map, Items) };
        request.SetStreamContent(Body(json =>
        {
            json.WriteStartObject("fields");
            foreach (var column in rows.Given(row)) column.Write(json, row);
            json.WriteEndObject();
        }), "application/json");
        return request;
    }

    public RequestInformation Patch(T before, T after, IReadOnlyList<Column<T>> changed)
    {
        var request = new RequestInformation { HttpMethod = Method.PATCH, URI = site.Address(map, $"{Items}/{before.Id}/fields") };
        request.Headers.Add("If-Match", before.ETag);
        request.SetStreamContent(Body(json =>
        {
            foreach (var column in changed) column.Write(json, after);
        }), "application/json");
        return request;
    }

    public RequestInformation Get(int id) =>
        new() { HttpMethod = Method.GET, URI = site.Address(map, $"{Items}/{id}?$select=id&{WithFields}") };

    public RequestInformation Versions(int id) =>
        new() { HttpMethod = Method.GET, URI = site.Address(map, $"{Items}/{id}/versions?$expand=fields") };

    /// <summary>Looks rows up by their key, a few keys at a time.</summary>
    public IEnumerable<RequestInformation> Find(IEnumerable<string> keys)
    {
        foreach (var some in keys.Chunk(KeysPerFilter))
        {
            var quoted = some.Select(key => key.Replace("'", "''", StringComparison.Ordinal));
            var filter = string.Join(" or ", quoted.Select(key => $"fields/{rows.KeyColumn} eq '{key}'"));
            yield return new()
            {
                HttpMethod = Method.GET,
                URI = site.Address(map, $"{Items}?$select=id&{WithFields}&$filter={Uri.EscapeDataString(filter)}"),
            };
        }
    }

    private static MemoryStream Body(Action<Utf8JsonWriter> write)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        stream.Position = 0;
        return stream;
    }
}
