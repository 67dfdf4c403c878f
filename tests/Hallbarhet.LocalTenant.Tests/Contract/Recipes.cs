namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>How the thing behind a placeholder is made. On a real tenant <see cref="RealTarget"/> takes away whatever is called Kontrakt.</summary>
/// <param name="Name">The placeholder. <c>{name}</c> is the thing's id, <c>{name.x}</c> another property of the answer that made it.</param>
/// <param name="Id">Property of the answer that is the id.</param>
internal sealed record Recipe(string Name, string Method, string Path, string? Body = null)
{
    public string Id { get; init; } = "id";

    public Who As { get; init; } = Who.Setup;

    /// <summary>Made once for all cases; otherwise each case has its own.</summary>
    public bool Once { get; init; }

    /// <summary>POST address of a second step; the thing's own id stands in it.</summary>
    public string? Then { get; init; }

    public Who? ThenAs { get; init; }

    public (string Name, string Value)[] Headers { get; init; } = [];

    public string ContentType { get; init; } = "application/json";
}

internal static class Recipes
{
    private const string List = "/v1.0/sites/{site}/lists/{list}";
    private const string Rest = "/sites/{siteName}/_api/";
    private const string Box = "/v1.0/users/{mailbox}";

    private const string Columns = """
        {"name":"Status","indexed":true,"choice":{"choices":["Öppen","Klar"],"displayAs":"dropDownMenu"}},
        {"name":"Tags","choice":{"choices":["a","b"],"displayAs":"checkBoxes"}},
        {"name":"DueOn","indexed":true,"dateTime":{"format":"dateOnly"}},{"name":"StartsAt","dateTime":{"format":"dateTime"}},
        {"name":"MailKey","indexed":true,"enforceUniqueValues":true,"text":{}},{"name":"Place","text":{}},
        {"name":"Note","text":{"allowMultipleLines":true}},{"name":"Minutes","number":{}},{"name":"Shared","boolean":{}},
        {"name":"Owner","personOrGroup":{"chooseFromType":"peopleOnly"}}
        """;

    private const string Key = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name MailKey";

