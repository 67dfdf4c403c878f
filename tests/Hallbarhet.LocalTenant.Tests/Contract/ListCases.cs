using Microsoft.Graph.Models;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class ListCases
{
    private const string Lists = "/v1.0/sites/{site}/lists";
    private const string One = Lists + "/{list}";

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", Lists, (g, at) => g.Sites[at["site"]].Lists.GetAsync(),
            Good("The lists of a site, without the hidden system ones") with { Facts = [("value/*/displayName", "Dokument"), ("value/*/name", "!users")] },
            Good("System lists too when $select names the facet") with { Query = "?$select=id,name,system", Facts = [("value/*/name", "users")] },
            Good("A list found by its title, with its columns") with
            {
                Query = "?$filter=displayName eq 'Dokument'&$expand=columns($select=name,indexed)",
                Facts = [("value/0/displayName", "Dokument"), ("value/0/columns/*/name", "Title")],
            },
            Bad(400, "BadRequest", "A property that a list does not have is selected") with { Query = "?$select=colour", Findings = ["SELECT_UNKNOWN"] },
            Missing("site", "trollhattanexempel.sharepoint.com," + NoGuid + "," + NoGuid, "itemNotFound", "A site that does not exist"),
            Bad(403, "accessDenied", "A person outside the group asks") with { As = Who.Outsider }),
    ];
}
