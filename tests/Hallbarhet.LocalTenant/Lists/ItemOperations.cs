using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.OData;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

internal static class ItemOperations
{
    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/sites/{site}/lists/{list}/items", Right.SiteRead, List, "$select,$expand,$filter,$orderby,$top,$skiptoken"),
        new("POST", "/sites/{site}/lists/{list}/items", Right.SiteWrite, Create, "$select,$expand"),
        new("GET", "/sites/{site}/lists/{list}/items/{item}", Right.SiteRead, Get, "$select,$expand"),
        new("DELETE", "/sites/{site}/lists/{list}/items/{item}", Right.SiteWrite, Delete),
        new("GET", "/sites/{site}/lists/{list}/items/{item}/fields", Right.SiteRead, GetFields, "$select"),
        new("PATCH", "/sites/{site}/lists/{list}/items/{item}/fields", Right.SiteWrite, Update),
        new("GET", "/sites/{site}/lists/{list}/items/{item}/versions", Right.SiteRead, Versions, "$expand,$top,$select"),
    ];

    private static Reply List(Call call)
    {
        var list = ListOperations.Of(call, out var site);
        var plan = FieldPlan.For(call, list);
        var (rows, next) = new ItemQuery(call, site, list).Page();
        return ItemWriter.Many(call, site, list, rows, plan, next is null ? null : ("@odata.nextLink", next));
    }

    private static ListItem Item(Call call, out Site site, out SharePointList list)
    {
        list = ListOperations.Of(call, out site);
        return list.Item(call["item"]);
    }

    private static Reply Get(Call call)
    {
        var item = Item(call, out var site, out var list);
        return ItemWriter.One(call, site, list, item, FieldPlan.For(call, list));
    }

    private static Reply GetFields(Call call)
    {
        var item = Item(call, out var site, out var list);
        var plan = call.Query["$select"] is null ? FieldPlan.All(list) : FieldPlan.OfFields(list, call.Query["$select"]!);
        return ItemWriter.Fields(call, site, list, item, plan);
    }

    private static Reply Create(Call call)
    {
        var list = ListOperations.Of(call, out var site);
        if (list.Drive is not null) throw GraphError.Invalid("To add an item to a document library, upload a file.");
        if (list.System) throw new GraphError(403, "accessDenied", "Access denied");
        var fields = call.Json("fields", "contentType").Inner("fields") ?? throw GraphError.Invalid("'fields' is missing.");
        var values = ItemValues.Read(site, list, fields);
        ItemValues.Complete(call.Tenant, list, values);
        ItemValues.Check(list, values, null);
        var item = Add(call.Tenant, site, list, call.Caller, values);
        return ItemWriter.One(call, site, list, item, FieldPlan.All(list), 201);
    }

    /// <summary>Makes a row of values that were checked.</summary>
    public static ListItem Add(TenantState tenant, Site site, SharePointList list, Caller caller, Dictionary<string, object?> values)
    {
        var author = site.Users.Ensure(tenant, caller);
        var item = new ListItem { Id = ++list.LastItemId, UniqueId = tenant.Ids.Guid(), Created = tenant.Now, Author = author };
        item.Write(tenant.Now, author, values);
        list.Items.Add(item);
        list.Touch(tenant.NowText);
        return item;
    }

    private static Reply Update(Call call)
    {
        var item = Item(call, out var site, out var list);
        item.DemandWritable(call.Header("If-Match"));
        Change(call, site, list, item, call.Json(Names(call)));
        return ItemWriter.Fields(call, site, list, item, FieldPlan.All(list));
    }

    /// <summary>The rules of the list judge the names, so every name may stand in the body.</summary>
    public static string[] Names(Call call) => J.Parse(call.Body.Span) is JsonObject body ? [.. body.Select(m => m.Key)] : [];

    public static void Change(Call call, Site site, SharePointList list, ListItem item, JsonObject body)
    {
        if (list.System) throw new GraphError(403, "accessDenied", "Access denied");
        var values = ItemValues.Read(site, list, body);
        ItemValues.Check(list, values, item);
        Store(call.Tenant, site, list, item, call.Caller, values);
    }

    /// <summary>Writes values that were checked; the name of a file is a value too.</summary>
    public static void Store(TenantState tenant, Site site, SharePointList list, ListItem item, Caller caller, Dictionary<string, object?> values)
    {
        if (values.TryGetValue("FileLeafRef", out var name)) item.Node?.Rename(name as string ?? "");
        item.Write(tenant.Now, site.Users.Ensure(tenant, caller), values);
        list.Touch(tenant.NowText);
    }

    private static Reply Delete(Call call)
    {
        var item = Item(call, out var site, out var list);
        item.DemandWritable(call.Header("If-Match"));
        Remove(call.Tenant, site, list, item);
        return Reply.Empty(204);
    }

    public static void Remove(TenantState tenant, Site site, SharePointList list, ListItem item)
    {
        item.Node?.Detach();
        list.Items.Remove(item);
        foreach (var other in site.Lists)
            foreach (var column in other.Columns.Values.Where(c => c.LookupListId == list.Id))
                foreach (var row in other.Items.Values.Where(r => Points(r, column, item.Id))) row.Erase(column.Name, item.Id);
        list.Touch(tenant.NowText);
    }

    private static bool Points(ListItem row, Column column, int id) =>
        row.Values.TryGetValue(column.Name, out var value) && (value is int one ? one == id : value is int[] many && many.Contains(id));

    private static Reply Versions(Call call)
    {
        var item = Item(call, out var site, out var list);
        var withFields = Expand.Parse(call.Query["$expand"], "fields").ContainsKey("fields");
        var versions = Enumerable.Reverse(item.Versions).Take(call.Query.Top ?? int.MaxValue);
        return Reply.Json(200, ItemWriter.Build(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", call.Context($"sites('{site.SiteId}')/lists('{list.Id}')/items('{item.Id}')/versions"));
            writer.WriteStartArray("value");
            foreach (var version in versions) Version(writer, site, list, item, version, withFields);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    private static void Version(Utf8JsonWriter writer, Site site, SharePointList list, ListItem item, ItemVersion version, bool withFields)
    {
        writer.WriteStartObject();
        writer.WriteString("id", $"{version.Number}.0");
        writer.WriteString("lastModifiedDateTime", J.Iso(version.At));
        ItemWriter.Identity(writer, "lastModifiedBy", version.Editor);
        if (withFields)
        {
            writer.WriteStartObject("fields");
            FieldWriter.Version(writer, site, list, item, version);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }
}
