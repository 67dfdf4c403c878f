namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Refusals that need more of something than a case of the table can show.</summary>
public sealed class LimitTests
{
    private const string Assignment = """{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":" !"}""";

    [Fact]
    public async Task A_range_of_60_MiB_is_too_large()
    {
        await using var tenant = await TestTenant.StartAsync();
        var session = await tenant.AsRuntime.SendTextAsync("POST", tenant.Sites + "/drive/root:/stor.bin:/createUploadSession", "{}");
        const int Length = 60 * 1024 * 1024;
        var answer = await tenant.Raw.SendBytesAsync("PUT", session.Json["uploadUrl"]!.GetValue<string>(), new byte[Length],
            ("Content-Range", $"bytes 0-{Length - 1}/{2L * Length}"));
        (answer.Status, answer.ErrorCode).ShouldBe((413, "invalidRequest"));
    }

    [Fact]
    public async Task A_task_has_at_most_20_assignees()
    {
        await using var tenant = await TestTenant.StartAsync();
        var plan = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/plans",
            $$"""{"title":"Tavlan","container":{"url":"https://graph.microsoft.com/v1.0/groups/{{tenant.GroupId}}"} }""");
        var people = new List<string>();
        for (var n = 1; n <= 21; n++) people.Add(await tenant.AddUserAsync($"person{n}.kontrakt@trollhattan.example", $"Person {n} Kontrakt"));
        string Task(int assignees) => $$"""
            {"planId":"{{plan.Json["id"]}}","title":"x","assignments":{{{string.Join(',', people.Take(assignees).Select(p => $"\"{p}\":{Assignment}"))}} } }
            """;
        (await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/tasks", Task(20))).Status.ShouldBe(201);
        var refused = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/tasks", Task(21));
        (refused.Status, refused.ErrorCode).ShouldBe((403, "MaximumAssigneesInTask"));
    }

    [Fact]
    public async Task Nobody_signs_in_with_a_disabled_account()
    {
        await using var tenant = await TestTenant.StartAsync();
        (await tenant.AsSetup.SendTextAsync("PATCH", $"/v1.0/users/{TestTenant.Omar}", """{"accountEnabled":false}""")).Status.ShouldBe(204);
        var answer = await tenant.Raw.SendTextAsync("POST", "/_tenant/token", $$"""{"user":"{{TestTenant.Omar}}"}""");
        (answer.Status, answer.ErrorCode).ShouldBe((400, "invalid_grant"));
    }

    [Fact]
    public async Task What_LibreOffice_cannot_read_is_not_acceptable()
    {
        await using var tenant = await TestTenant.StartAsync();
        byte[] notReally = [0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0];
        var file = await tenant.AsRuntime.SendBytesAsync("PUT", tenant.Sites + "/drive/root:/trasig.docx:/content", notReally);
        var answer = await tenant.AsRuntime.GetJsonAsync(tenant.Sites + $"/drive/items/{file.Json["id"]}/content?format=pdf");
        Assert.SkipWhen(answer.Status == 501, "LibreOffice (soffice) is not installed");
        (answer.Status, answer.ErrorCode).ShouldBe((406, "notAcceptable"));
    }
}
