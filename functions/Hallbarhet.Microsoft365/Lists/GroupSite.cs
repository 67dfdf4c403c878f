using System.Collections.Concurrent;
using System.Text.Json;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Microsoft365.Lists;

/// <summary>
/// Where things are on the group's site: ids of the site, its lists and its drives. Asked once and kept; a list that is not found
/// makes it ask again. One instance is shared by all adapters of a connection.
/// </summary>
public sealed class GroupSite(Microsoft365Connection connection)
{
    private readonly ConcurrentDictionary<string, string> drives = new();
    private SiteMap? known;

    /// <summary>Texts of _system that are too long for its column, by item id: fetched once for each change, not once for each look.</summary>
    internal ConcurrentDictionary<string, (string ETag, byte[] Content)> LongTexts { get; } = new();

    internal Microsoft365Connection Connection => connection;

    /// <summary>What was learnt last; null before the first call.</summary>
    internal SiteMap? Known => Volatile.Read(ref known);

    private string Root => connection.Options.GraphBaseUrl.ToString().TrimEnd('/');

    internal async Task<SiteMap> MapAsync(CancellationToken ct)
    {
        if (Known is { } map) return map;
        map = await ReadAsync(ct);
        Volatile.Write(ref known, map);
        return map;
    }

    /// <summary>Something was not where it should be: ask again, but only once for the same mistake.</summary>
    internal void Forget(SiteMap mistaken)
    {
        drives.Clear();
        Interlocked.CompareExchange(ref known, null, mistaken);
    }

    internal async Task<string> DriveAsync(string library, CancellationToken ct)
    {
        if (drives.TryGetValue(library, out var drive)) return drive;
        var map = await MapAsync(ct);
        var answer = await connection.Graph.Sites[map.SiteId].Lists[map.List(library).Id].Drive
            .GetAsync(c => c.QueryParameters.Select = ["id"], ct);
        return drives[library] = answer?.Id ?? throw new NotFoundException($"The library {library} has no drive.");
    }

    /// <summary>An address of Graph in this site, such as "lists/{id}/items".</summary>
    internal Uri Address(SiteMap map, string relative) => new($"{Root}/sites/{map.SiteId}/{relative}");

    private async Task<SiteMap> ReadAsync(CancellationToken ct)
    {
        var site = $"{Root}/sites/{connection.Options.SiteKey}";
        var batch = new GraphBatch(connection);
        var itself = batch.Add(Get(new Uri($"{site}?$select=id,webUrl")));
        // Hidden lists are answered only to those who ask for the facet "system".
        var lists = batch.Add(Get(new Uri($"{site}:/lists?$select=id,name,displayName,webUrl,list,system&$top=500")));
        await batch.SendAsync(ct);
        var found = new List<SiteList>();
        await foreach (var page in PagesAsync(lists, ct))
            found.AddRange(page.GetProperty("value").EnumerateArray().Select(Read));
        return new SiteMap(itself.Json.GetProperty("id").GetString()!, itself.Json.GetProperty("webUrl").GetString()!, found);
    }

    private async IAsyncEnumerable<JsonElement> PagesAsync(
        BatchPart first, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var page = first.Json; ;)
        {
            yield return page;
            if (page.NextLink() is not { } next) yield break;
            var batch = new GraphBatch(connection);
            var part = batch.Add(Get(next));
            await batch.SendAsync(ct);
            page = part.Json;
        }
    }

    private static SiteList Read(JsonElement list) => new(
        list.GetProperty("id").GetString()!,
        list.GetProperty("name").GetString()!,
        list.GetProperty("displayName").GetString()!,
        list.GetProperty("webUrl").GetString()!);

    private static RequestInformation Get(Uri address) => new() { HttpMethod = Method.GET, URI = address };
}

internal sealed record SiteList(string Id, string Name, string Title, string WebUrl);

internal sealed class SiteMap(string siteId, string webUrl, IEnumerable<SiteList> lists)
{
    private readonly Dictionary<string, SiteList> byName =
        lists.GroupBy(list => list.Name).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    public string SiteId => siteId;

    public string WebUrl => webUrl;

    public SiteList List(string name) => byName.GetValueOrDefault(name) ?? throw new ListMissingException(name, webUrl);

    /// <summary>The site's own list of the people it knows; its title is translated, its place is not.</summary>
    public SiteList? People => byName.Values.FirstOrDefault(list =>
        list.Name is "users" or "User Information List" || list.WebUrl.Contains("/_catalogs/users", StringComparison.OrdinalIgnoreCase));
}

/// <summary>A list of the workspace is not on the site (any more).</summary>
internal sealed class ListMissingException(string list, string site) : Exception($"The list {list} is not on {site}.")
{
    public string List => list;

    public string Site => site;
}

internal static class GraphJson
{
    public static Uri? NextLink(this JsonElement page) =>
        page.TryGetProperty("@odata.nextLink", out var link) && link.GetString() is { } address ? new Uri(address) : null;
}
