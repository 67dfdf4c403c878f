using System.Text;

namespace Hallbarhet.LocalTenant.Tests;

/// <summary>Applications: the documented permission of each kind of call, Sites.Selected, and the one mailbox.</summary>
public sealed class PermissionTests
{
    private const string OneSite = "\"sites\":[{\"site\":\"/sites/" + TestTenant.SiteName + "\",\"roles\":[\"ROLE\"]}]";
    private const string NoRight = "You do not have the required permissions to access this item, or the item may not exist.";

    private static string Path(TestTenant tenant, string template) => template.Replace("{sites}", tenant.Sites, StringComparison.Ordinal)
        .Replace("{group}", tenant.GroupId, StringComparison.Ordinal).Replace("{karin}", TestTenant.Karin, StringComparison.Ordinal);

    [Theory]
    [InlineData("GET", "/v1.0/users", "User.ReadBasic.All", "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")]
    [InlineData("POST", "/v1.0/users", "User.ReadWrite.All", "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")]
    [InlineData("GET", "/v1.0/groups", "Group.ReadBasic.All", "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")]
    [InlineData("POST", "/v1.0/groups", "Group.Create", "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")]
    [InlineData("GET", "/v1.0/groups/{group}/members", "GroupMember.ReadBasic.All", "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")]
    [InlineData("GET", "/v1.0/groups/{group}/owners", "GroupMember.Read.All", "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")]
    [InlineData("POST", "/v1.0/groups/{group}/members/$ref", "GroupMember.ReadWrite.All", "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")]
    [InlineData("POST", "/v1.0/groups/{group}/owners/$ref", "Group.ReadWrite.All", "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")]
    [InlineData("GET", "{sites}/lists", "Sites.Read.All", "accessDenied", "Access denied")]
    [InlineData("GET", "{sites}/drive", "Files.Read.All", "accessDenied", "Access denied")]
    [InlineData("PUT", "{sites}/drive/root:/a.txt:/content", "Files.ReadWrite.All", "accessDenied", "Access denied")]
    [InlineData("POST", "{sites}/pages", "Sites.ReadWrite.All", "accessDenied", "Access denied")]
    [InlineData("POST", "{sites}/lists", "Sites.Manage.All", "accessDenied", "Access denied")]
    [InlineData("GET", "{sites}/permissions", "Sites.FullControl.All", "accessDenied", "Access denied")]
    [InlineData("GET", "/v1.0/groups/{group}/planner/plans", "Tasks.Read.All", "accessDenied", NoRight)]
    [InlineData("POST", "/v1.0/planner/plans", "Tasks.ReadWrite.All", "accessDenied", NoRight)]
    [InlineData("GET", "/v1.0/users/{karin}/messages", "Mail.Read", "ErrorAccessDenied", "Access is denied. Check credentials and try again.")]
    [InlineData("POST", "/v1.0/users/{karin}/messages", "Mail.ReadWrite", "ErrorAccessDenied", "Access is denied. Check credentials and try again.")]
    [InlineData("POST", "/v1.0/users/{karin}/sendMail", "Mail.Send", "ErrorAccessDenied", "Access is denied. Check credentials and try again.")]
    [InlineData("GET", "/v1.0/users/{karin}/events", "Calendars.Read", "ErrorAccessDenied", "Access is denied. Check credentials and try again.")]
    [InlineData("POST", "/v1.0/users/{karin}/events", "Calendars.ReadWrite", "ErrorAccessDenied", "Access is denied. Check credentials and try again.")]
    public async Task Without_its_permission_a_call_is_refused_in_the_services_words_and_with_the_least_it_is_judged_by_its_content(
        string method, string template, string least, string code, string words)
    {
        await using var tenant = await TestTenant.StartAsync();
        var body = method == "GET" ? null : "{}";
        using var without = await tenant.ProbeAsync("\"roles\":[]");
        var refused = await without.SendTextAsync(method, Path(tenant, template), body);
        (refused.Status, refused.ErrorCode, refused.Message).ShouldBe((403, code, words));
        using var with = await tenant.ProbeAsync($"\"roles\":[\"{least}\"]");
        (await with.SendTextAsync(method, Path(tenant, template), body)).Status.ShouldBeOneOf(200, 201, 400);
    }

