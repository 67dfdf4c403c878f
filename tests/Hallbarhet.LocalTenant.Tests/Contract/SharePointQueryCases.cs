using static Hallbarhet.LocalTenant.Tests.Contract.Cases;
using static Hallbarhet.LocalTenant.Tests.Contract.RestCodes;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class SharePointQueryCases
{
    private const string List = "web/lists({list})";
    private const string One = "web/lists(guid'{list}')";
    private const string Nowhere = "web/lists(guid'" + NoGuid + "')";
    private const string Library = "/sites/{siteName}/Shared Documents";
    private const string Folder = "web/getFolderByServerRelativePath(decodedUrl='" + Library + "')";
    private const string File = "web/getFileByServerRelativePath(decodedUrl='" + Library + "/{sharedFile.name}')";
    private const string NoSuch = "web/getFileByServerRelativePath(decodedUrl='" + Library + "/finns-inte.txt')";

    private static string Query(string where) => $$"""{"query":{"ViewXml":"<View><Query>{{where}}</Query><RowLimit>500</RowLimit></View>"} }""";

    private static string Stream(string more) => $$"""{"parameters":{"ViewXml":"<View><ViewFields><FieldRef Name='Title' /><FieldRef Name='DueOn' /></ViewFields><RowLimit Paged='TRUE'>1</RowLimit></View>"{{more}} } }""";

    public static IEnumerable<ContractCase> All =>
    [
        .. RestAnywhere("POST", List + "/GetItems", One + "/GetItems", Good("Rows by a condition in CAML") with { Body = Query("<Where><Eq><FieldRef Name='Status' /><Value Type='Text'>Öppen</Value></Eq></Where>"), With = [("row", "{item}")], Facts = [("value/*/Id", "{item}"), ("value/0/Status", "Öppen")] },
            Bad(500, NoColumn, "A column that the list does not have") with { Body = Query("<OrderBy><FieldRef Name='FinnsInte' /></OrderBy>") },
            Bad(500, Malformed, "A condition without a value") with { Body = Query("<Where><Eq><FieldRef Name='Title' /></Eq></Where>") },
            Bad(501, NotKnown, "An operator that the product does not use") with { Body = Query("<Where><Includes><FieldRef Name='Tags' /><Value Type='Text'>a</Value></Includes></Where>"), Differs = "The service knows more operators." },
            Bad(404, NoList, "No such list") with { Path = Nowhere + "/GetItems", Body = Query("") }),

        .. RestAnywhere("POST", List + "/RenderListDataAsStream", One + "/RenderListDataAsStream", Good("Rows as a page shows them, and where the next page begins") with { Body = Stream(""","RenderOptions":2"""), With = [("a", "{item}"), ("b", "{item2}")], Facts = [("Row/0/Title", "*"), ("Row/1", null), ("NextHref", "~p_ID=")] },
            Bad(400, Argument, "A page that no page before it led to") with { Body = Stream(""","Paging":"PageFirstRow=2" """) },
            Bad(501, NotKnown, "More than the data of the list") with { Body = Stream(""","RenderOptions":5639"""), Differs = "The service also renders schema, context and menus." },
            Bad(404, NoList, "No such list") with { Path = Nowhere + "/RenderListDataAsStream", Body = Stream("") }),

        .. RestAnywhere("GET", "web/getFolderByServerRelativePath(decodedUrl)", Folder, Good("A folder by its address") with { Facts = [("ServerRelativeUrl", Library), ("UniqueId", "*")] },
            Bad(404, NoFile, "No such folder") with { Path = "web/getFolderByServerRelativePath(decodedUrl='" + Library + "/finns-inte')" },
            Bad(400, Argument, "An address on another site") with { Path = "web/getFolderByServerRelativePath(decodedUrl='/sites/annan/x')" }),

        .. RestAnywhere("GET", "web/getFileByServerRelativePath(decodedUrl)", File, Good("A file by its address") with { Facts = [("Name", "{sharedFile.name}"), ("Length", "3")] },
            Bad(404, NoFile, "No such file") with { Path = NoSuch },
            Bad(404, "-2130575338, Microsoft.SharePoint.SPException", "A folder is no file") with { Path = "web/getFileByServerRelativePath(decodedUrl='" + Library + "')" }),

        .. RestAnywhere("GET", "web/getFileByServerRelativePath(decodedUrl)/$value", File + "/$value", Good("The content of a file") with { Facts = [(".", "hej")] },
            Bad(404, NoFile, "No such file") with { Path = NoSuch + "/$value" }),
    ];
}
