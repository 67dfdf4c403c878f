using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.OData;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

internal static class ListOperations
{
    private const string ColumnsPath = "/sites/{site}/lists/{list}/columns";

    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/sites/{site}/lists", Right.SiteRead, List, "$select,$filter,$orderby,$top,$expand,$skiptoken"),
        new("POST", "/sites/{site}/lists", Right.SiteManage, Create),
        new("GET", "/sites/{site}/lists/{list}", Right.SiteRead, Get, "$select,$expand"),
        new("PATCH", "/sites/{site}/lists/{list}", Right.SiteManage, Update),
        new("DELETE", "/sites/{site}/lists/{list}", Right.SiteManage, Delete),
        new("GET", ColumnsPath, Right.SiteRead, Columns, "$select,$filter,$orderby,$top,$skiptoken"),
        new("POST", ColumnsPath, Right.SiteManage, AddColumn),
        new("GET", ColumnsPath + "/{column}", Right.SiteRead, GetColumn, "$select"),
        new("PATCH", ColumnsPath + "/{column}", Right.SiteManage, UpdateColumn),
        new("DELETE", ColumnsPath + "/{column}", Right.SiteManage, DeleteColumn),
    ];

    public static SharePointList Of(Call call, out Site site)
    {
        site = SiteOperations.Of(call);
        return site.List(call["list"]);
    }

    /// <summary>SharePoint refuses a change of a list's columns when another one came in between.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arrived">When it came in, by <see cref="SchemaClock"/>.</param>
    public static void DemandNoOverlap(Call call, long arrived)
    {
        if (call.IsWrite && call.Operation!.Template.StartsWith(ColumnsPath, StringComparison.Ordinal) && Of(call, out _).SchemaChange > arrived)
            throw GraphError.SaveConflict();
    }

    private static Reply List(Call call)
    {
        var site = SiteOperations.Of(call);
        var withSystem = call.Query.Select?.Contains("system") == true;
        var shown = call.Tenant.Access.Seen(call.Caller, site).Where(l => withSystem || !l.System).Select(l => Shown(call, site, l));
        return Listing.Answer(call, shown, $"sites('{site.SiteId}')/lists", "list", 200, l => Selected(call, l));
    }

    private static Reply Get(Call call)
    {
        var list = Of(call, out var site);
        return call.One(Selected(call, Shown(call, site, list)), $"sites('{site.SiteId}')/lists/$entity");
    }

    /// <summary>Expanded parts stay although $select does not name them.</summary>
    private static JsonObject Selected(Call call, JsonObject list)
    {
        if (call.Query.Select is null) return list.Copy();
        // Selecting "system" asks for system lists too; the others do not have the facet.
        var isSystem = list.ContainsKey("system");
        if (!isSystem) list["system"] = null;
        var result = Listing.Select(call, list, "list");
        if (!isSystem) result.Remove("system");
        foreach (var name in Expand.Parse(call.Query["$expand"], "columns", "drive").Keys) result[name] = list[name]?.DeepClone();
        return result;
    }

    public static JsonObject Shown(Call call, Site site, SharePointList list)
    {
        var shown = J.Obj(
            ("@odata.etag", list.ETag), ("createdDateTime", list.Created), ("description", list.Description), ("eTag", list.ETag),
            ("id", list.Id),
            ("lastModifiedBy", null), ("lastModifiedDateTime", list.Modified), ("name", list.Name), ("webUrl", list.WebUrl), ("displayName", list.DisplayName),
            ("parentReference", J.Obj(("siteId", site.Id))),
            ("list", J.Obj(("contentTypesEnabled", false), ("hidden", list.Hidden), ("template", list.Template))));
        if (list.System) shown["system"] = new JsonObject();
        foreach (var (name, _) in Expand.Parse(call.Query["$expand"], "columns", "drive"))
            shown[name] = name == "columns" ? J.Array(list.Columns.Values.Select(c => c.Shown()))
                : list.Drive is { } drive ? DriveJson.Shown(drive) : null;
        return shown;
    }

    private static Reply Create(Call call)
    {
        var site = SiteOperations.Of(call);
        var body = call.Json("displayName", "description", "list", "columns");
        var info = body.Inner("list");
        var list = TeamSite.AddList(call.Tenant, site, new(
            body.Text("displayName") ?? throw GraphError.Invalid("displayName is required."),
            info?.Text("template") ?? "genericList", info?.Flag("hidden") ?? false, body.Text("description") ?? ""));
        try
        {
            foreach (var column in body.Objects("columns")) Add(list, ColumnReader.Create(call.Tenant, site, list, column));
        }
        catch (GraphError)
        {
            _ = site.Lists.Remove(list);
            throw;
        }
        return call.One(Shown(call, site, list), $"sites('{site.SiteId}')/lists/$entity", 201);
    }

    private static Reply Update(Call call)
    {
        var list = Of(call, out var site);
        var body = call.Json("displayName", "description");
        if (body.Text("displayName") is { } title)
        {
            if (site.Lists.Any(l => l != list && l.DisplayName.Equals(title, StringComparison.OrdinalIgnoreCase)))
                throw TeamSite.TitleTaken();
            list.DisplayName = title;
        }
        list.Description = body.Text("description") ?? list.Description;
        list.Touch(call.Tenant.NowText);
        return call.One(Shown(call, site, list), $"sites('{site.SiteId}')/lists/$entity");
    }

    private static Reply Delete(Call call)
    {
        var list = Of(call, out var site);
        if (list.System) throw new GraphError(403, "accessDenied", "This list cannot be deleted.");
        _ = site.Lists.Remove(list);
        return Reply.Empty(204);
    }

    private static void Add(SharePointList list, Column column) => list.Columns.Add(column.Name, column);

    private static Reply Columns(Call call)
    {
        var list = Of(call, out var site);
        return Listing.Answer(call, list.Columns.Values.Select(c => c.Shown()), $"sites('{site.SiteId}')/lists('{list.Id}')/columns",
            "columnDefinition", 200);
    }

    private static Reply ColumnReply(Call call, Site site, SharePointList list, Column column, int status = 200) =>
        call.One(call.IsWrite ? column.Shown() : Listing.Select(call, column.Shown(), "columnDefinition"),
            $"sites('{site.SiteId}')/lists('{list.Id}')/columns/$entity", status);

    private static Reply GetColumn(Call call)
    {
        var list = Of(call, out var site);
        return ColumnReply(call, site, list, list.Column(call["column"]));
    }

    private static Reply AddColumn(Call call)
    {
        var list = Of(call, out var site);
        var column = ColumnReader.Create(call.Tenant, site, list, call.Json(ItemOperations.Names(call)));
        Add(list, column);
        list.SchemaChanged(call.Tenant.NowText);
        return ColumnReply(call, site, list, column, 201);
    }

    private static Reply UpdateColumn(Call call)
    {
        var list = Of(call, out var site);
        var column = list.Column(call["column"]);
        ColumnReader.Update(list, column, call.Json(ItemOperations.Names(call)));
        list.SchemaChanged(call.Tenant.NowText);
        return ColumnReply(call, site, list, column);
    }

    private static Reply DeleteColumn(Call call)
    {
        var list = Of(call, out _);
        var column = list.Column(call["column"]);
        if (column.BuiltIn) throw GraphError.Invalid("The column is sealed and cannot be deleted.");
        _ = list.Columns.Remove(column.Name);
        list.SchemaChanged(call.Tenant.NowText);
        return Reply.Empty(204);
    }
}