    [Theory]
    [InlineData("read", 200, 403, 403, 403)]
    [InlineData("write", 200, 201, 201, 403)]
    [InlineData("owner", 200, 201, 201, 403)]
    [InlineData("fullcontrol", 200, 201, 201, 201)]
    public async Task A_role_on_the_site_says_what_Sites_Selected_is_good_for(string role, int reading, int item, int file, int list)
    {
        await using var tenant = await TestTenant.StartAsync();
        var items = $"{tenant.Sites}/lists/{await tenant.AddListAsync("Meetings")}/items";
        using var probe = await tenant.ProbeAsync($"\"roles\":[\"Sites.Selected\"],{OneSite.Replace("ROLE", role, StringComparison.Ordinal)}");
        (await probe.GetJsonAsync(items)).Status.ShouldBe(reading);
        (await probe.SendTextAsync("POST", items, """{"fields":{"Title":"x"}}""")).Status.ShouldBe(item);
        (await probe.SendBytesAsync("PUT", $"{tenant.Sites}/drive/root:/a.txt:/content", Encoding.UTF8.GetBytes("a"))).Status.ShouldBe(file);
        (await probe.SendTextAsync("POST", tenant.Sites + "/lists", """{"displayName":"New"}""")).Status.ShouldBe(list);
    }

