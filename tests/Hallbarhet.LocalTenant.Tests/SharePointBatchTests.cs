using System.Text;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class SharePointBatchTests
{
    private static readonly string Site = $"https://trollhattanexempel.sharepoint.com/sites/{TestTenant.SiteName}/_api/";

    /// <summary>A read stands by itself, a write in a change set of its own, as PnP.Core sends them.</summary>
    private static string Part(string method, string path, string? body = null)
    {
        var request = $"Content-Type: application/http\nContent-Transfer-Encoding:binary\n\n{method} {Site}{path} HTTP/1.1\nAccept: application/json;odata=nometadata\n"
            + (body is null ? "" : $"Content-Type: application/json;odata=verbose\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\n")
            + (method == "GET" ? "\n" : $"If-Match: *\n\n{body}\n");
        if (method == "GET") return request;
        var set = Guid.NewGuid();
        return $"Content-Type: multipart/mixed; boundary=\"changeset_{set}\"\n\n--changeset_{set}\n{request}\n--changeset_{set}--\n";
    }

    private static Task<Answer> SendAsync(HttpClient client, params string[] parts) =>
        client.RestAsync("POST", "$batch", string.Concat(parts.Select(p => "--batch_1\n" + p)) + "--batch_1--\n", "multipart/mixed; boundary=batch_1");

    /// <summary>The answers as a line-based reader sees them: status and first line of the body.</summary>
    private static List<string> Answers(Answer batch) => [.. batch.Text.Split("--batchresponse_")[1..^1].Select(part =>
    {
        var lines = part.Replace("\r", "", StringComparison.Ordinal).Split('\n');
        lines[1].ShouldBe("Content-Type: application/http");
        lines[3].ShouldBe("");
        lines[5].ShouldStartWith("CONTENT-TYPE: application/json");
        lines[6].ShouldBe("");
        return $"{lines[4][9..12]} {lines[7]}";
    })];

    [Fact]
    public async Task Parts_are_answered_in_their_order_each_for_itself()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var form = """{"formValues":[{"FieldName":"Title","FieldValue":"åäö"}]}""";
        var answers = Answers(await SendAsync(tenant.Setup, Part("GET", list + "?$select=Title"), Part("POST", list + "/AddValidateUpdateItemUsingPath", form),
            Part("GET", "web/lists/getbytitle('Nope')"), Part("PATCH", list, """{"__metadata":{"type":"SP.List"},"Description":"x"}"""), Part("GET", list + "/items?$select=Title")));
        answers.Select(a => a[..3]).ShouldBe(["200", "200", "404", "204", "200"]);
        answers[0].ShouldBe("""200 {"Title":"Möten"}""".Replace("Möten", Encoding.UTF8.GetString("Möten"u8), StringComparison.Ordinal));
        answers[4].ShouldContain("åäö");
    }

    [Fact]
    public async Task A_write_may_be_tunnelled_as_a_DELETE()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var part = Part("POST", list).Replace("If-Match: *", "If-Match: *\nX-HTTP-Method: DELETE", StringComparison.Ordinal);
        Answers(await SendAsync(tenant.Setup, part))[0].ShouldStartWith("200");
        (await tenant.Setup.ReadAsync(list)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Rights_and_faults_strike_single_parts_and_every_part_is_counted()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var omar = await tenant.AsAsync(TestTenant.Omar);
        _ = await tenant.Graph.PutFaultsAsync("""{"method":"GET","path":"/sites/*/_api/web","mode":"throttle","retryAfter":"7"}""");
        var batch = await SendAsync(omar, Part("GET", "web"), Part("POST", "web/sitegroups", """{"__metadata":{"type":"SP.Group"},"Title":"x"}"""), Part("GET", list));
        batch.Text.ShouldContain("HTTP/1.1 429");
        batch.Text.ShouldContain("Retry-After: 7");
        batch.Text.ShouldContain("HTTP/1.1 403");
        batch.Text.ShouldContain("HTTP/1.1 200");
        var log = (await tenant.Graph.Raw.GetJsonAsync("/_tenant/log")).Json;
        var entry = log["entries"]!.AsArray()[^1]!;
        entry["parts"]!.AsArray().Select(p => $"{p!["status"]} {p["path"]}").ShouldBe(
            [$"429 /sites/{TestTenant.SiteName}/_api/web", "403 /sites/{site}/_api/web/sitegroups", "200 /sites/{site}/_api/web/lists({list})"]);
        entry["parts"]!.AsArray().Select(p => p!["resourceUnits"]!.GetValue<int>()).ShouldBe([0, 2, 1]);
    }

    [Fact]
    public async Task What_a_batch_wrote_is_there_after_a_restart()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory();
        var options = new LocalTenantOptions { InMemory = true, StateDir = folder.FullName };
        string before;
        await using (var tenant = await RestTenant.StartAsync(options))
        {
            _ = Answers(await SendAsync(tenant.Setup, Part("POST", "web/lists", """{"__metadata":{"type":"SP.List"},"BaseTemplate":100,"Title":"Möten"}""")));
            var omar = await tenant.AsAsync(TestTenant.Omar);
            _ = await omar.ReadAsync("web/lists/getbytitle('Möten')/items");
            _ = await tenant.Graph.EnsureUserAsync(TestTenant.Karin);
            before = (await tenant.Setup.ReadAsync("web/siteusers?$select=Id,Title")).Text + (await tenant.Setup.ReadAsync("web/lists?$select=Id,Title")).Text;
        }
        await using var again = await TestTenant.BareAsync(options);
        var after = (await again.SharePoint.ReadAsync("web/siteusers?$select=Id,Title")).Text + (await again.SharePoint.ReadAsync("web/lists?$select=Id,Title")).Text;
        after.ShouldBe(before);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_hundred_parts_are_the_most()
    {
        await using var tenant = await RestTenant.StartAsync();
        Answers(await SendAsync(tenant.Setup, [.. Enumerable.Repeat(Part("GET", "site"), 100)])).Count.ShouldBe(100);
        (await SendAsync(tenant.Setup, [.. Enumerable.Repeat(Part("GET", "site"), 101)])).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("--batch_1--\n", "multipart/mixed; boundary=batch_1")]
    [InlineData("--batch_1\nContent-Type: application/http\n\nGET https://x/sites/y/_api/web HTTP/1.1\n\n", "multipart/mixed; boundary=batch_1")]
    [InlineData("--batch_1\nContent-Type: application/http\n\nPOST https://x/sites/y/_api/web HTTP/1.1\n\n--batch_1--", "multipart/mixed; boundary=batch_1")]
    [InlineData("--batch_1\nContent-Type: application/http\n\nGET /sites/y/_api/web HTTP/1.1\n\n--batch_1--", "multipart/mixed; boundary=batch_1")]
    [InlineData("--batch_1\nContent-Type: application/http\n\nhello\n--batch_1--", "multipart/mixed; boundary=batch_1")]
    [InlineData("""{"requests":[]}""", "application/json")]
    public async Task A_batch_that_is_none_is_refused_as_a_whole(string body, string type)
    {
        await using var tenant = await RestTenant.StartAsync();
        (await tenant.Setup.RestAsync("POST", "$batch", body, type)).Refusal().ShouldBe("400 -1, Microsoft.SharePoint.Client.InvalidClientQueryException");
    }
}
