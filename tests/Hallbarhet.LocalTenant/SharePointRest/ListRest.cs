using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

internal static class ListRest
{
    private static readonly string[] Settings = ["Title", "Description", "Hidden", "EnableVersioning", "MajorVersionLimit", "EnableMinorVersions",
        "EnableModeration", "DraftVersionVisibility", "ReadSecurity", "WriteSecurity"];

    public static IEnumerable<RestOperation> Table =>
    [
        new("GET", "web/lists", RoleLevel.Read, All, "$select,$expand,$filter,$top"),
        new("POST", "web/lists", RoleLevel.Edit, Create),
        new("GET", "web/lists({list})", RoleLevel.Read, call => RestAnswer.One(call, ListShape.Of(call, call.List)), "$select,$expand"),
        new("PATCH", "web/lists({list})", RoleLevel.Edit, Update),
        new("DELETE", "web/lists({list})", RoleLevel.Edit, Delete),
        new("GET", "web/lists({list})/rootfolder", RoleLevel.Read, call => RestAnswer.One(call, FolderShape.OfList(call.List)), "$select"),
    ];

    private static Reply All(RestCall call) => RestAnswer.Many(call, call.Site.Lists
        .Where(l => Rights.May(call.Tenant, call.Site, l, null, call.Caller, RoleLevel.Read)).Select(l => ListShape.Of(call, l)));

    private static Reply Create(RestCall call)
    {
        var body = RestBody.Entity(call.Request, "SP.List", [.. Settings, "BaseTemplate"]);
        var title = body.Text("Title") is { Length: > 0 } given ? given : throw RestError.Argument("Invalid list name.");
        var template = Template(body.Whole("BaseTemplate") ?? 100);
        Check(body, template == "documentLibrary");
        DemandFree(call, title, null);
        var list = TeamSite.AddList(call.Tenant, call.Site, new(title, template, false, ""));
        Apply(list, body);
        return RestCall.Json(ListShape.Of(call, list).Show(new()), 201);
    }

    private static Reply Update(RestCall call)
    {
        var body = RestBody.Entity(call.Request, "SP.List", Settings);
        var list = call.List;
        Check(body, list.Drive is not null);
        if (body.Text("Title") is { } title)
        {
            DemandFree(call, title, list);
            list.DisplayName = title;
        }
        Apply(list, body);
        call.Touch(list);
        return Reply.Empty(204);
    }

    private static Reply Delete(RestCall call)
    {
        if (call.List.System)
            throw new GraphError(403, "-2147024891, System.UnauthorizedAccessException", "This list cannot be deleted.");
        _ = call.Site.Lists.Remove(call.List);
        return Reply.Empty(200);
    }

    private static string Template(int number) => number switch
    {
        100 => "genericList",
        101 => "documentLibrary",
        _ => throw RestError.NotKnown($"BaseTemplate {number}"),
    };

    private static void DemandFree(RestCall call, string title, SharePointList? self)
    {
        if (call.Site.Lists.Exists(l => l != self && l.DisplayName.Equals(title, StringComparison.OrdinalIgnoreCase)))
            throw RestError.Server(-2130575342, TeamSite.TitleTaken().Message);
    }

    private static void Check(JsonObject body, bool isLibrary)
    {
        if (body.Flag("EnableMinorVersions") == true && !isLibrary)
            throw new GraphError(500, "-2146233067, System.NotSupportedException", "Specified method is not supported.");
        foreach (var (name, least, most) in ((string, int, int)[])[("MajorVersionLimit", 1, 50000), ("DraftVersionVisibility", 0, 2),
            ("ReadSecurity", 1, 2), ("WriteSecurity", 1, 4)])
            if (body.Whole(name) is { } number && (number < least || number > most || (name, number) is ("WriteSecurity", 3)))
                throw new GraphError(400, "-2146233086, System.ArgumentOutOfRangeException",
                    "Specified argument was out of the range of valid values.\r\nParameter name: " + name);
    }

    private static void Apply(SharePointList list, JsonObject body)
    {
        list.Description = body.Text("Description") ?? list.Description;
        list.Hidden = body.Flag("Hidden") ?? list.Hidden;
        list.EnableVersioning = body.Flag("EnableVersioning") ?? list.EnableVersioning;
        list.EnableMinorVersions = body.Flag("EnableMinorVersions") ?? list.EnableMinorVersions;
        list.EnableModeration = body.Flag("EnableModeration") ?? list.EnableModeration;
        list.MajorVersionLimit = body.Whole("MajorVersionLimit") ?? list.MajorVersionLimit;
        list.DraftVersionVisibility = body.Whole("DraftVersionVisibility") ?? list.DraftVersionVisibility;
        list.ReadSecurity = body.Whole("ReadSecurity") ?? list.ReadSecurity;
        list.WriteSecurity = body.Whole("WriteSecurity") ?? list.WriteSecurity;
    }
}
