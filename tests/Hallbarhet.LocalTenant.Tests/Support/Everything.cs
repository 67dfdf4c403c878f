using System.Text;

namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>Writes in every area of a tenant, and what all reading operations answer about it afterwards.</summary>
internal static class Everything
{
    private const string Box = $"/v1.0/users/{TestTenant.Service}";
    private const string Rest = $"/sites/{TestTenant.SiteName}/_api/";

    public static async Task WriteAsync(TestTenant tenant)
    {
        var clock = await tenant.Raw.SendTextAsync("POST", "/_tenant/clock", """{"now":"2026-05-01T10:00:00Z"}""");
        clock.Status.ShouldBe(200);
        var list = await ListsAsync(tenant);
        await RolesAsync(tenant, list);
        await FilesAsync(tenant);
        await MailAsync(tenant);
        await PlannerAsync(tenant);
        await DoAsync(tenant.AsSetup, "POST", tenant.Sites + "/pages", """{"@odata.type":"#microsoft.graph.sitePage","name":"Hem.aspx","title":"Hem"}""");
        await DoAsync(tenant.Raw, "POST", "/_tenant/clock", """{"advance":"1.00:00:00"}""");
        await tenant.GrantAsync("probe", $"\"roles\":[\"Sites.Selected\"],\"sites\":[{{\"site\":\"/sites/{TestTenant.SiteName}\",\"roles\":[\"read\"]}}],\"mailbox\":\"{TestTenant.Karin}\"");
    }

    private static async Task<string> ListsAsync(TestTenant tenant)
    {
        var person = await tenant.EnsureUserAsync(TestTenant.Karin);
        var list = await tenant.AddListAsync("Meetings", (JsonObject)JsonNode.Parse("""{"name":"Status","choice":{"choices":["Nytt","Klart"]}}""")!,
            (JsonObject)JsonNode.Parse("""{"name":"Owner","personOrGroup":{}}""")!);
        var items = $"{tenant.Sites}/lists/{list}/items";
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        await DoAsync(karin, "POST", items, $$$"""{"fields":{"Title":"Möte 1","Status":"Nytt","OwnerLookupId":{{{person}}}}}""");
        await DoAsync(tenant.AsRuntime, "POST", items, """{"fields":{"Title":"Möte 2"}}""");
        await DoAsync(tenant.AsRuntime, "PATCH", items + "/1/fields", """{"Status":"Klart"}""");
        await DoAsync(tenant.AsRuntime, "DELETE", items + "/2", null);
        // Refused writes stand in the journal as well and must be refused again.
        (await tenant.AsRuntime.SendTextAsync("PATCH", items + "/1/fields", """{"Status":"Okänt"}""")).Status.ShouldBe(400);
        return $"web/lists(guid'{list}')";
    }

    private static async Task RolesAsync(TestTenant tenant, string list)
    {
        await DoAsync(tenant.SharePoint, "POST", $"{Rest}{list}/views", """{"Title":"Klara","PersonalView":false,"ViewQuery":"<Where><Eq><FieldRef Name=\"Status\" /><Value Type=\"Choice\">Klart</Value></Eq></Where>"}""");
        await DoAsync(tenant.SharePoint, "POST", Rest + list, """{"EnableVersioning":true,"MajorVersionLimit":50}""", ("X-HTTP-Method", "MERGE"), ("If-Match", "*"));
        await DoAsync(tenant.SharePoint, "POST", $"{Rest}{list}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)", null);
        await DoAsync(tenant.SharePoint, "POST", $"{Rest}{list}/roleassignments/addroleassignment(principalid=5,roledefid=1073741827)", null);
        await DoAsync(tenant.SharePoint, "POST", Rest + "web/sitegroups", """{"Title":"Strateger"}""");
        await DoAsync(tenant.SharePoint, "POST", Rest + "web/navigation/quicklaunch", """{"Title":"Möten","Url":"https://example.org/","IsExternal":true}""");
        await DoAsync(tenant.SharePoint, "POST", Rest + list + "/items(1)/AttachmentFiles/add(FileName='a.txt')", "hej");
    }

