using static Hallbarhet.LocalTenant.Tests.Contract.Cases;
using static Hallbarhet.LocalTenant.Tests.Contract.RestCodes;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class SharePointViewCases
{
    private const string Views = "web/lists({list})/views";
    private const string All_ = "web/lists(guid'{list}')/views";
    private const string View = Views + "({view})";
    private const string One = All_ + "(guid'{view}')";
    private const string Fields = View + "/viewfields";
    private const string OneFields = One + "/viewfields";
    private const string Nowhere = All_ + "(guid'" + NoGuid + "')";

    private static readonly (string, string)[] Merge = [("X-HTTP-Method", "MERGE")];

    private static string Add(string more) => $$"""{"parameters":{"Title":"Kontrakt {n}","RowLimit":30{{more}}} }""";

    public static IEnumerable<ContractCase> All =>
    [
        .. RestAnywhere("GET", Views, All_, Good("The views of a list, exactly one of them the default") with { Query = "?$select=Id,Title,DefaultView,ViewFields&$expand=ViewFields", Facts = [("value/*/DefaultView", "true"), ("value/0/ViewFields/Items", "*")] },
            Bad(404, NoList, "No such list") with { Path = "web/lists(guid'" + NoGuid + "')/views" }),

        .. RestAnywhere("POST", Views, All_, Good("A view with a query", 201) with { Body = """{"Title":"Kontrakt ny {n}","PersonalView":false,"RowLimit":50,"ViewQuery":"<Where><Eq><FieldRef Name='Status' /><Value Type='Text'>Öppen</Value></Eq></Where>"}""", Facts = [("Title", "Kontrakt ny {n}"), ("Id", "*")] },
            Bad(400, Argument, "No title") with { Findings = ["REQ_REQUIRED"], Body = """{"RowLimit":50}""" },
            Bad(500, NoColumn, "A query on a column that the list does not have") with { Body = """{"Title":"Kontrakt {n}","ViewQuery":"<OrderBy><FieldRef Name='FinnsInte' /></OrderBy>"}""", Differs = "SharePoint takes such a view and fails when somebody opens it; the tenant says so at once." },
            Bad(500, Malformed, "A query that is no CAML") with { Body = """{"Title":"Kontrakt {n}","ViewQuery":"<Where><Ungefär /></Where>"}""" },
            Bad(403, Denied, "The runtime identity, which may write but not build") with { As = Who.SharePointRuntime, Body = """{"Title":"Kontrakt {n}"}""" }),

        .. RestAnywhere("POST", Views + "/add", All_ + "/add", Good("A view with its columns") with { Body = Add(""","ViewFields":["Title","Status"],"Query":"<OrderBy><FieldRef Name='DueOn' /></OrderBy>","SetAsDefaultView":false"""), Facts = [("Title", "Kontrakt {n}")] },
            Bad(400, Argument, "A column that the list does not have") with { Body = Add(""","ViewFields":["FinnsInte"]""") }),

        .. RestAnywhere("GET", View, One, Good("A view with its query") with { Facts = [("Id", "{view}"), ("RowLimit", "30"), ("ViewQuery", "~FieldRef")] },
            Good("The view that people see first") with { Path = "web/lists(guid'{list}')/defaultview", Facts = [("DefaultView", "true")] },
            Bad(404, Argument, "No such view") with { Path = Nowhere }),

        .. RestAnywhere("PATCH", View, One, Good("Formatting, title and row limit", 204) with { Sent = "POST", Headers = Merge, Body = """{"Title":"Kontrakt ändrad {n}","RowLimit":100,"CustomFormatter":"{\"additionalRowClass\":\"\"}"}""" },
            Bad(400, Argument, "A row limit below one") with { Body = """{"RowLimit":0}""" },
            Bad(400, Query, "A property that a view does not have") with { Findings = ["REQ_UNKNOWN_PROP"], Body = """{"Colour":"red"}""" },
            Bad(404, Argument, "No such view") with { Path = Nowhere, Body = """{"RowLimit":10}""" }),

        .. RestAnywhere("DELETE", View, One, Good("A view is gone"),
            Bad(500, NotNow, "The default view") with { Path = All_ + "(guid'{defaultView}')" },
            Bad(404, Argument, "No such view") with { Path = Nowhere }),

        .. RestAnywhere("POST", View + "/SetViewXml(viewXml)", One + "/SetViewXml", Good("Columns, query and row limit at once") with { Body = """{"viewXml":"<View><ViewFields><FieldRef Name='Title' /></ViewFields><RowLimit>10</RowLimit><Query /></View>"}""" },
            Bad(400, Argument, "XML that is none") with { Body = """{"viewXml":"<View"}""" }),

        .. RestAnywhere("GET", Fields, OneFields, Good("The columns of a view") with { Facts = [("Items", "*")] },
            Bad(404, Argument, "No such view") with { Path = Nowhere + "/viewfields" }),

        .. RestAnywhere("POST", Fields + "/addviewfield(strField)", OneFields + "/addviewfield('Status')", Good("A column joins a view"),
            Bad(400, Argument, "A column that the list does not have") with { Path = OneFields + "/addviewfield('FinnsInte')" }),

        .. RestAnywhere("POST", Fields + "/removeviewfield(strField)", OneFields + "/removeviewfield('Title')", Good("A column leaves a view"),
            Bad(400, Argument, "A column that the list does not have") with { Path = OneFields + "/removeviewfield('FinnsInte')" }),

        .. RestAnywhere("POST", Fields + "/moveviewfieldto(field,index)", OneFields + "/moveviewfieldto", Good("A column moves within a view") with { Body = """{"field":"Title","index":0}""" },
            Bad(400, Argument, "A place that the view does not have") with { Body = """{"field":"Title","index":99}""" }),

        .. RestAnywhere("POST", Fields + "/removeallviewfields", OneFields + "/removeallviewfields", Good("A view without columns"),
            Bad(404, Argument, "No such view") with { Path = Nowhere + "/viewfields/removeallviewfields" }),
    ];
}
