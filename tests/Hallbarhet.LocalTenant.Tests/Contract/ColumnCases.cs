using Microsoft.Graph.Models;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class ColumnCases
{
    private const string Columns = "/v1.0/sites/{site}/lists/{list}/columns";

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", Columns, (g, at) => g.Sites[at["site"]].Lists[at["list"]].Columns.GetAsync(),
            Good("Every column with its facet, built-in ones too") with { Facts = [("value/*/name", "Status"), ("value/*/name", "Title"), ("value/*/choice/choices/0", "Öppen")] },
            Missing("list", NoGuid, "itemNotFound", "No such list")),

        .. Anywhere("POST", Columns, (g, at) => g.Sites[at["site"]].Lists[at["list"]].Columns.PostAsync(at.Model<ColumnDefinition>()),
            Good("A text column that is indexed and unique", 201) with { Body = """{"name":"Key{n}","indexed":true,"enforceUniqueValues":true,"text":{}}""", Facts = [("name", "Key{n}"), ("indexed", "true"), ("text/maxLength", "255")] },
            Good("A choice column with a default", 201) with { Body = """{"name":"Choice{n}","choice":{"choices":["a","b"],"displayAs":"dropDownMenu"},"defaultValue":{"value":"a"}}""", Facts = [("choice/choices/1", "b"), ("defaultValue/value", "a")] },
            Good("A lookup into another list of the site", 201) with { Body = """{"name":"Lookup{n}","lookup":{"listId":"{newList}","columnName":"Title"}}""", Facts = [("lookup/listId", "{newList}")] },
            Good("A person column", 201) with { Body = """{"name":"Person{n}","personOrGroup":{"chooseFromType":"peopleOnly"}}""", Facts = [("personOrGroup/chooseFromType", "peopleOnly")] },
            Good("A date column", 201) with { Body = """{"name":"Date{n}","dateTime":{"format":"dateOnly"}}""", Facts = [("dateTime/format", "dateOnly")] },
            Bad(400, "invalidRequest", "Two type facets") with { Facts = [("error/message", "~exactly one type facet")], Findings = ["COLUMN_RULE"], Body = """{"name":"Two{n}","text":{},"number":{}}""" },
            Bad(400, "invalidRequest", "No type facet") with { Findings = ["COLUMN_RULE"], Body = """{"name":"None{n}"}""" },
            Bad(400, "invalidRequest", "No name") with { Facts = [("error/message", "~needs a name")], Findings = ["REQ_REQUIRED"], Body = """{"text":{}}""" },
            Bad(409, "nameAlreadyExists", "A name that the list has") with { Body = """{"name":"Status","text":{}}""" },
            Bad(400, "invalidRequest", "An index on a text of several lines") with { Facts = [("error/message", "~cannot be indexed")], Findings = ["COLUMN_RULE"], Body = """{"name":"Note{n}","indexed":true,"text":{"allowMultipleLines":true}}""" },
            Bad(400, "invalidRequest", "Unique values without an index") with { Facts = [("error/message", "~must be indexed")], Findings = ["COLUMN_RULE"], Body = """{"name":"Unique{n}","enforceUniqueValues":true,"text":{}}""" },
            Bad(400, "invalidRequest", "A lookup into a list that does not exist") with { Facts = [("error/message", "~does not exist")], Body = $$"""{"name":"Lookup{n}","lookup":{"listId":"{{NoGuid}}","columnName":"Title"} }""" },
            Bad(403, "accessDenied", "The runtime identity, which may not build") with { As = Who.Runtime, Body = """{"name":"Text{n}","text":{}}""" }),

        .. Anywhere("GET", Columns + "/{column}", (g, at) => g.Sites[at["site"]].Lists[at["list"]].Columns[at["column"]].GetAsync(),
            Good("A column by its name") with { Facts = [("name", "{column}"), ("text/maxLength", "255")] },
            Missing("column", "FinnsInte", "itemNotFound", "No such column")),

        .. Anywhere("PATCH", Columns + "/{column}", (g, at) => g.Sites[at["site"]].Lists[at["list"]].Columns[at["column"]].PatchAsync(at.Model<ColumnDefinition>()),
            Good("A new title, and an index") with { Body = """{"displayName":"Kontrakt kolumn","indexed":true}""", Facts = [("displayName", "Kontrakt kolumn"), ("indexed", "true"), ("name", "{column}")] },
            Bad(400, "invalidRequest", "Another type") with { Body = """{"number":{}}""" },
            Bad(400, "invalidRequest", "Another internal name") with { Body = """{"name":"Annan{n}"}""" },
            Bad(403, "accessDenied", "The runtime identity, which may not build") with { As = Who.Runtime, Body = """{"displayName":"x"}""" }),

        .. Anywhere("DELETE", Columns + "/{column}", (g, at) => g.Sites[at["site"]].Lists[at["list"]].Columns[at["column"]].DeleteAsync(),
            Good("A column and its values are gone", 204),
            Bad(400, "invalidRequest", "A built-in column") with { With = [("column", "Title")] },
            Missing("column", "FinnsInte", "itemNotFound", "No such column")),
    ];
}
