using System.Xml.Linq;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>Queries in CAML: items as they are (GetItems), or as a list page gets them (RenderListDataAsStream).</summary>
internal static class CamlRest
{
    /// <summary>List data, the only one of the render options that is answered.</summary>
    private const int ListData = 2;
    private const int DefaultPage = 30;

    public static IEnumerable<RestOperation> Table =>
    [
        new("POST", "web/lists({list})/GetItems", RoleLevel.Read, GetItems, "$select,$expand"),
        new("POST", "web/lists({list})/RenderListDataAsStream", RoleLevel.Read, Render),
    ];

    private static Reply GetItems(RestCall call)
    {
        var query = RestBody.Parameter(call.Request, "query", "SP.CamlQuery", "ViewXml", "DatesInUtc");
        var view = View.Of(call, query.Text("ViewXml"));
        var rows = view.Rows.Take(view.Limit).Select(r => ItemShape.Of(call, call.List, r.Item));
        return RestCall.Json(J.Obj(("value", Shaped.Show(rows, Selection.Parse(call.Query)))));
    }

    private static Reply Render(RestCall call)
    {
        var given = RestBody.Parameter(call.Request, "parameters", "SP.RenderListDataParameters", "ViewXml", "RenderOptions", "Paging", "DatesInUtc");
        if (given.Whole("RenderOptions") is not (null or 0 or ListData))
            throw RestError.NotKnown($"RenderListDataAsStream with RenderOptions {given["RenderOptions"]}");
        var view = View.Of(call, given.Text("ViewXml"));
        var first = First(view, given.Text("Paging"));
        var page = view.Rows.Skip(first).Take(view.Limit).ToList();
        var body = J.Obj(("Row", J.Array(page.Select(r => RenderedRow.Of(call, r, view.Fields)))), ("FirstRow", page.Count == 0 ? 0 : first + 1),
            ("FolderPermissions", Mask(call)), ("LastRow", page.Count == 0 ? 0 : first + page.Count), ("RowLimit", view.Limit));
        if (view.Paged && first + page.Count < view.Rows.Count)
            body["NextHref"] = $"?Paged=TRUE&p_ID={page[^1].Item.Id}&PageFirstRow={first + page.Count + 1}";
        foreach (var (name, value) in J.Obj(("FilterLink", "?"), ("ForceNoHierarchy", "1"), ("HierarchyHasIndention", ""), ("CurrentFolderSpItemUrl", "")))
            body[name] = value?.DeepClone();
        return Reply.Json(200, Reply.Utf8(body), "application/json; charset=utf-8");
    }

    /// <summary>What the caller may do in the list, as one number.</summary>
    public static string Mask(RestCall call)
    {
        var permissions = RoleShape.Permissions(RoleShape.LevelOf(call, call.List, null));
        return "0x" + ((long.Parse(permissions.Text("High")!, CultureInfo.InvariantCulture) << 32)
            | long.Parse(permissions.Text("Low")!, CultureInfo.InvariantCulture)).ToString("x", CultureInfo.InvariantCulture);
    }

    /// <summary>A page goes on after the row that the link of the page before names.</summary>
    private static int First(View view, string? paging)
    {
        if (string.IsNullOrEmpty(paging)) return 0;
        var after = new Query(paging)["p_ID"] ?? throw RestError.Argument("The paging information is not valid.");
        return view.Rows.FindIndex(r => r.Item.Id.ToString(CultureInfo.InvariantCulture) == after) + 1;
    }

    /// <param name="Rows">What the query finds, in its order.</param>
    /// <param name="Fields">The columns to show.</param>
    private sealed record View(List<CamlRow> Rows, IReadOnlyList<Column> Fields, int Limit, bool Paged)
    {
        public static View Of(RestCall call, string? xml)
        {
            var (list, given) = (call.List, ViewXml.Parse(xml is { Length: > 0 } ? xml : "<View/>"));
            var query = CamlQuery.Parse(list, given.Element("Query") is { } q ? ViewXml.Content(q) : "");
            query.DemandBelowThreshold(list);
            var rows = query.Run(ViewRows.Readable(call.Tenant, call.Site, list, call.Caller)).ToList();
            var limit = given.Element("RowLimit");
            return new(rows, Shown(list, given.Element("ViewFields")), limit is null ? DefaultPage : ViewXml.Limit(limit), limit?.IsTrue("Paged") == true);
        }

        private static List<Column> Shown(SharePointList list, XElement? fields) => fields is null
            ? [.. list.Views.Find(v => v.IsDefault)!.Fields.Select(list.Columns.GetValueOrDefault).OfType<Column>()]
            : [.. fields.Elements("FieldRef").Select(f => CamlWhere.ColumnOf(list, f))];
    }
}
