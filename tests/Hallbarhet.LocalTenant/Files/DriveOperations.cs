using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.OData;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Files;

internal static class DriveOperations
{
    private const string Shaped = "$select,$expand";

    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/sites/{site}/drives", Right.FileRead, Drives, "$select,$top,$skiptoken"),
        new("GET", "/sites/{site}/drive", Right.FileRead, c => ShownDrive(c, Library(SiteOperations.Of(c))), "$select"),
        new("GET", "/sites/{site}/lists/{list}/drive", Right.FileRead, c => ShownDrive(c, DriveOf(ListOperations.Of(c, out _))), "$select"),
        new("GET", "/drives/{drive}", Right.FileRead, c => ShownDrive(c, Of(c)), "$select"),
        new("GET", "/drives/{drive}/items/{item}", Right.FileRead, c => Shown(c, Node(c)), Shaped),
        new("PATCH", "/drives/{drive}/items/{item}", Right.FileWrite, Update),
        new("DELETE", "/drives/{drive}/items/{item}", Right.FileWrite, Delete),
        new("GET", "/drives/{drive}/items/{item}/children", Right.FileRead, Children, Shaped + ",$top,$orderby,$filter,$skiptoken"),
        new("POST", "/drives/{drive}/items/{item}/children", Right.FileWrite, CreateFolder),
        new("GET", "/drives/{drive}/items/{item}/versions", Right.FileRead, Versions, "$select,$top,$skiptoken"),
        new("GET", "/drives/{drive}/items/{item}/listItem", Right.FileRead, GetListItem, Shaped),
        new("GET", "/drives/{drive}/items/{item}/listItem/fields", Right.FileRead, GetFields, "$select"),
        new("PATCH", "/drives/{drive}/items/{item}/listItem/fields", Right.FileWrite, UpdateFields),
    ];

    /// <summary>The drive of a call; the path reader writes "site!…", "list!…" and "group!…" for the ways that name no drive id.</summary>
    public static Drive Of(Call call)
    {
        var key = call["drive"].Split('!', 2);
        return key[0] switch
        {
            "site" => Library(call.Tenant.Sites.Get(call, key[1])),
            "list" when key[1].Split('!') is [var site, var list] => DriveOf(call.Tenant.Sites.Get(call, site).List(list)),
            "group" => Library(call.Tenant.Sites.Allow(call, call.Tenant.Groups.Get(key[1]).Site)),
            _ => ById(call),
        };
    }

    public static DriveNode Node(Call call) => Of(call).Get(call["item"]);

    public static Reply Shown(Call call, DriveNode node, int status = 200) =>
        call.One(Selected(call, node), $"drives('{node.Drive.Id}')/items/$entity", status);

    private static Drive ById(Call call)
    {
        var list = call.Tenant.Sites.All.SelectMany(s => s.Lists).FirstOrDefault(l => l.Drive?.Id == call["drive"])
            ?? throw GraphError.ItemNotFound("The specified drive was not found");
        _ = call.Tenant.Sites.Allow(call, list.Drive!.Site);
        return list.Drive;
    }

    private static Drive Library(Site site) => DriveOf(site.List("Shared Documents"));

    private static Drive DriveOf(SharePointList list) => list.Drive ?? throw GraphError.ItemNotFound("The list is not a document library");

    private static Reply ShownDrive(Call call, Drive drive) =>
        call.One(Listing.Select(call, DriveJson.Shown(drive), "drive"), "drives/$entity");

    private static Reply Drives(Call call)
    {
        var libraries = SiteOperations.Of(call).Lists.Where(l => l is { Drive: not null, Hidden: false, Template: "documentLibrary" });
        return Listing.Answer(call, libraries.Select(l => DriveJson.Shown(l.Drive!)), "drives", "drive");
    }

    private static JsonObject Selected(Call call, DriveNode node)
    {
        var all = DriveJson.Shown(call, node);
        var expand = Expand.Parse(call.Query["$expand"], "listItem");
        var shown = call.IsWrite ? all : Listing.Select(call, all, "driveItem");
        if (!expand.TryGetValue("listItem", out var options)) return shown;
        var inner = Expand.Parse(options.GetValueOrDefault("$expand"), "fields");
        var plan = FieldPlan.Inner(node.Drive.List, inner.TryGetValue("fields", out var f) ? f.GetValueOrDefault("$select", "*") : null);
        if (node.Item is { } item)
            shown["listItem"] = JsonNode.Parse(ItemWriter.One(call, node.Drive.Site, node.Drive.List, item, plan).Body.Span);
        (shown["listItem"] as JsonObject)?.Remove("@odata.context");
        return shown;
    }

    private static Reply Children(Call call)
    {
        var node = Node(call);
        if (!node.IsFolder) throw GraphError.Invalid("A file has no children.");
        return Listing.Answer(call, node.Children.Values.Select(c => DriveJson.Shown(call, c)),
            $"drives('{node.Drive.Id}')/items('{node.Id}')/children",
            "driveItem", 200, shown => Selected(call, node.Children[shown.Text("name")!]));
    }

    private static Reply CreateFolder(Call call)
    {
        var parent = Node(call);
        var body = call.Json("name", "folder", "@microsoft.graph.conflictBehavior");
        if (body.Inner("folder") is null) throw GraphError.Invalid("Only folders are created this way; 'folder' is missing.");
        var name = body.Text("name") ?? throw GraphError.Invalid("'name' is missing.");
        var behavior = body.Text("@microsoft.graph.conflictBehavior") ?? "fail";
        if (parent.Children.TryGetValue(name, out var existing))
        {
            if (behavior == "replace" && existing.IsFolder) return Shown(call, existing, 201);
            if (behavior != "rename") throw DriveNode.NameTaken();
            name = Content.FreeName(parent, name);
        }
        return Shown(call, parent.Drive.Add(call.Caller, parent, name, null), 201);
    }

    private static Reply Update(Call call)
    {
        var node = Node(call);
        node.DemandWritable(call.Header("If-Match"));
        var body = call.Json("name", "parentReference", "description");
        if (body.Inner("parentReference") is { } reference) Move(node, reference, body.Text("name") ?? node.Name);
        else if (body.Text("name") is { } name) node.Rename(name);
        node.Item!.Write(call.Tenant.Now, node.Drive.Site.Users.Ensure(call.Tenant, call.Caller), new() { ["FileLeafRef"] = node.Name });
        return Shown(call, node);
    }

    private static void Move(DriveNode node, JsonObject reference, string name)
    {
        if (reference.Text("driveId") is { } drive && drive != node.Drive.Id)
            throw GraphError.Invalid("An item cannot be moved to another drive; copy it instead.");
        var target = node.Drive.Get(reference.Text("id") ?? throw GraphError.Invalid("parentReference needs an id."));
        if (target.Children.TryGetValue(name, out var taken) && taken != node) throw DriveNode.NameTaken();
        DriveNode.DemandName(name);
        node.Detach();
        node.Name = name;
        node.Attach(target);
    }

    /// <summary>Newest first. What older versions held is not kept, only who made them.</summary>
    private static Reply Versions(Call call)
    {
        var node = Node(call);
        if (node.IsFolder) throw GraphError.Invalid("A folder has no versions.");
        var versions = Enumerable.Reverse(Row(node).Versions).Select(v => J.Obj(
            ("id", $"{v.Number}.0"), ("lastModifiedBy", DriveJson.Identity(v.Editor)), ("lastModifiedDateTime", J.Iso(v.At)), ("size", v.Size)));
        return Listing.Answer(call, versions, $"drives('{node.Drive.Id}')/items('{node.Id}')/versions", "driveItemVersion");
    }

    private static Reply Delete(Call call)
    {
        var node = Node(call);
        node.DemandWritable(call.Header("If-Match"));
        node.Drive.Remove(node);
        return Reply.Empty(204);
    }

    private static ListItem Row(DriveNode node) => node.Item ?? throw GraphError.ItemNotFound("The root has no list item");

    private static Reply GetListItem(Call call)
    {
        var node = Node(call);
        return ItemWriter.One(call, node.Drive.Site, node.Drive.List, Row(node), FieldPlan.For(call, node.Drive.List));
    }

    private static Reply GetFields(Call call)
    {
        var node = Node(call);
        return ItemWriter.Fields(call, node.Drive.Site, node.Drive.List, Row(node),
            FieldPlan.OfFields(node.Drive.List, call.Query["$select"] ?? "*"));
    }

    private static Reply UpdateFields(Call call)
    {
        var node = Node(call);
        node.DemandWritable(call.Header("If-Match"));
        ItemOperations.Change(call, node.Drive.Site, node.Drive.List, Row(node), call.Json(ItemOperations.Names(call)));
        return ItemWriter.Fields(call, node.Drive.Site, node.Drive.List, Row(node), FieldPlan.All(node.Drive.List));
    }
}
