using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Sites;

internal static class SiteOperations
{
    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/sites/{site}", Right.SiteRead, Get, "$select"),
    ];

    public static Site Of(Call call) => call.Tenant.Sites.Get(call, call["site"]);

    public static JsonObject Shown(Site site) => J.Obj(
        ("createdDateTime", site.Created), ("description", ""), ("id", site.Id), ("lastModifiedDateTime", site.Created),
        ("name", site.Name),
        ("webUrl", site.WebUrl), ("displayName", site.Title), ("root", new JsonObject()),
        ("siteCollection", J.Obj(("hostname", TenantState.SharePointHost))),
        ("sharepointIds", J.Obj(("siteId", site.SiteId.ToString()), ("webId", site.WebId.ToString()), ("siteUrl", site.WebUrl))));

    private static Reply Get(Call call)
    {
        var site = Shown(Of(call));
        var shown = Listing.Select(call, site, "site");
        if (call.Query.Select is null) shown.Remove("sharepointIds");
        return call.One(shown, "sites/$entity");
    }
}
