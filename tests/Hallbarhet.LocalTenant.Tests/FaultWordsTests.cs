using System.Text;

namespace Hallbarhet.LocalTenant.Tests;

/// <summary>Refusals in the words of the service that is asked, alone, in a batch and in SharePoint REST.</summary>
public sealed class FaultWordsTests
{
    private const string Ensure = $"/sites/{TestTenant.SiteName}/_api/web/ensureuser";
    private const string Karin = $$"""{"logonName":"i:0#.f|membership|{{TestTenant.Karin}}"}""";

    [Theory]
    [InlineData("conflict", null, 409, "conflict")]
    [InlineData("conflict", 412, 412, "resourceModified")]
    [InlineData("saveConflict", null, 409, "conflict")]
    [InlineData("locked", null, 423, "resourceLocked")]
    [InlineData("throttle", null, 429, "activityLimitReached")]
    [InlineData("refuse", 503, 503, "serviceNotAvailable")]
    public async Task SharePoint_behind_Graph_refuses_before_the_work(string mode, int? status, int answered, string code)
    {
        await using var tenant = await TestTenant.StartAsync();
        var asked = status is null ? "" : $",\"status\":{status}";
        await using var faults = await PlannedFaults.PutAsync(tenant, $$"""{"method":"PUT","mode":"{{mode}}","nth":1{{asked}}}""");
        var file = $"{tenant.Sites}/drive/root:/a.txt:/content";
        var answer = await tenant.AsRuntime.SendBytesAsync("PUT", file, Encoding.UTF8.GetBytes("a"));
        (answer.Status, answer.ErrorCode).ShouldBe((answered, code));
        (await tenant.AsRuntime.SendBytesAsync("PUT", file, Encoding.UTF8.GetBytes("a"))).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("saveConflict", 409, "-2130246326, Microsoft.SharePoint.SPException", "Save Conflict")]
    [InlineData("locked", 423, "-2147018894, Microsoft.SharePoint.SPFileLockException", "locked")]
    public async Task SharePoint_REST_refuses_in_its_own_words(string mode, int status, string code, string words)
    {
        await using var tenant = await TestTenant.StartAsync();
        await using var faults = await PlannedFaults.PutAsync(tenant, $$"""{"method":"POST","path":"{{Ensure}}","mode":"{{mode}}","nth":1}""");
        var answer = await tenant.SharePoint.SendTextAsync("POST", Ensure, Karin);
        answer.Status.ShouldBe(status);
        answer.Json["odata.error"]!["code"]!.ToString().ShouldBe(code);
        answer.Json["odata.error"]!["message"]!["value"]!.ToString().ShouldContain(words);
        (await tenant.SharePoint.SendTextAsync("POST", Ensure, Karin)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("GET", "/v1.0/users/hallbarhetsgruppen@trollhattan.example/messages", 429, "ApplicationThrottled")]
    [InlineData("GET", "/v1.0/users", 429, "TooManyRequests")]
    [InlineData("PATCH", "/v1.0/planner/tasks/x", 412, "")]
    [InlineData("PATCH", "/v1.0/users/hallbarhetsgruppen@trollhattan.example/messages/x", 409, "ErrorIrresolvableConflict")]
    public async Task Each_service_has_its_own_code(string method, string path, int status, string code)
    {
        await using var tenant = await TestTenant.StartAsync();
        await using var faults = await PlannedFaults.PutAsync(tenant, $$"""{"mode":"refuse","status":{{status}}}""");
        var answer = await tenant.AsRuntime.SendTextAsync(method, path, method == "GET" ? null : "{}");
        (answer.Status, answer.ErrorCode).ShouldBe((status, code));
    }

    [Theory]
    [InlineData("throttle", 429)]
    [InlineData("refuse", 503)]
    [InlineData("after", 503)]
    [InlineData("timeout", 504)]
    [InlineData("conflict", 409)]
    [InlineData("saveConflict", 409)]
    [InlineData("locked", 423)]
    [InlineData("expiredToken", 401)]
    [InlineData("accepted", 202)]
    public async Task A_part_of_a_batch_is_struck_alone(string mode, int status)
    {
        await using var tenant = await TestTenant.StartAsync();
        await using var faults = await PlannedFaults.PutAsync(tenant,
            $$"""{"method":"GET","path":"/v1.0/sites/*/lists","nth":2,"mode":"{{mode}}","retryAfter":"7","seconds":0.01}""");
        var url = tenant.Sites["/v1.0".Length..] + "/lists";
        var answer = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/$batch",
            $$"""{"requests":[{"id":"1","method":"GET","url":"{{url}}"},{"id":"2","method":"GET","url":"{{url}}"},{"id":"3","method":"GET","url":"{{url}}"}]}""");
        var parts = answer.Json["responses"]!.AsArray();
        parts.Select(p => p!["status"]!.GetValue<int>()).ShouldBe([200, status, 200]);
        parts[1]!["headers"]!["Retry-After"]!.GetValue<string>().ShouldBe("7");
    }

