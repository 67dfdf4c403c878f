using static Hallbarhet.LocalTenant.Tests.Contract.Cases;
using static Hallbarhet.LocalTenant.Tests.Contract.RestCodes;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class SharePointListCases
{
    private const string List = "web/lists({list})";
    private const string One = "web/lists(guid'{list}')";
    private const string New = "web/lists(guid'{newList}')";
    private const string Nowhere = "web/lists(guid'" + NoGuid + "')";
    private const string Field = List + "/fields({field})";
    private const string OneField = One + "/fields/getbyinternalnameortitle('{column}')";

    private static readonly (string, string)[] Merge = [("X-HTTP-Method", "MERGE")];

    private static string Xml(string xml) => $$"""{"parameters":{"SchemaXml":"{{xml}}","Options":8} }""";

    public static IEnumerable<ContractCase> All =>
    [
        .. RestAnywhere("GET", "web/lists", "web/lists", Good("The lists of a site, hidden ones too") with { Facts = [("value/*/Title", "Dokument"), ("value/*/Hidden", "true")] },
            Good("A list found by its title") with { Query = "?$filter=Title eq 'Dokument'&$select=Id,Title,BaseTemplate", Facts = [("value/0/BaseTemplate", "101"), ("value/1", null)] },
            Bad(400, Query, "A property that a list does not have") with { Query = "?$select=Colour" },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider }),

        .. RestAnywhere("POST", "web/lists", "web/lists", Good("A list", 201) with { Body = """{"Title":"Kontrakt SP {n}","BaseTemplate":100}""", Facts = [("Title", "Kontrakt SP {n}"), ("Id", "*")] },
            Bad(500, Taken, "A title that a list or library already has") with { Body = """{"Title":"Dokument","BaseTemplate":100}""" },
            Bad(400, Argument, "No title") with { Body = """{"BaseTemplate":100}""" },
            Bad(501, NotKnown, "A template that the product does not use") with { Body = """{"Title":"Kontrakt {n}","BaseTemplate":102}""", Differs = "SharePoint has more templates than lists and libraries." },
            Bad(403, Denied, "The runtime identity, which may write but not build") with { As = Who.SharePointRuntime, Body = """{"Title":"Kontrakt {n}","BaseTemplate":100}""" }),

        .. RestAnywhere("GET", List, One, Good("A list with its settings") with { Facts = [("Id", "{list}"), ("EnableVersioning", "*"), ("BaseTemplate", "100")] },
            Good("A list by its title") with { Path = "web/lists/getbytitle('{list.displayName}')", Facts = [("Id", "{list}")] },
            Good("A list with its views and columns") with { Query = "?$select=Id,Views/Title,Fields/InternalName&$expand=Views,Fields", Facts = [("Views/*/Title", "*"), ("Fields/*/InternalName", "Status"), ("Title", null)] },
            Bad(404, NoList, "No such list") with { Path = Nowhere },
            Bad(400, Query, "A property that a list does not have") with { Query = "?$select=Colour" }),

        .. RestAnywhere("PATCH", List, New, Good("Versions, approval and item rights, by MERGE in a header", 204) with { Sent = "POST", Headers = Merge, Body = """{"EnableVersioning":true,"MajorVersionLimit":100,"ReadSecurity":1,"WriteSecurity":1}""" },
            Good("The same by PATCH, with the type that PnP.Core sends", 204) with { Headers = [("Content-Type", "application/json;odata=verbose")], Body = """{"__metadata":{"type":"SP.List"},"Description":"Kontrakt"}""" },
            Bad(400, Query, "No If-Match") with { Findings = ["SPO_IF_MATCH"], Headers = [("If-Match", "")], Body = """{"Description":"x"}""" },
            Bad(400, Query, "A property that a list does not have") with { Findings = ["REQ_UNKNOWN_PROP"], Body = """{"Colour":"red"}""" },
            Bad(400, OutOfRange, "A value that the setting cannot have") with { Findings = ["SPO_RULE"], Body = """{"ReadSecurity":7}""" },
            Bad(500, "-2146233067, System.NotSupportedException", "Minor versions in a list that is no library") with { Body = """{"EnableMinorVersions":true}""" },
            Bad(500, Taken, "A title that another list has") with { Body = """{"Title":"Dokument"}""" }),

        .. RestAnywhere("DELETE", List, New, Good("A list is gone"),
            Bad(404, NoList, "No such list") with { Path = Nowhere },
            Bad(400, Query, "No If-Match") with { Findings = ["SPO_IF_MATCH"], Headers = [("If-Match", "")] }),

        .. RestAnywhere("GET", List + "/rootfolder", One + "/rootfolder", Good("Where the list's pages lie") with { Facts = [("ServerRelativeUrl", "*")] },
            Bad(404, NoList, "No such list") with { Path = Nowhere + "/rootfolder" }),

        .. RestAnywhere("GET", List + "/fields", One + "/fields", Good("Columns with their XML") with { Facts = [("value/*/InternalName", "Status"), ("value/*/SchemaXml", "*")] },
            Bad(404, NoList, "No such list") with { Path = Nowhere + "/fields" },
            Bad(400, Query, "A property that a column does not have") with { Query = "?$select=Colour" }),

        .. RestAnywhere("POST", List + "/fields/CreateFieldAsXml", One + "/fields/CreateFieldAsXml", Good("A column from XML, with the internal name that it gives") with { Body = Xml("<Field Type='Text' Name='Xml{n}' DisplayName='Kontrakt {n}' />"), Facts = [("InternalName", "Xml{n}"), ("TypeAsString", "Text")] },
            Bad(500, Principal, "A name that the list has") with { Body = Xml("<Field Type='Text' Name='Status' DisplayName='Status igen' />") },
            Bad(400, Argument, "XML that is none") with { Body = Xml("<Field") },
            Bad(400, Argument, "No title") with { Body = Xml("<Field Type='Text' Name='Xml{n}' />") },
            Bad(501, NotKnown, "A kind of column that the product does not use") with { Body = Xml("<Field Type='TaxonomyFieldType' DisplayName='x' />"), Differs = "SharePoint has more kinds of columns, managed metadata among them." },
            Bad(403, Denied, "The runtime identity, which may write but not build") with { As = Who.SharePointRuntime, Body = Xml("<Field Type='Text' DisplayName='x' />") }),

        .. RestAnywhere("GET", Field, OneField, Good("A column by its internal name") with { Facts = [("InternalName", "{column}"), ("TypeAsString", "Text")] },
            Bad(404, Argument, "No such column") with { Path = One + "/fields/getbyinternalnameortitle('FinnsInte')" }),

        .. RestAnywhere("PATCH", Field, OneField, Good("Formatting and title of a column", 204) with { Sent = "POST", Headers = Merge, Body = """{"Title":"Kontrakt kolumn","CustomFormatter":"{\"elmType\":\"div\",\"txtContent\":\"@currentField\"}"}""" },
            Bad(400, Argument, "Formatting that is no JSON object") with { Body = """{"CustomFormatter":"[]"}""" },
            Bad(400, Query, "A property that a column does not have") with { Findings = ["REQ_UNKNOWN_PROP"], Body = """{"Colour":"red"}""" },
            Bad(404, Argument, "No such column") with { Path = One + "/fields/getbyinternalnameortitle('FinnsInte')", Body = """{"Title":"x"}""" }),

        .. RestAnywhere("DELETE", Field, OneField, Good("A column is gone, from the views too"),
            Bad(500, NotNow, "A built-in column") with { Path = One + "/fields/getbyinternalnameortitle('Title')" }),
    ];
}
