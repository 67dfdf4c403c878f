using Microsoft.Graph.Models;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class ListCases
{
    private const string Lists = "/v1.0/sites/{site}/lists";
    private const string One = Lists + "/{list}";
    private const string NoSite = "trollhattanexempel.sharepoint.com," + NoGuid + "," + NoGuid;

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", Lists, (g, at) => g.Sites[at["site"]].Lists.GetAsync(),
            Good("The lists of a site, without the hidden system ones") with { Facts = [("value/*/displayName", "*"), ("value/*/name", "!users")] },
            Good("System lists too when $select names the facet") with { Query = "?$select=id,name,system", Facts = [("value/*/name", "users")] },
            Good("A list found by its title, with its columns") with { Query = "?$filter=displayName eq 'Dokument'&$expand=columns", Facts = [("value/0/displayName", "Dokument"), ("value/0/columns/*/name", "Title")] },
            Good("As many as $top asks for, and a link to the rest") with { Query = "?$top=1", Facts = [("value/1", null), ("@odata.nextLink", "~[$]skiptoken=")] },
            Bad(400, "BadRequest", "A property that a list does not have is selected") with { Findings = ["SELECT_UNKNOWN"], Query = "?$select=colour" },
            Bad(400, "BadRequest", "$top that is no positive number") with { Findings = ["QUERY_SYNTAX"], Query = "?$top=0" },
            Bad(400, "BadRequest", "A query option given twice") with { Findings = ["QUERY_DUP"], Query = "?$top=1&$top=2" },
            Bad(400, "BadRequest", "A filter that is no expression") with { Findings = ["FILTER_INVALID"], Query = "?$filter=displayName is 'Dokument'" },
            Bad(400, "BadRequest", "Something that cannot be expanded") with { Findings = ["EXPAND_UNKNOWN"], Query = "?$expand=views" },
            Missing("site", NoSite, "itemNotFound", "No such site"),
            Bad(403, "accessDenied", "A person outside the group asks") with { As = Who.Outsider }),

        .. Anywhere("POST", Lists, (g, at) => g.Sites[at["site"]].Lists.PostAsync(at.Model<List>()),
            Good("A list with its columns", 201) with
            {
                Body = """{"displayName":"Kontrakt skapad {n}","list":{"template":"genericList"},"columns":[{"name":"Status","choice":{"choices":["Öppen","Klar"]}}]}""",
                Facts = [("displayName", "Kontrakt skapad {n}"), ("list/template", "genericList"), ("@odata.context", "*")],
            },
            Good("A document library", 201) with { Body = """{"displayName":"Kontrakt arkiv {n}","list":{"template":"documentLibrary"}}""", Facts = [("list/template", "documentLibrary")] },
            Bad(409, "nameAlreadyExists", "A title that a library or list already has") with { Body = """{"displayName":"Dokument","list":{"template":"genericList"}}""" },
            Bad(400, "invalidRequest", "No title") with { Findings = ["REQ_REQUIRED"], Body = """{"list":{"template":"genericList"}}""" },
            Bad(400, "BadRequest", "A property that a list does not have") with { Findings = ["REQ_UNKNOWN_PROP"], Body = """{"displayName":"Kontrakt {n}","colour":"red"}""" },
            Bad(400, "BadRequest", "A member given twice") with { Body = """{"displayName":"Kontrakt","displayName":"Kontrakt"}""", RawOnly = true },
            Bad(400, "BadRequest", "A body that is no JSON") with { Findings = ["REQ_BODY_MISSING"], Body = "displayName=Kontrakt", RawOnly = true },
            Bad(501, "notImplemented", "A template that the product does not use") with { Body = """{"displayName":"Kontrakt {n}","list":{"template":"survey"}}""", Differs = "The service has more templates than genericList and documentLibrary." },
            Bad(403, "accessDenied", "The runtime identity, which may write but not build") with { As = Who.Runtime, Body = """{"displayName":"Kontrakt {n}","list":{"template":"genericList"}}""" }),

        .. Anywhere("GET", One, (g, at) => g.Sites[at["site"]].Lists[at["list"]].GetAsync(),
            Good("A list by its id") with { Facts = [("id", "{list}"), ("list/template", "genericList")] },
            Good("A list by its title, with its columns") with { Path = Lists + "/{list.displayName}", Query = "?$expand=columns", Sdk = (g, at) => g.Sites[at["site"]].Lists[at["list.displayName"]].GetAsync(c => c.QueryParameters.Expand = ["columns"]), Facts = [("columns/*/name", "Status")] },
            Missing("list", NoGuid, "itemNotFound", "No such list"),
            Bad(403, "accessDenied", "A person outside the group asks") with { As = Who.Outsider }),

        .. Anywhere("PATCH", Lists + "/{newList}", (g, at) => g.Sites[at["site"]].Lists[at["newList"]].PatchAsync(at.Model<List>()),
            Good("A new title; the name in the address stays") with { Body = """{"displayName":"Kontrakt omdöpt {n}"}""", Facts = [("displayName", "Kontrakt omdöpt {n}"), ("name", "{newList.name}")] },
            Bad(409, "nameAlreadyExists", "A title that another list has") with { Body = """{"displayName":"Dokument"}""" },
            Bad(400, "BadRequest", "A property that cannot be changed") with { Body = """{"name":"Kontrakt"}""" },
            Bad(403, "accessDenied", "The runtime identity, which may not build") with { As = Who.Runtime, Body = """{"displayName":"Kontrakt {n}"}""" }),

        .. Anywhere("DELETE", Lists + "/{newList}", (g, at) => g.Sites[at["site"]].Lists[at["newList"]].DeleteAsync(),
            Good("A list and its rows are gone", 204),
            Missing("newList", NoGuid, "itemNotFound", "No such list"),
            Bad(403, "accessDenied", "A list of the system") with { Path = Lists + "/users", With = [("newList", "users")] }),
    ];
}