    [Fact]
    public async Task An_administrators_script_grants_a_site_and_takes_it_back()
    {
        await using var tenant = await TestTenant.StartAsync();
        using var probe = await tenant.ProbeAsync("\"roles\":[\"Sites.Selected\"]");
        (await probe.GetJsonAsync(tenant.Sites + "/lists")).ErrorCode.ShouldBe("accessDenied");
        const string Body = """{"roles":["write"],"grantedToIdentities":[{"application":{"id":"44444444-4444-4444-4444-444444444444","displayName":"Probe"}}]}""";
        (await probe.SendTextAsync("POST", tenant.Sites + "/permissions", Body)).Status.ShouldBe(403);
        var granted = await tenant.AsSetup.SendTextAsync("POST", tenant.Sites + "/permissions", Body);
        (granted.Status, granted.Json["roles"]![0]!.ToString()).ShouldBe((201, "write"));
        (await probe.GetJsonAsync(tenant.Sites + "/lists")).Status.ShouldBe(200);
        (await tenant.AsSetup.GetJsonAsync(tenant.Sites + "/permissions")).Values
            .ShouldContain(p => p!["grantedToIdentitiesV2"]![0]!["application"]!["displayName"]!.ToString() == "Probe");
        var permission = $"{tenant.Sites}/permissions/{granted.Json["id"]}";
        (await tenant.AsSetup.GetJsonAsync(permission)).Json["roles"]![0]!.ToString().ShouldBe("write");
        (await tenant.AsSetup.SendTextAsync("DELETE", permission, null)).Status.ShouldBe(204);
        (await tenant.AsSetup.GetJsonAsync(permission)).Status.ShouldBe(404);
        (await probe.GetJsonAsync(tenant.Sites + "/lists")).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("""{"roles":["write","read"],"grantedToIdentities":[{"application":{"id":"44444444-4444-4444-4444-444444444444"}}]}""")]
    [InlineData("""{"roles":["manage"],"grantedToIdentities":[{"application":{"id":"44444444-4444-4444-4444-444444444444"}}]}""")]
    [InlineData("""{"roles":["write"],"grantedToIdentities":[{"user":{"id":"44444444-4444-4444-4444-444444444444"}}]}""")]
    [InlineData("""{"roles":["write"],"grantedToIdentities":[{"application":{"id":"probe"}}]}""")]
    public async Task A_grant_names_one_role_and_one_application(string body)
    {
        await using var tenant = await TestTenant.StartAsync();
        (await tenant.AsSetup.SendTextAsync("POST", tenant.Sites + "/permissions", body)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_grant_counts_for_SharePoint_only_when_the_application_has_the_role_there_too()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = await tenant.AddListAsync("Meetings");
        var item = (await tenant.AsRuntime.SendTextAsync("POST", $"{tenant.Sites}/lists/{id}/items", """{"fields":{"Title":"x"}}""")).Json["id"];
        var files = $"/sites/{TestTenant.SiteName}/_api/web/lists(guid'{id}')/items({item})/AttachmentFiles";
        var grants = OneSite.Replace("ROLE", "read", StringComparison.Ordinal);
        using var onGraph = await tenant.SharePointProbeAsync($"\"roles\":[\"Sites.Selected\"],{grants}");
        var refused = await onGraph.GetJsonAsync(files);
        (refused.Status, refused.Json["odata.error"]!["code"]!.ToString()).ShouldBe((403, "-2147024891, System.UnauthorizedAccessException"));
        using var onBoth = await tenant.SharePointProbeAsync($"\"sharePointRoles\":[\"Sites.Selected\"],{grants}");
        (await onBoth.GetJsonAsync(files)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_service_has_one_mailbox_until_somebody_grants_a_mail_permission_in_Entra()
    {
        await using var tenant = await TestTenant.StartAsync();
        const string Own = $"/v1.0/users/{TestTenant.Service}/messages";
        const string Karins = $"/v1.0/users/{TestTenant.Karin}/messages";
        (await tenant.AsRuntime.GetJsonAsync(Own)).Status.ShouldBe(200);
        (await tenant.AsRuntime.GetJsonAsync(Karins)).ErrorCode.ShouldBe("ErrorAccessDenied");
        await tenant.GrantAsync("runtime", "\"roles\":[\"Sites.Selected\",\"Mail.Read\"]");
        using var tooWide = await tenant.AsApplicationAsync("22222222-2222-2222-2222-222222222222", "https://graph.microsoft.com");
        (await tooWide.GetJsonAsync(Karins)).Status.ShouldBe(200);
        (await tooWide.SendTextAsync("POST", Karins, "{}")).Status.ShouldBe(403);
        (await tooWide.SendTextAsync("POST", Own, "{}")).Status.ShouldBe(201);
        (await tenant.AsRuntime.GetJsonAsync(Karins)).Status.ShouldBe(403, "the older token does not know of the new grant");
    }

    [Fact]
    public async Task With_Planner_off_the_service_has_no_way_to_the_plans()
    {
        await using var tenant = await TestTenant.StartAsync();
        await tenant.GrantAsync("runtime", "\"roles\":[\"User.ReadBasic.All\",\"Group.ReadBasic.All\",\"Sites.Selected\"]");
        using var runtime = await tenant.AsApplicationAsync("22222222-2222-2222-2222-222222222222", "https://graph.microsoft.com");
        (await runtime.GetJsonAsync($"/v1.0/groups/{tenant.GroupId}/planner/plans")).Status.ShouldBe(403);
        (await runtime.GetJsonAsync(tenant.Sites + "/lists")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"roles":["Sites.Everything"]}""")]
    [InlineData("""{"sharePointRoles":["Mail.Send"]}""")]
    [InlineData("""{"sites":[{"site":"/sites/nowhere","roles":["read"]}]}""")]
    [InlineData("""{"identity":"other","clientId":"11111111-1111-1111-1111-111111111111"}""")]
    [InlineData("""{"role":"Sites.Selected"}""")]
    public async Task A_grant_that_nobody_understands_is_refused_and_changes_nothing(string body)
    {
        await using var tenant = await TestTenant.StartAsync();
        var before = (await tenant.Raw.GetJsonAsync("/_tenant/identity")).Text;
        (await tenant.Raw.SendTextAsync("POST", "/_tenant/identity", body)).Status.ShouldBeOneOf(400, 404);
        (await tenant.Raw.GetJsonAsync("/_tenant/identity")).Text.ShouldBe(before);
    }

    [Fact]
    public async Task The_report_shows_what_was_granted_and_never_needed()
    {
        await using var tenant = await TestTenant.StartAsync();
        using var probe = await tenant.ProbeAsync("\"roles\":[\"User.ReadBasic.All\",\"User.ReadWrite.All\",\"Tasks.ReadWrite.All\"],\"mailbox\":\"" + TestTenant.Service + "\"");
        _ = await probe.GetJsonAsync("/v1.0/users");
        _ = await probe.GetJsonAsync($"/v1.0/users/{TestTenant.Service}/messages");
        var report = (await tenant.Raw.GetJsonAsync("/_tenant/permissions")).Json;
        var entry = report["entries"]!.AsArray().Single(e => e!["identity"]!.ToString() == "probe" && e["operation"]!.ToString() == "GET /v1.0/users")!;
        (entry["permission"]!.ToString(), entry["calls"]!.GetValue<int>()).ShouldBe(("User.ReadBasic.All", 1));
        var own = report["identities"]!.AsArray().Single(i => i!["identity"]!.ToString() == "probe")!;
        own["used"]!.AsArray().Select(n => n!.ToString()).ShouldBe(["Mail.ReadWrite (Exchange, one mailbox)", "User.ReadBasic.All"]);
        own["unused"]!.AsArray().Select(n => n!.ToString()).ShouldBe(["Calendars.ReadWrite (Exchange, one mailbox)", "Mail.Send (Exchange, one mailbox)",
            "Tasks.ReadWrite.All", "User.ReadWrite.All"]);
    }
}
