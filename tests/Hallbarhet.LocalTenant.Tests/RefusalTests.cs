namespace Hallbarhet.LocalTenant.Tests;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("GET", "/v1.0/teams/1/channels")]
    [InlineData("PUT", "/v1.0/users/admin@trollhattan.example")]
    [InlineData("GET", "/v1.0/sites/root/termStore")]
    [InlineData("POST", "/v1.0/sites/root/lists/Meetings/contentTypes/addCopy")]
    [InlineData("GET", "/v1.0/drives/1/root/delta")]
    [InlineData("GET", "/beta/users")]
    [InlineData("GET", "/favicon.ico")]
    public async Task What_the_tenant_does_not_know_it_refuses_loudly(string method, string path)
    {
        await using var tenant = await TestTenant.BareAsync();
        var answer = await tenant.AsSetup.SendTextAsync(method, path, null);
        (answer.Status, answer.ErrorCode).ShouldBe((501, "notImplemented"));
        answer.Message.ShouldBe($"{method} {path} is not known to the local tenant");
    }

    [Theory]
    [InlineData("GET", "/v1.0/users?$search=\"x\"", null, 501, "notImplemented")]
    [InlineData("GET", "/v1.0/users?$top=0", null, 400, "BadRequest")]
    [InlineData("GET", "/v1.0/users?$select=colour", null, 400, "BadRequest")]
    [InlineData("GET", "/v1.0/users?$filter=mail = 'x'", null, 400, "BadRequest")]
    [InlineData("GET", "/v1.0/users?$top=1&$top=2", null, 400, "BadRequest")]
    [InlineData("GET", "/v1.0/users/nobody@trollhattan.example", null, 404, "Request_ResourceNotFound")]
    [InlineData("POST", "/v1.0/users", """{"colour":"red"}""", 400, "BadRequest")]
    [InlineData("POST", "/v1.0/users", """{"displayName":"a","displayName":"b"}""", 400, "BadRequest")]
    [InlineData("POST", "/v1.0/users", "not json", 400, "BadRequest")]
    [InlineData("POST", "/v1.0/groups", """{"displayName":"x","mailNickname":"x","mailEnabled":false,"securityEnabled":true,"groupTypes":[]}""", 501, "notImplemented")]
    [InlineData("GET", "/v1.0/sites/trollhattanexempel.sharepoint.com:/sites/nowhere", null, 404, "itemNotFound")]
    [InlineData("GET", "/v1.0/me/messages", null, 400, "BadRequest")]
    public async Task A_wrong_request_gets_the_services_own_error(string method, string path, string? body, int status, string code)
    {
        await using var tenant = await TestTenant.BareAsync();
        var answer = await tenant.AsSetup.SendTextAsync(method, path, body, ("client-request-id", "run-1"));
        (answer.Status, answer.ErrorCode).ShouldBe((status, code), answer.Text);
        answer.Json["error"]!["innerError"]!["client-request-id"]!.GetValue<string>().ShouldBe("run-1");
    }

    [Fact]
    public async Task A_user_that_SharePoint_does_not_find_is_its_own_kind_of_error()
    {
        await using var tenant = await TestTenant.StartAsync();
        var answer = await tenant.SharePoint.SendTextAsync("POST", $"/sites/{TestTenant.SiteName}/_api/web/ensureuser", """{"logonName":"i:0#.f|membership|nobody@x.example"}""");
        answer.Status.ShouldBe(404);
        answer.Json["odata.error"]!["message"]!["value"]!.GetValue<string>().ShouldContain("could not be found");
    }

    [Fact]
    public async Task A_SharePoint_call_without_json_or_unknown_is_refused()
    {
        await using var tenant = await TestTenant.StartAsync();
        (await tenant.SharePoint.GetJsonAsync($"/sites/{TestTenant.SiteName}/_api/web/navigation/topnavigationbar")).Status.ShouldBe(501);
        (await tenant.SharePoint.GetJsonAsync("/sites/nowhere/_api/web/lists")).Status.ShouldBe(404);
    }
}
