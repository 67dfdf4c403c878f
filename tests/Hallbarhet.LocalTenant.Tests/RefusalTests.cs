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

    [Fact]
    public async Task A_SharePoint_call_without_json_or_unknown_is_refused()
    {
        await using var tenant = await TestTenant.StartAsync();
        (await tenant.SharePoint.GetJsonAsync($"/sites/{TestTenant.SiteName}/_api/web/navigation/topnavigationbar")).Status.ShouldBe(501);
        (await tenant.SharePoint.GetJsonAsync("/sites/nowhere/_api/web/lists")).Status.ShouldBe(404);
    }
}
