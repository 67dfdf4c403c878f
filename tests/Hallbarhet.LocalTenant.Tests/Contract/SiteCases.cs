using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class SiteCases
{
    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", "/v1.0/sites/{site}", (g, at) => g.Sites[at["site"]].GetAsync(),
            Good("A site by its id of three parts") with { Facts = [("id", "{site}"), ("displayName", "*"), ("webUrl", "*"), ("sharepointIds", null)] },
            Good("A site by host and path") with { Path = "/v1.0/sites/{host}:/sites/{siteName}", Sdk = (g, at) => g.Sites[$"{at["host"]}:/sites/{at["siteName"]}"].GetAsync(), Facts = [("id", "{site}")] },
            Good("Identifiers of the site when $select asks for them") with { Query = "?$select=id,sharepointIds", Facts = [("sharepointIds/siteId", "*"), ("displayName", null)] },
            Missing("site", "{host}:/sites/finns-inte", "itemNotFound", "No site has this path"),
            Bad(400, "BadRequest", "A property that a site does not have is selected") with { Findings = ["SELECT_UNKNOWN"], Query = "?$select=colour" },
            Bad(501, "notImplemented", "A query option that the product does not use") with { Query = "?$expand=lists", Differs = "The service would expand; the tenant knows the options that the product sends and refuses the rest loudly." },
            Bad(403, "accessDenied", "A person outside the group") with { As = Who.Outsider },
            Bad(401, "InvalidAuthenticationToken", "No token") with { Findings = ["REQ_NO_AUTH"], As = Who.Nobody },
            Bad(401, "InvalidAuthenticationToken", "A token that was issued for SharePoint") with { As = Who.SharePoint }),
    ];
}
