using System.Text.Json.Nodes;

namespace Hallbarhet.Year.People;

/// <summary>The group's site, found as any client finds it; lists are named by their internal names.</summary>
public sealed class Site
{
    private readonly Dictionary<string, string> lists = [];

    public required string Id { get; init; }

    /// <summary>The site's name in addresses.</summary>
    public required string Name { get; init; }

    public static async Task<Site> FindAsync(GraphCaller caller, string host, string name)
    {
        var site = new Site { Id = (await caller.GetAsync($"sites/{host}:/sites/{name}")).GetProperty("id").GetString()!, Name = name };
        foreach (var list in await caller.ListAsync($"sites/{site.Id}/lists?$select=id,name,displayName"))
            site.lists[list.GetProperty("name").GetString()!] = list.GetProperty("id").GetString()!;
        return site;
    }

    public string Path(string list) => $"sites/{Id}/lists/{lists[list]}";

    public async Task<List<ListRow>> RowsAsync(GraphCaller caller, string list) =>
        [.. (await caller.ListAsync($"{Path(list)}/items?$expand=fields&$top=2000")).Select(i => new ListRow(i))];

    public async Task<ListRow> AddAsync(GraphCaller caller, string list, JsonObject fields) =>
        new(await caller.PostAsync($"{Path(list)}/items", new JsonObject { ["fields"] = fields }));

    public Task SetAsync(GraphCaller caller, string list, int id, JsonObject fields) =>
        caller.PatchAsync($"{Path(list)}/items/{id}/fields", fields);
}
