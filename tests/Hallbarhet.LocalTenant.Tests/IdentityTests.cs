namespace Hallbarhet.LocalTenant.Tests;

public sealed class IdentityTests
{
    [Fact]
    public async Task Without_a_token_nothing_is_answered()
    {
        await using var tenant = await TestTenant.BareAsync();
        var answer = await tenant.Raw.GetJsonAsync("/v1.0/users");
        (answer.Status, answer.ErrorCode).ShouldBe((401, "InvalidAuthenticationToken"));
        (await tenant.Raw.GetJsonAsync("/v1.0/users", ("Authorization", "Bearer made-up"))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_token_is_good_for_the_service_that_it_was_issued_for()
    {
        await using var tenant = await TestTenant.StartAsync();
        (await tenant.SharePoint.GetJsonAsync("/v1.0/users")).Message.ShouldContain("Invalid audience");
        var refused = await tenant.AsSetup.GetJsonAsync($"/sites/{TestTenant.SiteName}/_api/web/lists");
        refused.Status.ShouldBe(401);
        refused.Json["error_description"]!.ToString().ShouldContain("AudienceUriValidationFailedException");
        refused.Headers.GetValues("x-ms-diagnostics").Single().ShouldContain("Invalid audience Uri 'https://graph.microsoft.com'");
    }

    [Fact]
    public async Task A_token_carries_its_audience_application_roles_and_lifetime()
    {
        await using var tenant = await TestTenant.BareAsync();
        var claims = Claims(tenant.AsRuntime);
        (claims["aud"]!.ToString(), claims["appid"]!.ToString(), claims["idtyp"]!.ToString())
            .ShouldBe(("https://graph.microsoft.com", "22222222-2222-2222-2222-222222222222", "app"));
        claims["roles"]!.AsArray().Select(r => r!.ToString())
            .ShouldBe(["Group.ReadBasic.All", "Sites.Selected", "Tasks.ReadWrite.All", "User.ReadBasic.All"]);
        (claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>()).ShouldBe(86_400);
        using var admin = await tenant.AsAsync("admin@trollhattan.example");
        Claims(admin).ContainsKey("roles").ShouldBeFalse();
    }

    private static JsonObject Claims(HttpClient client)
    {
        var part = client.DefaultRequestHeaders.Authorization!.Parameter!.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return (JsonObject)JsonNode.Parse(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '=')))!;
    }

    [Fact]
    public async Task The_token_endpoint_answers_like_a_managed_identity()
    {
        await using var tenant = await TestTenant.BareAsync();
        const string Url = "/_tenant/msi/token?api-version=2019-08-01&resource=https://graph.microsoft.com";
        (await tenant.Raw.GetJsonAsync(Url)).Status.ShouldBe(401);
        var token = (await tenant.Raw.GetJsonAsync(Url, ("X-IDENTITY-HEADER", LocalTenantServer.IdentityHeader))).Json;
        token["token_type"]!.GetValue<string>().ShouldBe("Bearer");
        long.TryParse(token["expires_on"]!.GetValue<string>(), out var expires).ShouldBeTrue();
        expires.ShouldBeGreaterThan(1_700_000_000);
        const string Stranger = Url + "&client_id=33333333-3333-3333-3333-333333333333";
        (await tenant.Raw.GetJsonAsync(Stranger, ("X-IDENTITY-HEADER", LocalTenantServer.IdentityHeader))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_runtime_identity_may_not_build_the_workspace_nor_manage_groups()
    {
        await using var tenant = await TestTenant.StartAsync();
        (await tenant.AsRuntime.SendTextAsync("POST", tenant.Sites + "/lists", """{"displayName":"x"}""")).ErrorCode.ShouldBe("accessDenied");
        (await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/groups", "{}")).ErrorCode.ShouldBe("Authorization_RequestDenied");
    }

    [Fact]
    public async Task The_runtime_identity_may_use_the_granted_site_only()
    {
        await using var tenant = await TestTenant.StartAsync();
        var other = await tenant.AsSetup.SendTextAsync("POST", "/v1.0/groups",
            """{"displayName":"Annan","mailNickname":"annan","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"]}""");
        (await tenant.AsRuntime.GetJsonAsync($"/v1.0/groups/{other.Json["id"]}/sites/root")).Status.ShouldBe(403);
        (await tenant.AsRuntime.GetJsonAsync(tenant.Sites)).Status.ShouldBe(200);
        _ = await tenant.Raw.SendTextAsync("POST", "/_tenant/identity", """{"sites":[{"site":"/sites/annan","roles":["write"]}]}""");
        (await tenant.AsRuntime.GetJsonAsync(tenant.Sites)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_person_outside_the_group_does_not_see_the_site()
    {
        await using var tenant = await TestTenant.StartAsync();
        _ = await tenant.AddUserAsync("nils.utanfor@trollhattan.example", "Nils Utanför");
        using var nils = await tenant.AsAsync("nils.utanfor@trollhattan.example");
        (await nils.GetJsonAsync(tenant.Sites + "/lists")).Status.ShouldBe(403);
        using var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.GetJsonAsync(tenant.Sites + "/lists")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_report_tells_which_permissions_were_used_by_whom()
    {
        await using var tenant = await TestTenant.StartAsync();
        _ = await tenant.AsRuntime.GetJsonAsync(tenant.Sites + "/lists");
        var entries = (await tenant.Raw.GetJsonAsync("/_tenant/permissions")).Json["entries"]!.AsArray();
        entries.ShouldContain(e => e!["identity"]!.ToString() == "runtime" && e["operation"]!.ToString() == "GET /v1.0/sites/{site}/lists"
            && e["permission"]!.ToString() == "Sites.Selected");
    }

    [Fact]
    public async Task Joining_a_group_brings_a_welcome_mail_unless_the_group_was_made_without()
    {
        await using var tenant = await TestTenant.StartAsync();
        var mails = (await tenant.Raw.GetJsonAsync("/_tenant/mail")).Json["entries"]!.AsArray();
        mails.Count(m => m!["kind"]!.ToString() == "welcome").ShouldBe(2);
        var quiet = await tenant.AsSetup.SendTextAsync("POST", "/v1.0/groups", """
            {"displayName":"Tyst","mailNickname":"tyst","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"],"resourceBehaviorOptions":["WelcomeEmailDisabled"]}
            """);
        var reference = $$"""{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/{{tenant.UserIds[TestTenant.Omar]}}"}""";
        (await tenant.AsSetup.SendTextAsync("POST", $"/v1.0/groups/{quiet.Json["id"]}/members/$ref", reference)).Status.ShouldBe(204);
        (await tenant.AsSetup.SendTextAsync("POST", $"/v1.0/groups/{quiet.Json["id"]}/members/$ref", reference)).Status.ShouldBe(400);
        (await tenant.Raw.GetJsonAsync("/_tenant/mail?since=2")).Json["entries"]!.AsArray().ShouldBeEmpty();
    }
}
