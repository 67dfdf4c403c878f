using Hallbarhet.LocalTenant.OData;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Identity;

/// <summary>Sites.Selected: an administrator's script gives an application a role on one site.</summary>
internal static class SitePermissionOperations
{
    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/sites/{site}/permissions", Right.SiteGrant, List, "$select,$top"),
        new("POST", "/sites/{site}/permissions", Right.SiteGrant, Create),
        new("GET", "/sites/{site}/permissions/{permission}", Right.SiteGrant, Get, "$select"),
        new("DELETE", "/sites/{site}/permissions/{permission}", Right.SiteGrant, Delete),
    ];

    private static Site Of(Call call) => call.Tenant.Sites.Find(call["site"])
        ?? throw GraphError.ItemNotFound("Requested site could not be found");

    private static Reply List(Call call)
    {
        var site = Of(call);
        return Listing.Answer(call, site.Grants.All.Select(g => Shown(g, withRoles: false)), Context(site), "permission");
    }

    private static Reply Get(Call call)
    {
        var grant = Find(call, out var site);
        return call.One(Listing.Select(call, Shown(grant, withRoles: true), "permission"), Context(site) + "/$entity");
    }

    private static Reply Create(Call call)
    {
        var site = Of(call);
        var body = call.Json("roles", "grantedToIdentities", "grantedToIdentitiesV2");
        string[] roles = [.. body.Texts("roles")];
        if (roles.Length != 1) throw GraphError.Invalid("Exactly one role is granted at a time.");
        var identities = body.Objects("grantedToIdentities").Concat(body.Objects("grantedToIdentitiesV2")).ToList();
        if (identities is not [var identity] || identity.Inner("application") is not { } application)
            throw GraphError.Invalid("grantedToIdentities must name one application; people are not granted a site this way.");
        if (!Guid.TryParse(application.Text("id"), out var id)) throw GraphError.Invalid("The id of the application must be a client id.");
        var grant = site.Grants.Add(call.Tenant, id.ToString(), application.Text("displayName") ?? "", SiteGrants.Parse(roles[0]));
        return call.One(Shown(grant, withRoles: true), Context(site) + "/$entity", 201);
    }

    private static Reply Delete(Call call)
    {
        var grant = Find(call, out var site);
        site.Grants.Remove(grant);
        return Reply.Empty(204);
    }

    private static SiteGrant Find(Call call, out Site site)
    {
        site = Of(call);
        return site.Grants.Find(call["permission"]) ?? throw GraphError.ItemNotFound("The specified permission was not found");
    }

    private static string Context(Site site) => $"sites('{site.SiteId}')/permissions";

    /// <summary>The listing leaves the roles out, as the service does; one permission shows them.</summary>
    private static JsonObject Shown(SiteGrant grant, bool withRoles)
    {
        var shown = J.Obj(("id", grant.Id));
        if (withRoles) shown["roles"] = new JsonArray(SiteGrants.Name(grant.Role));
        foreach (var name in (string[])["grantedToIdentitiesV2", "grantedToIdentities"])
            shown[name] = new JsonArray(J.Obj(("application", J.Obj(("displayName", grant.DisplayName), ("id", grant.ClientId)))));
        return shown;
    }
}
