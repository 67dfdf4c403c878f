using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>The quick launch, two levels deep.</summary>
internal static class NavigationRest
{
    private static readonly string[] Settings = ["Title", "Url", "IsExternal", "IsVisible", "AudienceIds"];

    public static IEnumerable<RestOperation> Table =>
    [
        new("GET", "web/navigation", RoleLevel.Read, call => RestAnswer.One(call, Of(call)), "$select,$expand"),
        new("GET", "web/navigation/quicklaunch", RoleLevel.Read, call => RestAnswer.Many(call, Shown(call.Site.QuickLaunch)),
            "$select,$expand,$filter,$top"),
        new("POST", "web/navigation/quicklaunch", RoleLevel.FullControl, call => Add(call, call.Site.QuickLaunch)),
        new("POST", "web/navigation/quicklaunch/MoveAfter(nodeId,previousNodeId)", RoleLevel.FullControl, call => Move(call, call.Site.QuickLaunch)),
        .. Node("web/navigation/quicklaunch({node})"), .. Node("web/navigation/getnodebyid(node)"),
    ];

    /// <summary>An entry is reached by the menu's first level, or by its number wherever it stands.</summary>
    private static IEnumerable<RestOperation> Node(string template) =>
    [
        new("GET", template, RoleLevel.Read, Get, "$select,$expand"),
        new("PATCH", template, RoleLevel.FullControl, Update),
        new("DELETE", template, RoleLevel.FullControl, Delete),
        new("GET", template + "/children", RoleLevel.Read, call => RestAnswer.Many(call, Shown(Find(call).Children)), "$select,$expand,$filter,$top"),
        new("POST", template + "/children", RoleLevel.FullControl, call => Add(call, Find(call).Children)),
        new("POST", template + "/children/MoveAfter(nodeId,previousNodeId)", RoleLevel.FullControl, call => Move(call, Find(call).Children)),
    ];

    private static Shaped Of(RestCall call) => new("SP.Navigation", J.Obj(("UseShared", false)))
    {
        Inner = new()
        {
            // PnP selects it, but it is no property, and the service leaves it out without a word.
            ["Id"] = _ => throw RestError.NoField("Id"),
            ["QuickLaunch"] = inner => Shaped.Show(Shown(call.Site.QuickLaunch), inner),
        },
    };

    private static IEnumerable<Shaped> Shown(IEnumerable<NavigationNode> nodes) => nodes.Select(Shown);

    private static Shaped Shown(NavigationNode node) => new("SP.NavigationNode", J.Obj(("AudienceIds", null), ("CurrentLCID", 1053),
        ("Id", node.Id), ("IsDocLib", true), ("IsExternal", node.IsExternal), ("IsVisible", true), ("ListTemplateType", 0),
        ("Title", node.Title), ("Url", node.Url)))
    {
        Inner = new() { ["Children"] = inner => Shaped.Show(Shown(node.Children), inner) },
    };

    private static NavigationNode? Search(RestCall call, out List<NavigationNode> among)
    {
        var id = call["node"].Number;
        among = call.Site.QuickLaunch.Exists(n => n.Id == id) ? call.Site.QuickLaunch
            : call.Site.QuickLaunch.Find(n => n.Children.Exists(c => c.Id == id))?.Children ?? [];
        return among.Find(n => n.Id == id);
    }

    private static NavigationNode Find(RestCall call) =>
        Search(call, out _) ?? throw RestError.Argument("Value does not fall within the expected range.");

    /// <summary>An entry that does not exist is nothing, not an error.</summary>
    private static Reply Get(RestCall call) =>
        Search(call, out _) is { } node ? RestAnswer.One(call, Shown(node)) : RestCall.Nothing();

    private static Reply Add(RestCall call, List<NavigationNode> among)
    {
        var body = Body(call);
        if (body.Text("Title") is not { Length: > 0 } title || body.Text("Url") is not { } url)
            throw RestError.Argument("Value does not fall within the expected range.");
        var node = new NavigationNode
        {
            Id = ++call.Site.LastNodeId,
            Title = title,
            Url = Relative(call, url),
            IsExternal = body.Flag("IsExternal") ?? false,
        };
        among.Add(node);
        return RestCall.Json(Shown(node).Plain, 201);
    }

    private static Reply Update(RestCall call)
    {
        var (node, body) = (Find(call), Body(call));
        node.Title = body.Text("Title") ?? node.Title;
        node.Url = body.Text("Url") is { } url ? Relative(call, url) : node.Url;
        node.IsExternal = body.Flag("IsExternal") ?? node.IsExternal;
        return Reply.Empty(204);
    }

    private static Reply Delete(RestCall call)
    {
        _ = Find(call);
        _ = Search(call, out var among);
        _ = among.Remove(among.Find(n => n.Id == call["node"].Number)!);
        return Reply.Empty(200);
    }

    /// <summary>Previous 0 makes an entry the first.</summary>
    private static Reply Move(RestCall call, List<NavigationNode> among)
    {
        var (id, after) = (call.Number("nodeId"), call.Number("previousNodeId"));
        var node = among.Find(n => n.Id == id);
        if (node is null || after == id || after != 0 && !among.Exists(n => n.Id == after))
            throw RestError.Argument("Value does not fall within the expected range.");
        _ = among.Remove(node);
        among.Insert(among.FindIndex(n => n.Id == after) + 1, node);
        return RestCall.Nothing();
    }

    private static JsonObject Body(RestCall call)
    {
        var body = RestBody.Entity(call.Request, "SP.NavigationNode", Settings);
        if (body["AudienceIds"] is JsonArray { Count: > 0 } || body.Flag("IsVisible") == false)
            throw RestError.NotKnown("An entry for some only");
        return body;
    }

    /// <summary>An address on the same host is kept without it.</summary>
    private static string Relative(RestCall call, string url)
    {
        var host = new Uri(call.Site.WebUrl).GetLeftPart(UriPartial.Authority);
        return url.StartsWith(host + "/", StringComparison.OrdinalIgnoreCase) ? url[host.Length..] : url;
    }
}
