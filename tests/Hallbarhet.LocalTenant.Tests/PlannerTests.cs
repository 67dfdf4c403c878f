namespace Hallbarhet.LocalTenant.Tests;

public sealed class PlannerTests
{
    private static async Task<(TestTenant Tenant, JsonObject Task)> TaskAsync()
    {
        var tenant = await TestTenant.StartAsync();
        var plan = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/plans",
            $$"""{"title":"Tavlan","container":{"url":"https://graph.microsoft.com/v1.0/groups/{{tenant.GroupId}}"} }""");
        plan.Status.ShouldBe(201, plan.Text);
        var bucket = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/buckets", $$"""{"name":"Att göra","planId":"{{plan.Json["id"]}}","orderHint":" !"}""");
        var task = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/tasks", $$"""
            {"planId":"{{plan.Json["id"]}}","bucketId":"{{bucket.Json["id"]}}","title":"Kartlägg","dueDateTime":"2026-04-01T12:00:00Z",
             "assignments":{"{{tenant.UserIds[TestTenant.Omar]}}":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":" !"} } }
            """);
        task.Status.ShouldBe(201, task.Text);
        return (tenant, task.Json);
    }

    private static string ETag(JsonNode thing) => thing["@odata.etag"]!.GetValue<string>();

    [Fact]
    public async Task A_new_bucket_comes_first_unless_its_hint_names_the_one_before_it()
    {
        await using var tenant = await TestTenant.StartAsync();
        var plan = (await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/plans",
            $$"""{"title":"Tavlan","container":{"url":"https://graph.microsoft.com/v1.0/groups/{{tenant.GroupId}}"} }""")).Json["id"];
        async Task<string> AddAsync(string name, string hint) => (await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/planner/buckets",
            $$"""{"name":"{{name}}","planId":"{{plan}}","orderHint":"{{hint}}"}""")).Json["orderHint"]!.GetValue<string>();
        var klart = await AddAsync("Klart", " !");
        _ = await AddAsync("Att göra", " !");
        _ = await AddAsync("Arbetsgrupp", $"{klart} !");
        var buckets = (await tenant.AsRuntime.GetJsonAsync($"/v1.0/planner/plans/{plan}/buckets")).Values;
        buckets.OrderBy(b => b!["orderHint"]!.GetValue<string>(), StringComparer.Ordinal).Select(b => b!["name"]!.GetValue<string>())
            .ShouldBe(["Att göra", "Klart", "Arbetsgrupp"]);
    }

    [Fact]
    public async Task A_task_is_changed_only_by_who_knows_its_last_etag()
    {
        var (tenant, task) = await TaskAsync();
        await using var running = tenant;
        var url = $"/v1.0/planner/tasks/{task["id"]}";
        (await tenant.AsRuntime.SendTextAsync("PATCH", url, """{"percentComplete":50}""")).Status.ShouldBe(400);
        (await tenant.AsRuntime.SendTextAsync("PATCH", url, """{"percentComplete":50}""", ("If-Match", ETag(task)))).Status.ShouldBe(204);
        (await tenant.AsRuntime.SendTextAsync("PATCH", url, """{"percentComplete":60}""", ("If-Match", ETag(task)))).Status.ShouldBe(412);
    }

    [Fact]
    public async Task The_etag_of_the_details_is_another_than_the_tasks()
    {
        var (tenant, task) = await TaskAsync();
        await using var running = tenant;
        var url = $"/v1.0/planner/tasks/{task["id"]}/details";
        (await tenant.AsRuntime.SendTextAsync("PATCH", url, """{"description":"x"}""", ("If-Match", ETag(task)))).Status.ShouldBe(412);
        var details = (await tenant.AsRuntime.GetJsonAsync(url)).Json;
        var changed = await tenant.AsRuntime.SendTextAsync("PATCH", url, """{"description":"x"}""", ("If-Match", ETag(details)), ("Prefer", "return=representation"));
        (changed.Status, changed.Json["description"]!.GetValue<string>()).ShouldBe((200, "x"));
    }

    [Fact]
    public async Task Completion_tells_when_and_by_whom()
    {
        var (tenant, task) = await TaskAsync();
        await using var running = tenant;
        using var omar = await tenant.AsAsync(TestTenant.Omar);
        var url = $"/v1.0/planner/tasks/{task["id"]}";
        _ = await omar.SendTextAsync("PATCH", url, """{"percentComplete":100}""", ("If-Match", ETag(task)));
        var done = (await tenant.AsRuntime.GetJsonAsync(url)).Json;
        done["completedBy"]!["user"]!["id"]!.GetValue<string>().ShouldBe(tenant.UserIds[TestTenant.Omar]);
        done["completedDateTime"]!.GetValue<string>().ShouldStartWith("2026-01-05T08:00:00");
    }

    [Fact]
    public async Task Planner_itself_mails_the_assignee_once()
    {
        var (tenant, task) = await TaskAsync();
        await using var running = tenant;
        _ = await tenant.AsRuntime.SendTextAsync("PATCH", $"/v1.0/planner/tasks/{task["id"]}", $$"""
            {"assignments":{"{{tenant.UserIds[TestTenant.Omar]}}":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":" !"} } }
            """, ("If-Match", ETag(task)));
        var mails = (await tenant.Raw.GetJsonAsync("/_tenant/mail")).Json["entries"]!.AsArray();
        mails.Where(d => d!["kind"]!.ToString() == "planner").ShouldHaveSingleItem()!["subject"]!.GetValue<string>().ShouldEndWith("Kartlägg");
    }

    [Fact]
    public async Task An_assignment_without_its_type_is_refused()
    {
        var (tenant, task) = await TaskAsync();
        await using var running = tenant;
        var body = $$"""{"assignments":{"{{tenant.UserIds[TestTenant.Karin]}}":{"orderHint":" !"} } }""";
        var answer = await tenant.AsRuntime.SendTextAsync("PATCH", $"/v1.0/planner/tasks/{task["id"]}", body, ("If-Match", ETag(task)));
        answer.Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("""{"checklist":{"1":{"@odata.type":"#microsoft.graph.plannerChecklistItem","title":"x"}}}""")]
    [InlineData("""{"references":{"https%3A//x%2Eexample":{"@odata.type":"#microsoft.graph.plannerExternalReference","alias":"x"}}}""")]
    public async Task Checklists_and_references_are_refused_loudly(string body)
    {
        var (tenant, task) = await TaskAsync();
        await using var running = tenant;
        var url = $"/v1.0/planner/tasks/{task["id"]}/details";
        var etag = ETag((await tenant.AsRuntime.GetJsonAsync(url)).Json);
        (await tenant.AsRuntime.SendTextAsync("PATCH", url, body, ("If-Match", etag))).Status.ShouldBe(501);
    }

    [Fact]
    public async Task The_details_of_a_plan_have_an_etag_of_their_own()
    {
        var (tenant, task) = await TaskAsync();
        await using var running = tenant;
        var plan = $"/v1.0/planner/plans/{task["planId"]}";
        var (own, details) = (ETag((await tenant.AsRuntime.GetJsonAsync(plan)).Json), ETag((await tenant.AsRuntime.GetJsonAsync(plan + "/details")).Json));
        const string Category = """{"categoryDescriptions":{"category1":"Beslut"}}""";
        (await tenant.AsRuntime.SendTextAsync("PATCH", plan + "/details", Category, ("If-Match", own))).Status.ShouldBe(412);
        (await tenant.AsRuntime.SendTextAsync("PATCH", plan + "/details", Category, ("If-Match", details))).Status.ShouldBe(204);
        (await tenant.AsRuntime.SendTextAsync("PATCH", plan, """{"title":"Tavla"}""", ("If-Match", own))).Status.ShouldBe(204);
    }
}
