using Microsoft.Graph.Models;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class ItemCases
{
    private const string List = "/v1.0/sites/{site}/lists/{list}";
    private const string Items = List + "/items";
    private const string Item = Items + "/{item}";

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", Items, (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items.GetAsync(),
            Good("Rows without their values when nothing is expanded") with { With = [("row", "{item}")], Facts = [("value/*/id", "{item}"), ("value/0/fields", null)] },
            Good("Rows with the values that $select inside $expand names, filtered on an indexed column") with
            {
                Query = "?$expand=fields($select=Title,Status)&$filter=fields/Status eq 'Öppen' and fields/DueOn ge '2026-03-01T00:00:00Z'&$top=500", With = [("row", "{item}")],
                Sdk = (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items.GetAsync(c => { c.QueryParameters.Expand = ["fields($select=Title,Status)"]; c.QueryParameters.Filter = "fields/Status eq 'Öppen' and fields/DueOn ge '2026-03-01T00:00:00Z'"; c.QueryParameters.Top = 500; }),
                Facts = [("value/*/id", "{item}"), ("value/*/fields/Status", "Öppen"), ("value/0/fields/Place", null)],
            },
            Good("A page of $top rows and an opaque link to the next") with { Query = "?$top=1", With = [("a", "{item}"), ("b", "{item2}")], Facts = [("value/1", null), ("@odata.nextLink", "~[$]skiptoken=")] },
            Good("Rows in the order of an indexed column") with { Query = "?$orderby=fields/DueOn desc&$expand=fields($select=DueOn)", Facts = [("value/0/fields/DueOn", "*")], With = [("row", "{item}")] },
            Good("A filter on a column without index, by who says that it may fail") with { Query = "?$filter=fields/Place eq 'Stadshuset'", With = [("row", "{item}")], Headers = [("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly")], Facts = [("value/*/id", "{item}")] },
            Bad(400, "invalidRequest", "A filter on a column without index") with { Facts = [("error/message", "~not indexed")], Findings = ["LIST_NONINDEXED"], Query = "?$filter=fields/Place eq 'Stadshuset'", Sdk = (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items.GetAsync(c => c.QueryParameters.Filter = "fields/Place eq 'Stadshuset'") },
            Bad(400, "invalidRequest", "An order by a column without index") with { Findings = ["LIST_NONINDEXED"], Query = "?$orderby=fields/Place" },
            Bad(400, "invalidRequest", "A filter on a column that the list does not have") with { Findings = ["LIST_NONINDEXED"], Query = "?$filter=fields/Nope eq 'x'" },
            Bad(400, "invalidRequest", "A column in $select that the list does not have") with { Query = "?$expand=fields($select=Nope)" },
            Bad(400, "invalidRequest", "A $skiptoken that the tenant did not hand out") with { Query = "?$skiptoken=hemgjord" },
            Missing("list", NoGuid, "itemNotFound", "No such list")),

        .. Anywhere("GET", Items + "/delta", (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items.Delta.GetAsDeltaGetResponseAsync(),
            Good("Every row, and a link that asks later what has changed") with { With = [("row", "{item}")], Facts = [("value/*/id", "{item}"), ("@odata.deltaLink", "~token="), ("@odata.nextLink", null)] },
            Good("No rows, and a link from now on") with { Query = "?token=latest", Facts = [("value/0", null), ("@odata.deltaLink", "*")] },
            Bad(400, "invalidRequest", "A token that the tenant did not hand out") with { Query = "?token=hemgjord" },
            Bad(501, "notImplemented", "A filter on changes, which the service does not know either") with { Query = "?$filter=fields/Status eq 'Öppen'" },
            Missing("list", NoGuid, "itemNotFound", "No such list")),

        .. Anywhere("GET", Items + "/delta(token='{token}')", (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items.DeltaWithToken(at["token"]).GetAsDeltaWithTokenGetResponseAsync(),
            Good("No rows, and a link from now on") with { With = [("token", "latest")], Facts = [("value/0", null), ("@odata.deltaLink", "*")] },
            Bad(400, "invalidRequest", "A token that the tenant did not hand out") with { With = [("token", "hemgjord")] }),

        .. Anywhere("POST", Items, (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items.PostAsync(at.Model<ListItem>()),
            Good("A row with values of every kind", 201) with
            {
                Body = """{"fields":{"Title":"Kontrakt {n}","Status":"Klar","Minutes":15,"Shared":true,"DueOn":"2026-05-01T00:00:00Z","StartsAt":"2026-05-01T07:00:00Z","Note":"Två\nrader","Tags@odata.type":"Collection(Edm.String)","Tags":["a","b"]}}""",
                Facts = [("fields/Status", "Klar"), ("fields/Minutes", "15"), ("fields/Shared", "true"), ("fields/Tags/1", "b"), ("@odata.etag", "*"), ("createdBy", "*")],
            },
            Bad(400, "invalidRequest", "A column that the list does not have") with { Findings = ["FIELD_UNKNOWN"], Body = """{"fields":{"Nope":"x"}}""" },
            Bad(400, "invalidRequest", "A value that is none of the choices") with { Facts = [("error/message", "~not one of the choices")], Findings = ["FIELD_CHOICE"], Body = """{"fields":{"Status":"Kanske"}}""" },
            Bad(400, "invalidRequest", "A number as text") with { Facts = [("error/message", "~does not have the type of its column")], Findings = ["FIELD_RULE"], Body = """{"fields":{"Minutes":"femton"}}""" },
            Bad(400, "invalidRequest", "A person by name instead of by id") with { Facts = [("error/message", "~OwnerLookupId")], Findings = ["FIELD_RULE"], Body = """{"fields":{"Owner":"Karin"}}""" },
            Bad(400, "invalidRequest", "A person whom the site does not know") with { Facts = [("error/message", "~could not be found")], Body = """{"fields":{"OwnerLookupId":4711}}""" },
            Bad(400, "invalidRequest", "Several choices without their type") with { Facts = [("error/message", "~Tags@odata.type")], Findings = ["FIELD_RULE"], Body = """{"fields":{"Tags":["a"]}}""" },
            Bad(400, "invalidRequest", "A value for a column that only the system writes") with { Facts = [("error/message", "~read-only")], Findings = ["REQ_READONLY"], Body = """{"fields":{"Created":"2026-01-01T00:00:00Z"}}""" },
            Bad(400, "invalidRequest", "A text of more than 255 characters") with { Body = $$"""{"fields":{"Title":"{{new string('å', 256)}}"} }""" },
            Bad(409, "nameAlreadyExists", "A value that another row has in a unique column") with { Body = """{"fields":{"MailKey":"unik"}}""", With = [("first", "{uniqueItem}")] },
            Bad(400, "invalidRequest", "No fields") with { Findings = ["REQ_REQUIRED"], Body = "{}" },
            Bad(400, "invalidRequest", "A row in a library, where an upload makes rows") with { Path = "/v1.0/sites/{site}/lists/{library}/items", Body = """{"fields":{"Title":"x"}}""" },
            Bad(403, "accessDenied", "A person outside the group") with { As = Who.Outsider, Body = """{"fields":{"Title":"x"}}""" }),

        .. Anywhere("GET", Item, (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items[at["item"]].GetAsync(),
            Good("One row without its values") with { Facts = [("id", "{item}"), ("fields", null), ("parentReference/siteId", "*"), ("contentType/name", "*")] },
            Good("One row with its values; people and lookups as ids") with { Query = "?$expand=fields", Sdk = (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items[at["item"]].GetAsync(c => c.QueryParameters.Expand = ["fields"]), Facts = [("fields/Status", "Öppen"), ("fields/AuthorLookupId", "*")] },
            Missing("item", "99999", "itemNotFound", "No such row")),

        .. Anywhere("DELETE", Item, (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items[at["item"]].DeleteAsync(),
            Good("A row is gone", 204),
            Bad(412, "resourceModified", "The row has changed since it was read") with { Headers = [("If-Match", "\"" + NoGuid + ",9\"")] },
            Missing("item", "99999", "itemNotFound", "No such row")),

        .. Anywhere("GET", Item + "/fields", (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items[at["item"]].Fields.GetAsync(),
            Good("The values alone") with { Facts = [("Status", "Öppen"), ("@odata.etag", "*")] },
            Missing("item", "99999", "itemNotFound", "No such row")),

        .. Anywhere("PATCH", Item + "/fields", (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items[at["item"]].Fields.PatchAsync(at.Model<FieldValueSet>()),
            Good("Some values change, the others stay") with { Body = """{"Status":"Klar"}""", Facts = [("Status", "Klar"), ("Place", "Stadshuset")] },
            Good("A change by who knows the last etag") with { Body = """{"Status":"Klar"}""", Headers = [("If-Match", "{item.eTag}")], Facts = [("Status", "Klar")] },
            Bad(412, "resourceModified", "The row has changed since it was read") with { Body = """{"Status":"Klar"}""", Headers = [("If-Match", "\"" + NoGuid + ",9\"")] },
            Bad(400, "invalidRequest", "A value that is none of the choices") with { Findings = ["FIELD_CHOICE"], Body = """{"Status":"Kanske"}""" },
            Missing("item", "99999", "itemNotFound", "No such row") with { Body = """{"Status":"Klar"}""" }),

        .. Anywhere("GET", Item + "/versions", (g, at) => g.Sites[at["site"]].Lists[at["list"]].Items[at["item"]].Versions.GetAsync(),
            Good("The versions of a row, the newest first, with who changed it") with { Facts = [("value/0/id", "1.0"), ("value/0/lastModifiedBy", "*")] },
            Good("The values that each version had") with { Query = "?$expand=fields", Facts = [("value/0/fields/Status", "Öppen")] },
            Missing("item", "99999", "itemNotFound", "No such row")),
    ];
}
