using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.Tests.Support;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class WebBoardTests
{
    private static async Task<(TestTenant Tenant, string Board)> BoardAsync()
    {
        var tenant = await TestTenant.StartAsync();
        var plan = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/plans",
            $$"""{"title":"Tavlan","container":{"url":"https://graph.microsoft.com/v1.0/groups/{{tenant.GroupId}}"} }""");
        plan.Status.ShouldBe(201, plan.Text);
        var bucket = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/buckets", $$"""{"name":"Att göra","planId":"{{plan.Json["id"]}}","orderHint":" !"}""");
        var task = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/tasks", $$"""
            {"planId":"{{plan.Json["id"]}}","bucketId":"{{bucket.Json["id"]}}","title":"Kartlägg","dueDateTime":"2026-01-02T11:00:00Z",
             "assignments":{"{{tenant.UserIds[TestTenant.Omar]}}":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":" !"} } }
            """);
        task.Status.ShouldBe(201, task.Text);
        return (tenant, $"/planner/{plan.Json["id"]}");
    }

    [Fact]
    public async Task A_task_shows_who_and_when_and_can_be_finished()
    {
        var (tenant, board) = await BoardAsync();
        await using var running = tenant;
        var omar = new Visitor(tenant, TestTenant.Omar);
        var page = await omar.ReadAsync(board);
        WebStage.Plain(page).ShouldContain("Att göra 1 Kartlägg Inte startad · försenad, klart 2026-01-02 Omar Testlund Markera som klar : Kartlägg");
        var task = Regex.Match(page, "name=\"uppgift\" value=\"([^\"]+)\"").Groups[1].Value;
        WebStage.Plain(await omar.SubmitAndFollowAsync(board, ("uppgift", task))).ShouldContain("Att göra 0 Slutförda (1) Kartlägg Slutförd");
    }

    [Fact]
    public async Task A_board_is_seen_by_the_group_alone()
    {
        var (tenant, board) = await BoardAsync();
        await using var running = tenant;
        _ = await tenant.AddUserAsync("ute@trollhattan.example", "Ute Utanför");
        (await new Visitor(tenant, "ute@trollhattan.example").OpenAsync(board)).Status.ShouldBe(403);
    }
}
