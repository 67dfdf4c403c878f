using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>Permission levels, and who has which on the site, a list or an item.</summary>
internal static class RoleRest
{
    private static readonly string[] Securables = ["web", "web/lists({list})", "web/lists({list})/items({item})"];

    public static IEnumerable<RestOperation> Table =>
    [
        new("GET", "web/roledefinitions", RoleLevel.Read, call => RestAnswer.Many(call, RoleShape.All), "$select,$filter,$top"),
        new("GET", "web/roledefinitions({role})", RoleLevel.Read, Definition, "$select"),
        .. Securables.SelectMany(On),
    ];

    private static IEnumerable<RestOperation> On(string securable) =>
    [
        new("POST", securable + "/breakroleinheritance(copyRoleAssignments,clearSubscopes)", RoleLevel.FullControl, Break),
        new("POST", securable + "/resetroleinheritance", RoleLevel.FullControl, Reset),
        new("GET", securable + "/roleassignments", RoleLevel.FullControl, All, "$select,$expand,$filter,$top"),
        new("GET", securable + "/roleassignments({principal})", RoleLevel.FullControl, One, "$select,$expand"),
        new("DELETE", securable + "/roleassignments({principal})", RoleLevel.FullControl, Delete),
        new("POST", securable + "/roleassignments/addroleassignment(principalid,roledefid)", RoleLevel.FullControl, Add),
        new("POST", securable + "/roleassignments/removeroleassignment(principalid,roledefid)", RoleLevel.FullControl, Remove),
    ];

    private static Reply Definition(RestCall call) => RestAnswer.One(call, RoleShape.Of(RoleShape.Level(call["role"])
        ?? throw RestError.Argument("The role definition does not exist.", 404)));

    private static (SharePointList? List, ListItem? Item) Of(RestCall call) =>
        (call.Names("list") ? call.List : null, call.Names("item") ? call.Row : null);

    private static RoleAssignments InForce(RestCall call) =>
        Of(call) is var (list, item) ? item?.OwnRoles ?? list?.OwnRoles ?? call.Site.Roles : call.Site.Roles;

    /// <summary>The roles of the thing itself, which it has only once it no longer inherits.</summary>
    private static RoleAssignments Own(RestCall call) => Of(call) switch
    {
        (_, { } item) => item.OwnRoles,
        ({ } list, _) => list.OwnRoles,
        _ => call.Site.Roles,
    } ?? throw RestError.NotNow("This operation is not allowed on an object that inherits permissions.");

    private static Reply All(RestCall call) => RestAnswer.Many(call, RoleShape.Assignments(call, InForce(call)));

    private static Reply One(RestCall call)
    {
        var principal = call["principal"].Number;
        return RestAnswer.One(call, RoleShape.Assignment(call, principal,
            InForce(call).ByPrincipal.GetValueOrDefault(principal) ?? throw NoPrincipal(principal)));
    }

    private static Reply Break(RestCall call)
    {
        var (list, item) = Of(call);
        if (list is null || (item is not null ? item.OwnRoles : list.OwnRoles) is not null) return RestCall.Nothing();
        var roles = call.Flag("copyRoleAssignments") ? InForce(call).Copy() : OnlyTheCaller(call);
        if (item is not null) item.OwnRoles = roles;
        else list.OwnRoles = roles;
        if (item is null && call.Flag("clearSubscopes"))
            foreach (var row in list.Items.Values) row.OwnRoles = null;
        return RestCall.Nothing();
    }

    /// <summary>Who breaks inheritance without copying is left with full control, and nobody else with anything.</summary>
    private static RoleAssignments OnlyTheCaller(RestCall call)
    {
        var roles = new RoleAssignments();
        roles.Add(call.Site.Users.Ensure(call.Tenant, call.Caller).Id, RoleLevel.FullControl);
        return roles;
    }

    private static Reply Reset(RestCall call)
    {
        var (list, item) = Of(call);
        if (list is null) throw RestError.NotNow("This operation is not allowed on the root of a site collection.");
        if (item is not null) item.OwnRoles = null;
        else list.OwnRoles = null;
        return RestCall.Nothing();
    }

    private static Reply Add(RestCall call)
    {
        var (principal, level) = (call.Number("principalid"), Level(call));
        if (!SiteGroupRest.IsKnown(call.Site, principal)) throw NoPrincipal(principal);
        Own(call).Add(principal, level);
        return RestCall.Nothing();
    }

    private static Reply Remove(RestCall call)
    {
        var (principal, level, roles) = (call.Number("principalid"), Level(call), Own(call).ByPrincipal);
        if (!roles.TryGetValue(principal, out var levels)) throw NoPrincipal(principal);
        _ = levels.Remove(level);
        if (levels.Count == 0) _ = roles.Remove(principal);
        return RestCall.Nothing();
    }

    private static Reply Delete(RestCall call) => Own(call).ByPrincipal.Remove(call["principal"].Number)
        ? Reply.Empty(200)
        : throw NoPrincipal(call["principal"].Number);

    private static RoleLevel Level(RestCall call) => RoleShape.Level(new("id", call.Parameter("roledefid")))
        ?? throw RestError.Argument("Value does not fall within the expected range.");

    private static GraphError NoPrincipal(int id) =>
        new(404, "-2146232832, Microsoft.SharePoint.SPException", $"Can not find the principal with id: {id}.");
}