    private static async Task FilesAsync(TestTenant tenant)
    {
        var root = tenant.Sites + "/drive/root";
        (await tenant.AsRuntime.SendBytesAsync("PUT", root + ":/2026/plan.txt:/content", Encoding.UTF8.GetBytes("plan"))).Status.ShouldBe(201);
        (await tenant.AsRuntime.SendBytesAsync("PUT", root + ":/2026/plan.txt:/content", Encoding.UTF8.GetBytes("plan 2"))).Status.ShouldBe(200);
        var whole = await SessionAsync(tenant, root + ":/big.bin:/createUploadSession");
        (await tenant.Raw.SendBytesAsync("PUT", whole, new byte[5], ("Content-Range", "bytes 0-4/5"))).Status.ShouldBe(201);
        var begun = await SessionAsync(tenant, root + ":/begun.bin:/createUploadSession");
        (await tenant.AsRuntime.SendBytesAsync("PUT", begun, new byte[327_680], ("Content-Range", "bytes 0-327679/400000"))).Status.ShouldBe(401);
        (await tenant.Raw.SendBytesAsync("PUT", begun, new byte[327_680], ("Content-Range", "bytes 0-327679/400000"))).Status.ShouldBe(202);
    }

    private static async Task<string> SessionAsync(TestTenant tenant, string path) =>
        (await DoAsync(tenant.AsRuntime, "POST", path, "{}")).Json["uploadUrl"]!.ToString();

    private static async Task MailAsync(TestTenant tenant)
    {
        const string To = $$"""[{"emailAddress":{"address":"{{TestTenant.Karin}}"} }]""";
        var draft = (await DoAsync(tenant.AsRuntime, "POST", Box + "/messages", $$"""{"subject":"Dagordning","toRecipients":{{To}}}""")).Json["id"];
        await DoAsync(tenant.AsRuntime, "POST", $"{Box}/messages/{draft}/attachments",
            """{"@odata.type":"#microsoft.graph.fileAttachment","name":"a.txt","contentBytes":"aGVq"}""");
        await DoAsync(tenant.AsRuntime, "POST", $"{Box}/messages/{draft}/send", null);
        await DoAsync(tenant.AsRuntime, "POST", Box + "/messages", """{"subject":"Utkast"}""");
        await DoAsync(tenant.AsRuntime, "POST", Box + "/events", $$"""
            {"subject":"Möte 3","start":{"dateTime":"2026-06-01T09:00:00","timeZone":"Europe/Stockholm"},"end":{"dateTime":"2026-06-01T11:00:00","timeZone":"Europe/Stockholm"},
             "attendees":[{"type":"required","emailAddress":{"address":"{{TestTenant.Karin}}"} }]}
            """);
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        var invitation = (await karin.GetJsonAsync("/v1.0/me/events")).Values[0]!["id"];
        await DoAsync(karin, "POST", $"/v1.0/me/events/{invitation}/accept", "{}");
    }

    private static async Task PlannerAsync(TestTenant tenant)
    {
        var plan = (await DoAsync(tenant.AsRuntime, "POST", "/v1.0/planner/plans",
            $$"""{"title":"Tavlan","container":{"url":"https://graph.microsoft.com/v1.0/groups/{{tenant.GroupId}}"} }""")).Json["id"];
        var bucket = (await DoAsync(tenant.AsRuntime, "POST", "/v1.0/planner/buckets", $$"""{"name":"Att göra","planId":"{{plan}}","orderHint":" !"}""")).Json["id"];
        var task = (await DoAsync(tenant.AsRuntime, "POST", "/v1.0/planner/tasks", $$"""{"title":"Ring","planId":"{{plan}}","bucketId":"{{bucket}}"}""")).Json;
        await DoAsync(tenant.AsRuntime, "PATCH", $"/v1.0/planner/tasks/{task["id"]}", """{"percentComplete":50}""", ("If-Match", task["@odata.etag"]!.ToString()));
    }

    private static async Task<Answer> DoAsync(HttpClient client, string method, string path, string? body, params (string, string)[] headers)
    {
        var answer = await client.SendTextAsync(method, path, body, headers);
        answer.Status.ShouldBeInRange(200, 204, $"{method} {path}: {answer.Text}");
        return answer;
    }
}
