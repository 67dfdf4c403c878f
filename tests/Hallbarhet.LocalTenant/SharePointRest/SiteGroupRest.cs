using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>SharePoint groups, and who stands in them.</summary>
internal static class SiteGroupRest
{
    private const int Owners = 3;
    private const int Visitors = 4;
    private const int Members = 5;

    public static IEnumerable<RestOperation> Table =>
    [
        new("GET", "web/sitegroups", RoleLevel.Read, call => RestAnswer.Many(call, call.Site.Groups.Select(g => Of(call, g))),
            "$select,$expand,$filter,$top"),
        new("POST", "web/sitegroups", RoleLevel.FullControl, Create),
        new("GET", "web/sitegroups({group})", RoleLevel.Read, call => RestAnswer.One(call, Of(call, Find(call))), "$select,$expand"),
        new("PATCH", "web/sitegroups({group})", RoleLevel.FullControl, Update),
        new("GET", "web/sitegroups({group})/users", RoleLevel.Read, call => RestAnswer.Many(call, Users(call, Find(call))),
            "$select,$filter,$top"),
        new("POST", "web/sitegroups({group})/users", RoleLevel.FullControl, AddUser),
        new("DELETE", "web/sitegroups({group})/users({user})", RoleLevel.FullControl, RemoveUser),
        new("GET", "web/associatedownergroup", RoleLevel.Read, call => Associated(call, Owners), "$select,$expand"),
        new("GET", "web/associatedvisitorgroup", RoleLevel.Read, call => Associated(call, Visitors), "$select,$expand"),
        new("GET", "web/associatedmembergroup", RoleLevel.Read, call => Associated(call, Members), "$select,$expand"),
    ];

    public static bool IsKnown(Site site, int principal) =>
        site.Users.Find(principal) is not null || site.Groups.Exists(g => g.Id == principal);

    /// <summary>A user or a group, whichever has the number.</summary>
    public static Shaped Principal(RestCall call, int id) =>
        call.Site.Groups.Find(g => g.Id == id) is { } group ? Of(call, group) : SiteUserRest.Of(call, call.Site.Users.Find(id)!);

    /// <summary>The site's groups as they hang on the web itself.</summary>
    public static Dictionary<string, Func<Selection, JsonNode?>> OfWeb(RestCall call) => new()
    {
        ["AssociatedMemberGroup"] = inner => Principal(call, Members).Show(inner),
        ["AssociatedOwnerGroup"] = inner => Principal(call, Owners).Show(inner),
        ["SiteGroups"] = inner => Shaped.Show(call.Site.Groups.Select(g => Of(call, g)), inner),
    };

    private static Shaped Of(RestCall call, SiteGroup group) => new("SP.Group", J.Obj(
        ("Id", group.Id), ("IsHiddenInUI", false), ("LoginName", group.Title), ("Title", group.Title), ("PrincipalType", 8),
        ("AllowMembersEditMembership", false), ("AllowRequestToJoinLeave", false), ("AutoAcceptRequestToJoinLeave", false),
        ("Description", group.Description.Length == 0 ? null : group.Description), ("OnlyAllowMembersViewMembership", true),
        ("OwnerTitle", group.OwnerTitle), ("RequestToJoinLeaveEmailSetting", null)))
    {
        Inner = new() { ["Users"] = inner => Shaped.Show(Users(call, group), inner) },
    };

    private static IEnumerable<Shaped> Users(RestCall call, SiteGroup group) =>
        group.Users.Select(id => SiteUserRest.Of(call, call.Site.Users.Find(id)!));

    private static Reply Associated(RestCall call, int id) => RestAnswer.One(call, Of(call, call.Site.Groups.Find(g => g.Id == id)!));

    private static SiteGroup Find(RestCall call)
    {
        var key = call["group"];
        return call.Site.Groups.Find(g => key.By == "name" ? g.Title.Equals(key.Text, StringComparison.OrdinalIgnoreCase) : g.Id == key.Number)
            ?? throw new GraphError(404, "-2146232832, Microsoft.SharePoint.SPException", "Group cannot be found.");
    }

    private static Reply Create(RestCall call)
    {
        var body = RestBody.Entity(call.Request, "SP.Group", "Title", "Description");
        var title = body.Text("Title") is { Length: > 0 } given ? given : throw RestError.Argument("Value does not fall within the expected range.");
        DemandFree(call, title, null);
        var owner = call.Site.Users.Ensure(call.Tenant, call.Caller);
        var group = new SiteGroup
        {
            Id = call.Site.Users.NextId(),
            Title = title,
            Description = body.Text("Description") ?? "",
            OwnerTitle = owner.Title,
        };
        call.Site.Groups.Add(group);
        return RestCall.Json(Of(call, group).Plain, 201);
    }

    private static Reply Update(RestCall call)
    {
        var body = RestBody.Entity(call.Request, "SP.Group", "Title", "Description");
        var group = Find(call);
        if (body.Text("Title") is { } title) DemandFree(call, title, group);
        group.Title = body.Text("Title") ?? group.Title;
        group.Description = body.Text("Description") ?? group.Description;
        return Reply.Empty(204);
    }

    private static void DemandFree(RestCall call, string title, SiteGroup? self)
    {
        if (call.Site.Groups.Exists(g => g != self && g.Title.Equals(title, StringComparison.OrdinalIgnoreCase)))
            throw RestError.Server(-2130575293, "The specified name is already in use.\n\nPlease try again with a new name.");
    }

    private static Reply AddUser(RestCall call)
    {
        var body = RestBody.Entity(call.Request, "SP.User", "LoginName");
        var user = SiteUserRest.Ensure(call, body.Text("LoginName") ?? "");
        var group = Find(call);
        if (!group.Users.Contains(user.Id)) group.Users.Add(user.Id);
        return RestCall.Json(SiteUserRest.Of(call, user).Plain, 201);
    }

    private static Reply RemoveUser(RestCall call)
    {
        var id = call["user"].Number;
        return Find(call).Users.Remove(id) ? Reply.Empty(200) : throw RestError.Argument($"Can not find the user with ID: {id}.", 404);
    }
}
