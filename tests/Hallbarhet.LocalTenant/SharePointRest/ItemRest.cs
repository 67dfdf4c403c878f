using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.OData;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

internal static class ItemRest
{
    private const int DefaultPage = 100;

    public static IEnumerable<RestOperation> Table =>
    [
        new("GET", "web/lists({list})/items", RoleLevel.Read, All, "$select,$expand,$filter,$orderby,$top,$skiptoken"),
        new("GET", "web/lists({list})/items({item})", RoleLevel.Read, call => RestAnswer.One(call, ItemShape.Of(call, call.List, call.Row)),
            "$select,$expand"),
        new("POST", "web/lists({list})/AddValidateUpdateItemUsingPath", RoleLevel.Contribute, FormRest.Add),
        new("POST", "web/lists({list})/items({item})/ValidateUpdateListItem", RoleLevel.Contribute, FormRest.Update),
    ];

    private static Reply All(RestCall call)
    {
        var rows = Ordered(call, Filtered(call, ItemShape.Readable(call, call.List))).ToList();
        var start = Start(call, rows);
        var page = rows.Skip(start).Take(call.Query.Top ?? DefaultPage).ToList();
        var body = new JsonObject();
        if (start + page.Count < rows.Count) body["odata.nextLink"] = NextLink(call, page[^1]);
        body["value"] = Shaped.Show(page, Selection.Parse(call.Query));
        return RestCall.Json(body);
    }

    private static IEnumerable<Shaped> Filtered(RestCall call, IEnumerable<Shaped> rows)
    {
        if (call.Query["$filter"] is not { } text) return rows;
        var filter = RestAnswer.Filter(text);
        DemandBelowThreshold(call, filter.Paths);
        return rows.Where(r => filter.Matches(new ItemRow(r)));
    }

    private static IEnumerable<Shaped> Ordered(RestCall call, IEnumerable<Shaped> rows)
    {
        if (call.Query["$orderby"] is not { } text) return rows;
        DemandBelowThreshold(call, Listing.Keys(text).Select(k => k.Path));
        var comparer = Comparer<object?>.Create(Values.Sort);
        var ordered = rows.OrderBy(_ => 0);
        foreach (var (path, descending) in Listing.Keys(text))
            ordered = descending ? ordered.ThenByDescending(r => new ItemRow(r).Value(path), comparer)
                : ordered.ThenBy(r => new ItemRow(r).Value(path), comparer);
        return ordered;
    }

    /// <summary>In a long list the leading column must be indexed.</summary>
    private static void DemandBelowThreshold(RestCall call, IEnumerable<string> paths)
    {
        if (call.List.Items.Count <= ItemQuery.Threshold || paths.FirstOrDefault() is not { } path || path is "Id" or "ID") return;
        var isIndexed = call.List.Columns.Values.Any(c => c.Indexed && path == FieldShape.EntityName(c.Name) + (c.IsReference ? "Id" : ""));
        if (!isIndexed) throw CamlError.AboveThreshold();
    }

    /// <summary>A page goes on after the row that its token names.</summary>
    private static int Start(RestCall call, List<Shaped> rows)
    {
        if (call.Query["$skiptoken"] is not { } token) return 0;
        var after = new Query(token)["p_ID"];
        return rows.FindIndex(r => r.Plain["ID"]!.ToString() == after) + 1;
    }

    private static string NextLink(RestCall call, Shaped last)
    {
        var token = Uri.EscapeDataString($"Paged=TRUE&p_ID={last.Plain["ID"]}");
        var rest = call.Query.All.Where(o => o.Key != "$skiptoken").Select(o => $"{Uri.EscapeDataString(o.Key)}={Uri.EscapeDataString(o.Value)}");
        return $"{call.Site.WebUrl}/_api/web/lists(guid%27{call.List.Id}%27)/items?{string.Join('&', rest.Prepend("%24skiptoken=" + token))}";
    }

    /// <summary>As a JSON row, but a property that the list does not have is an error.</summary>
    private sealed class ItemRow(Shaped shaped) : IRow
    {
        public object? Value(string path) =>
            shaped.Plain.ContainsKey(path) ? new JsonRow(shaped.Plain).Value(path) : throw RestError.NoField(path);

        public IEnumerable<IRow> Rows(string path) => throw RestError.Query("any() is not supported.");
    }
}