    public static readonly Recipe[] All =
    [
        new("list", "POST", "/v1.0/sites/{site}/lists",
            $$"""{"displayName":"Kontrakt lista {n}","list":{"template":"genericList"},"columns":[{{Columns}}]}""") { Once = true },
        new("newList", "POST", "/v1.0/sites/{site}/lists", """{"displayName":"Kontrakt ny {n}","list":{"template":"genericList"}}"""),
        new("column", "POST", List + "/columns", """{"name":"Kontrakt{n}","text":{"maxLength":255}}""") { Id = "name" },
        new("item", "POST", List + "/items", """{"fields":{"Title":"Kontrakt {n}","Status":"Öppen","DueOn":"2026-04-01T00:00:00Z","Place":"Stadshuset"}}"""),
        new("item2", "POST", List + "/items", """{"fields":{"Title":"Kontrakt andra {n}"}}"""),
        new("uniqueItem", "POST", List + "/items", """{"fields":{"Title":"Kontrakt unik {n}","MailKey":"unik"}}""") { Once = true },
        new("library", "POST", "/v1.0/sites/{site}/lists", """{"displayName":"Kontrakt bibliotek {n}","list":{"template":"documentLibrary"}}""")
            { Once = true },
        new("drive", "GET", "/v1.0/sites/{site}/lists/{library}/drive") { Once = true },
        new("folder", "POST", "/v1.0/drives/{drive}/items/root/children", """{"name":"Kontrakt mapp {n}","folder":{}}"""),
        new("file", "PUT", "/v1.0/drives/{drive}/items/root:/Kontrakt {n}.txt:/content", "hej") { ContentType = "text/plain" },
        new("sharedFile", "PUT", "/v1.0/sites/{site}/drive/root:/Kontrakt {n}.txt:/content", "hej") { ContentType = "text/plain" },
        new("fileRead", "GET", "/v1.0/drives/{drive}/items/{file}"),
        new("fileRow", "GET", "/v1.0/drives/{drive}/items/{file}/listItem"),
        new("session", "POST", "/v1.0/drives/{drive}/items/root:/Kontrakt stor {n}.bin:/createUploadSession",
            """{"item":{"@microsoft.graph.conflictBehavior":"replace"}}""") { Id = "uploadUrl" },
        new("page", "POST", "/v1.0/sites/{site}/pages", """{"@odata.type":"#microsoft.graph.sitePage","name":"kontrakt-{n}.aspx","title":"Kontrakt {n}"}""")
            { As = Who.Runtime },
        new("message", "POST", Box + "/messages", $$"""
            {"subject":"Kontrakt {n}","body":{"contentType":"html","content":"<p>Hej</p>"},"toRecipients":[{"emailAddress":{"address":"{member.mail}"} }],
             "singleValueExtendedProperties":[{"id":"{{Key}}","value":"kontrakt/{n}"}]}
            """) { As = Who.Runtime },
        new("sentMessage", "POST", Box + "/messages", """{"subject":"Kontrakt skickat {n}","toRecipients":[{"emailAddress":{"address":"{other.mail}"}}]}""")
            { As = Who.Runtime, Headers = [("Prefer", "IdType=\"ImmutableId\"")], Then = Box + "/messages/{sentMessage}/send" },
        new("emptyMessage", "POST", Box + "/messages", """{"subject":"Kontrakt tom {n}"}""") { As = Who.Runtime },
        new("event", "POST", Box + "/events", """
            {"subject":"Kontrakt {n}","start":{"dateTime":"2026-03-12T09:00:00","timeZone":"Europe/Stockholm"},
             "end":{"dateTime":"2026-03-12T11:00:00","timeZone":"Europe/Stockholm"}}
            """) { As = Who.Runtime },
        new("eventOnce", "POST", Box + "/events", """
            {"subject":"Kontrakt en gång {n}","transactionId":"en-gang-{n}","start":{"dateTime":"2026-03-12T09:00:00","timeZone":"Europe/Stockholm"},"end":{"dateTime":"2026-03-12T11:00:00","timeZone":"Europe/Stockholm"}}
            """) { As = Who.Runtime },
        new("invite", "POST", Box + "/events", """
            {"subject":"Kontrakt inbjudan {n}","start":{"dateTime":"2026-03-14T09:00:00","timeZone":"UTC"},"end":{"dateTime":"2026-03-14T11:00:00","timeZone":"UTC"},
             "attendees":[{"type":"required","emailAddress":{"address":"{other.mail}"}}]}
            """) { As = Who.Runtime },
        new("invitation", "GET", "/v1.0/users/{other}/events?$filter=iCalUId eq '{invite.iCalUId}'") { As = Who.Member, Id = "value/0/id" },
        new("permission", "POST", "/v1.0/sites/{site}/permissions", """
            {"roles":["read"],"grantedToIdentities":[{"application":{"id":"33333333-3333-3333-3333-333333333333","displayName":"Kontrakt"}}]}
            """),
        new("newUser", "POST", "/v1.0/users", """
            {"accountEnabled":true,"displayName":"Kontrakt Person {n}","mailNickname":"kontrakt.{n}","userPrincipalName":"kontrakt.{n}@trollhattan.example",
             "mail":"kontrakt.{n}@trollhattan.example","passwordProfile":{"password":"example"}}
            """),
        new("newGroup", "POST", "/v1.0/groups", """
            {"displayName":"Kontrakt grupp {n}","mailNickname":"kontrakt-{n}","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"],
             "owners@odata.bind":["https://graph.microsoft.com/v1.0/users/{member}"],"members@odata.bind":["https://graph.microsoft.com/v1.0/users/{member}"]}
            """),
        new("twoOwners", "POST", "/v1.0/groups", """
            {"displayName":"Kontrakt två {n}","mailNickname":"kontrakt-tva-{n}","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"],
             "owners@odata.bind":["https://graph.microsoft.com/v1.0/users/{member}","https://graph.microsoft.com/v1.0/users/{other}"]}
            """),
        new("plan", "POST", "/v1.0/planner/plans", """{"title":"Kontrakt {n}","container":{"url":"https://graph.microsoft.com/v1.0/groups/{group}"}}""")
            { As = Who.Runtime, Once = true },
        new("newPlan", "POST", "/v1.0/planner/plans", """{"title":"Kontrakt ny {n}","container":{"url":"https://graph.microsoft.com/v1.0/groups/{group}"}}""")
            { As = Who.Runtime },
        new("planDetails", "GET", "/v1.0/planner/plans/{plan}/details") { As = Who.Runtime },
        new("bucket", "POST", "/v1.0/planner/buckets", """{"name":"Kontrakt {n}","planId":"{plan}","orderHint":" !"}""") { As = Who.Runtime },
        new("task", "POST", "/v1.0/planner/tasks", """{"planId":"{plan}","bucketId":"{bucket}","title":"Kontrakt {n}"}""") { As = Who.Runtime },
        new("taskDetails", "GET", "/v1.0/planner/tasks/{task}/details") { As = Who.Runtime },
        new("view", "POST", Rest + "web/lists(guid'{list}')/views", """{"Title":"Kontrakt {n}","RowLimit":30,"ViewQuery":"<OrderBy><FieldRef Name='Title' /></OrderBy>"}""")
            { Id = "Id", As = Who.SharePoint },
        new("defaultView", "GET", Rest + "web/lists(guid'{list}')/defaultview?$select=Id") { Id = "Id", As = Who.SharePoint },
        new("node", "POST", Rest + "web/navigation/quicklaunch", """{"Title":"Kontrakt {n}","Url":"/sites/{siteName}/Lists/x"}""") { Id = "Id", As = Who.SharePoint },
        new("node2", "POST", Rest + "web/navigation/quicklaunch", """{"Title":"Kontrakt andra {n}","Url":"/sites/{siteName}/Lists/y"}""") { Id = "Id", As = Who.SharePoint },
        new("child", "POST", Rest + "web/navigation/getnodebyid({node})/children", """{"Title":"Kontrakt barn {n}","Url":"/sites/{siteName}/Lists/z"}""") { Id = "Id", As = Who.SharePoint },
        new("child2", "POST", Rest + "web/navigation/getnodebyid({node})/children", """{"Title":"Kontrakt barn två {n}","Url":"/sites/{siteName}/Lists/z"}""") { Id = "Id", As = Who.SharePoint },
        new("spUser", "POST", Rest + "web/ensureuser", """{"logonName":"i:0#.f|membership|{member.mail}"}""") { Id = "Id", As = Who.SharePoint, Once = true },
        new("spGroup", "POST", Rest + "web/sitegroups", """{"Title":"Kontrakt grupp {n}"}""") { Id = "Id", As = Who.SharePoint },
        new("spMember", "POST", Rest + "web/sitegroups({spGroup})/users", """{"LoginName":"i:0#.f|membership|{member.mail}"}""") { Id = "Id", As = Who.SharePoint },
        new("attachment", "POST", Rest + "web/lists(guid'{list}')/items({item})/AttachmentFiles/add(FileName='Underlag {n}.txt')", "hej")
            { Id = "FileName", As = Who.SharePoint, ContentType = "text/plain" },
        new("ownList", "POST", "/v1.0/sites/{site}/lists", """{"displayName":"Kontrakt egna rättigheter {n}","list":{"template":"genericList"}}""")
            { Then = Rest + "web/lists(guid'{ownList}')/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)", ThenAs = Who.SharePoint },
        .. Assigned("onWeb", "web"), .. Assigned("onList", "web/lists(guid'{ownList}')"), .. Assigned("onItem", "web/lists(guid'{list}')/items({ownItem})"),
        new("ownItem", "POST", List + "/items", """{"fields":{"Title":"Kontrakt egna rättigheter {n}"}}""")
            { Then = Rest + "web/lists(guid'{list}')/items({ownItem})/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)", ThenAs = Who.SharePoint },
    ];

    /// <summary>A site group that has the level "contribute" on something.</summary>
    private static IEnumerable<Recipe> Assigned(string name, string securable) =>
    [
        new(name, "POST", Rest + "web/sitegroups", """{"Title":"Kontrakt rättighet {n}"}""")
            { Id = "Id", As = Who.SharePoint, Then = $"{Rest}{securable}/roleassignments/addroleassignment(principalid={{{name}}},roledefid=1073741827)" },
    ];
}
