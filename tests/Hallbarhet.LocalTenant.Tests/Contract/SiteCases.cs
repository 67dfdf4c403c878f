using Microsoft.Graph.Models;
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

        .. On("GET", "/v1.0/sites/{site}/permissions", (g, at) => g.Sites[at["site"]].Permissions.GetAsync(),
            Good("Which applications have a role on the site; the roles themselves are not in the list") with { With = [("made", "{permission}")], Facts = [("value/*/grantedToIdentitiesV2/0/application/id", "*"), ("value/0/roles", null)] },
            Bad(403, "accessDenied", "The runtime identity") with { As = Who.Runtime },
            Missing("site", "{host}:/sites/finns-inte", "itemNotFound", "No such site")),

        .. On("POST", "/v1.0/sites/{site}/permissions", (g, at) => g.Sites[at["site"]].Permissions.PostAsync(at.Model<Permission>()),
            Good("An application gets a role on the site", 201) with { Body = """{"roles":["write"],"grantedToIdentities":[{"application":{"id":"44444444-4444-4444-4444-444444444444","displayName":"Kontrakt"}}]}""", Facts = [("roles/0", "write"), ("id", "*")] },
            Bad(400, "invalidRequest", "A role that applications cannot have") with { Body = """{"roles":["manage"],"grantedToIdentities":[{"application":{"id":"44444444-4444-4444-4444-444444444444","displayName":"x"}}]}""" },
            Bad(400, "invalidRequest", "A person instead of an application") with { Findings = ["PERMISSION_RULE"], Body = """{"roles":["write"],"grantedToIdentities":[{"user":{"id":"{member}"}}]}""" },
            Bad(403, "accessDenied", "The runtime identity") with { As = Who.Runtime, Body = """{"roles":["write"],"grantedToIdentities":[{"application":{"id":"44444444-4444-4444-4444-444444444444","displayName":"x"}}]}""" }),

        .. On("GET", "/v1.0/sites/{site}/permissions/{permission}", (g, at) => g.Sites[at["site"]].Permissions[at["permission"]].GetAsync(),
            Good("A permission with its role") with { Facts = [("roles/0", "read"), ("id", "{permission}")] },
            Missing("permission", "finnsInte", "itemNotFound", "No such permission")),

        .. On("DELETE", "/v1.0/sites/{site}/permissions/{permission}", (g, at) => g.Sites[at["site"]].Permissions[at["permission"]].DeleteAsync(),
            Good("The application loses its role", 204),
            Missing("permission", "finnsInte", "itemNotFound", "No such permission")),
    ];
}
