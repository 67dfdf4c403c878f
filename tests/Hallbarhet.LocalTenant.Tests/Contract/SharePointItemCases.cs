using static Hallbarhet.LocalTenant.Tests.Contract.Cases;
using static Hallbarhet.LocalTenant.Tests.Contract.RestCodes;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class SharePointItemCases
{
    private const string List = "web/lists({list})";
    private const string One = "web/lists(guid'{list}')";
    private const string Item = List + "/items({item})";
    private const string OneItem = One + "/items({item})";
    private const string Files = Item + "/AttachmentFiles";
    private const string OneFiles = OneItem + "/AttachmentFiles";
    private const string NoRow = One + "/items(99999)";

    private static string Form(string name, string value) => $$"""{"formValues":[{"FieldName":"{{name}}","FieldValue":"{{value}}"}],"bNewDocumentUpdate":false}""";

    public static IEnumerable<ContractCase> All =>
    [
        .. RestAnywhere("GET", List + "/items", One + "/items", Good("Rows with the values that $select names") with { Query = "?$select=Id,Title,Status&$filter=Status eq 'Öppen'&$top=500", With = [("row", "{item}")], Facts = [("value/*/Id", "{item}"), ("value/0/Status", "Öppen")] },
            Good("A page of $top rows and a link to the next") with { Query = "?$top=1", With = [("a", "{item}"), ("b", "{item2}")], Facts = [("value/1", null), ("odata.nextLink", "*")] },
            Bad(400, Query, "A column that the list does not have") with { Query = "?$filter=FinnsInte eq 'x'", With = [("row", "{item}")] },
            Bad(404, NoList, "No such list") with { Path = "web/lists(guid'" + NoGuid + "')/items" }),

        .. RestAnywhere("GET", Item, OneItem, Good("One row with its values") with { Facts = [("Id", "{item}"), ("Status", "Öppen")] },
            Bad(404, NoItem, "No such row") with { Path = NoRow }),

        .. RestAnywhere("POST", List + "/AddValidateUpdateItemUsingPath", One + "/AddValidateUpdateItemUsingPath", Good("A row as a form makes it; each field is judged for itself") with { Body = Form("Title", "Kontrakt {n}"), Facts = [("value/0/HasException", "false"), ("value/*/FieldName", "Id")] },
            Good("A wrong value is objected to inside a 200, and nothing is stored") with { Body = Form("Status", "Kanske"), Facts = [("value/0/HasException", "true"), ("value/0/ErrorMessage", "*")] },
            Bad(400, Query, "A parameter that the method does not have") with { Findings = ["REQ_UNKNOWN_PROP"], Body = """{"colour":"red"}""" },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider, Body = Form("Title", "x") }),

        .. RestAnywhere("POST", Item + "/ValidateUpdateListItem", OneItem + "/ValidateUpdateListItem", Good("Some fields change, each judged for itself") with { Body = Form("Status", "Klar"), Facts = [("value/0/HasException", "false")] },
            Good("A column that the list does not have is objected to inside a 200") with { Body = Form("FinnsInte", "x"), Facts = [("value/0/HasException", "true")] },
            Good("A number that is none is objected to inside a 200") with { Body = Form("Minutes", "femton"), Facts = [("value/0/HasException", "true"), ("value/0/ErrorMessage", "Only numbers can go here.")] },
            Bad(404, NoItem, "No such row") with { Path = NoRow + "/ValidateUpdateListItem", Body = Form("Title", "x") },
            Bad(403, Denied, "A person outside the group") with { As = Who.SharePointOutsider, Body = Form("Title", "x") }),

        .. RestAnywhere("GET", Files, OneFiles, Good("The files of a row") with { With = [("made", "{attachment}")], Facts = [("value/0/FileName", "{attachment}")] },
            Bad(404, NoItem, "No such row") with { Path = NoRow + "/AttachmentFiles" }),

        .. RestAnywhere("POST", Files + "/add(FileName)", OneFiles + "/add(FileName='Bilaga {n}.txt')", Good("A file joins a row") with { Body = "hej", Headers = [("Content-Type", "text/plain")], Facts = [("FileName", "Bilaga {n}.txt"), ("ServerRelativeUrl", "*")] },
            Bad(409, "-2130575257, Microsoft.SharePoint.SPException", "A name that the row's files have") with { Path = OneFiles + "/add(FileName='{attachment}')", Body = "hej", Headers = [("Content-Type", "text/plain")] },
            Bad(404, NoItem, "No such row") with { Path = NoRow + "/AttachmentFiles/add(FileName='x.txt')", Body = "hej", Headers = [("Content-Type", "text/plain")] }),

        .. RestAnywhere("GET", Files + "({name})/$value", OneFiles + "('{attachment}')/$value", Good("The content of a file") with { Facts = [(".", "hej")] },
            Bad(404, NoFile, "No such file") with { Path = OneFiles + "('finns-inte.txt')/$value" }),

        .. RestAnywhere("DELETE", Files + "({name})", OneFiles + "('{attachment}')", Good("A file leaves a row"),
            Bad(404, NoFile, "No such file") with { Path = OneFiles + "('finns-inte.txt')" }),

        .. RestAnywhere("POST", Item + "/versions/deleteAll", OneItem + "/versions/deleteAll", Good("All versions but the current one are gone"),
            Bad(404, NoItem, "No such row") with { Path = NoRow + "/versions/deleteAll" }),
    ];
}