    [Fact]
    public async Task A_cut_in_a_batch_leaves_its_earlier_parts_done()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = await tenant.AddListAsync("Meetings");
        var url = $"{tenant.Sites["/v1.0".Length..]}/lists/{id}/items";
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"method":"POST","path":"/v1.0/sites/*/lists/*/items","nth":2,"mode":"cut"}""");
        string Part(int n) => $$"""{"id":"{{n}}","method":"POST","url":"{{url}}","headers":{"Content-Type":"application/json"},"body":{"fields":{"Title":"x"} } }""";
        _ = await Should.ThrowAsync<HttpRequestException>(() =>
            tenant.AsRuntime.SendTextAsync("POST", "/v1.0/$batch", $$"""{"requests":[{{Part(1)}},{{Part(2)}},{{Part(3)}}]}"""));
        (await tenant.AsRuntime.GetJsonAsync("/v1.0" + url)).Values.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_expired_token_stays_expired_and_a_fresh_one_works()
    {
        await using var tenant = await TestTenant.StartAsync();
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"method":"GET","path":"/v1.0/sites/*/lists","mode":"expiredToken"}""");
        var answer = await tenant.AsRuntime.GetJsonAsync(tenant.Sites + "/lists");
        (answer.Status, answer.ErrorCode, answer.Message).ShouldBe((401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."));
        (await tenant.AsRuntime.GetJsonAsync(tenant.Sites + "/lists")).Status.ShouldBe(401);
        using var again = await tenant.AsApplicationAsync("22222222-2222-2222-2222-222222222222", "https://graph.microsoft.com");
        (await again.GetJsonAsync(tenant.Sites + "/lists")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_expired_token_is_SharePoints_own_kind_of_error_there()
    {
        await using var tenant = await TestTenant.StartAsync();
        await using var faults = await PlannedFaults.PutAsync(tenant, $$"""{"path":"{{Ensure}}","mode":"expiredToken"}""");
        var answer = await tenant.SharePoint.SendTextAsync("POST", Ensure, Karin);
        (answer.Status, answer.Json["error_description"]!.ToString()).ShouldBe((401, "Invalid JWT token. The token is expired."));
    }

    [Theory]
    [InlineData("throttle", 429)]
    [InlineData("after", 503)]
    [InlineData("saveConflict", 409)]
    [InlineData("expiredToken", 401)]
    public async Task A_part_of_a_SharePoint_batch_is_struck_alone(string mode, int status)
    {
        await using var tenant = await TestTenant.StartAsync();
        await using var faults = await PlannedFaults.PutAsync(tenant,
            $$"""{"method":"GET","path":"/sites/*/_api/web/lists","nth":2,"mode":"{{mode}}","retryAfter":"7"}""");
        var answer = await SharePointBatchAsync(tenant, "web/lists", 3);
        answer.Split("HTTP/1.1 ")[1..].Select(p => p[..3]).ShouldBe(["200", $"{status}", "200"]);
        answer.ShouldContain("Retry-After: 7");
    }

    [Fact]
    public async Task A_cut_in_a_SharePoint_batch_leaves_nothing_to_read()
    {
        await using var tenant = await TestTenant.StartAsync();
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"method":"GET","path":"/sites/*/_api/web/lists","nth":2,"mode":"cut"}""");
        _ = await Should.ThrowAsync<HttpRequestException>(() => SharePointBatchAsync(tenant, "web/lists", 3));
    }

    private static async Task<string> SharePointBatchAsync(TestTenant tenant, string path, int parts)
    {
        var part = $"--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET {tenant.Server.Address}sites/{TestTenant.SiteName}/_api/{path} HTTP/1.1\r\nAccept: application/json;odata=nometadata\r\n\r\n";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/sites/{TestTenant.SiteName}/_api/$batch");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, parts)) + "--b--\r\n"));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/mixed; boundary=b").ShouldBeTrue();
        var answer = await tenant.SharePoint.AnswerAsync(request);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Text;
    }
}
