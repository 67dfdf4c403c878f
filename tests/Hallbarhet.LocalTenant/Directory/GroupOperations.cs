using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.OData;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Directory;

internal static class GroupOperations
{
    private const string Listed = "$select,$filter,$top,$orderby,$count,$skiptoken";

    private static readonly string[] Known =
        ["displayName", "description", "groupTypes", "mailEnabled", "mailNickname", "securityEnabled", "visibility",
        "owners@odata.bind", "members@odata.bind", "resourceBehaviorOptions", "preferredLanguage"];

    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/groups", Right.GroupRead, List, Listed),
        new("POST", "/groups", Right.GroupCreate, Create),
        new("GET", "/groups/{group}", Right.GroupRead, Get, "$select"),
        new("GET", "/groups/{group}/sites/root", Right.SiteRead, RootSite, "$select"),
        new("GET", "/groups/{group}/members", Right.MemberRead, c => People(c, Group(c).Members, true), Listed),
        new("GET", "/groups/{group}/owners", Right.OwnerRead, c => People(c, Group(c).Owners, true), Listed),
        new("GET", "/groups/{group}/members/microsoft.graph.user", Right.MemberRead, c => People(c, Group(c).Members, false), Listed),
        new("GET", "/groups/{group}/owners/microsoft.graph.user", Right.OwnerRead, c => People(c, Group(c).Owners, false), Listed),
        new("POST", "/groups/{group}/members/$ref", Right.MemberWrite, c => Join(c, Group(c).Members, "members")),
        new("POST", "/groups/{group}/owners/$ref", Right.GroupWrite, c => Join(c, Group(c).Owners, "owners")),
        new("DELETE", "/groups/{group}/members/{user}/$ref", Right.MemberWrite, c => Leave(c, Group(c).Members)),
        new("DELETE", "/groups/{group}/owners/{user}/$ref", Right.GroupWrite, LeaveOwners),
    ];

    private static GroupEntry Group(Call call) => call.Tenant.Groups.Get(call["group"]);

    private static Reply Get(Call call) => call.One(Listing.Select(call, Group(call).Properties, "group"), "groups/$entity");

    private static Reply List(Call call)
    {
        DirectoryQuery.Demand(call);
        return Listing.Answer(call, call.Tenant.Groups.All.Select(g => g.Properties), "groups", "group");
    }

    private static Reply RootSite(Call call) =>
        call.One(Listing.Select(call, SiteOperations.Shown(call.Tenant.Sites.Allow(call, Group(call).Site)), "site"), "sites/$entity");

    private static Reply Create(Call call)
    {
        var body = call.Json(Known);
        foreach (var name in (string[])["displayName", "mailEnabled", "mailNickname", "securityEnabled"])
            if (body[name] is null)
                throw new GraphError(400, "Request_BadRequest", $"A value is required for property '{name}' of resource 'Group'.");
        if (!body.Texts("groupTypes").Contains("Unified"))
            throw new GraphError(501, "notImplemented", "The local tenant creates Unified groups only");
        var owners = Bound(call, body, "owners@odata.bind");
        var members = Bound(call, body, "members@odata.bind");
        if (owners.Count + members.Count > 20)
            throw new GraphError(400, "Request_BadRequest", "The number of owners and members in one request exceeds the limit of 20.");
        var group = call.Tenant.Groups.Add(body);
        foreach (var user in owners) call.Tenant.Groups.Join(group, group.Owners, user, "owners");
        foreach (var user in members) call.Tenant.Groups.Join(group, group.Members, user, "members");
        return call.One(group.Properties.Copy(), "groups/$entity", 201);
    }

    private static List<UserAccount> Bound(Call call, JsonObject body, string name) => [.. body.Texts(name).Select(url => User(call, url))];

    private static UserAccount User(Call call, string url) => call.Tenant.Users.Get(url.Split('/')[^1]);

    private static Reply People(Call call, List<string> ids, bool typed)
    {
        DirectoryQuery.Demand(call);
        var users = ids.Select(id => call.Tenant.Users.Get(id).Properties);
        return Listing.Answer(call, users, typed ? "directoryObjects" : "users", "user", show: user => Person(call, user, typed));
    }

    private static JsonObject Person(Call call, JsonObject user, bool typed)
    {
        var shown = UserOperations.Shown(call, user);
        if (typed) shown.Insert(0, "@odata.type", "#microsoft.graph.user");
        return shown;
    }

    private static Reply Join(Call call, List<string> list, string property)
    {
        var url = call.Json("@odata.id").Text("@odata.id") ?? throw new GraphError(400, "Request_BadRequest", "@odata.id is missing.");
        call.Tenant.Groups.Join(Group(call), list, User(call, url), property);
        return Reply.Empty(204);
    }

    private static Reply Leave(Call call, List<string> list) => list.Remove(call["user"])
        ? Reply.Empty(204)
        : throw new GraphError(404, "Request_ResourceNotFound",
            $"Resource '{call["user"]}' does not exist or one of its queried reference-property objects are not present.");

    private static Reply LeaveOwners(Call call)
    {
        if (Group(call).Owners is [var last] && last == call["user"])
            throw new GraphError(400, "Request_BadRequest", "The group must have at least one owner, hence this owner cannot be removed.");
        return Leave(call, Group(call).Owners);
    }
}
