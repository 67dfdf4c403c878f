namespace Hallbarhet.Acceptance.Tests;

/// <summary>What somebody does to the site by hand, and what IT and the jobs make of it.</summary>
public sealed class WorkspaceTroubleTests : IAsyncLifetime
{
    private readonly Scene scene = new();

    public async ValueTask InitializeAsync()
    {
        await scene.InitializeAsync();
        await scene.ClockAsync(Scene.CallDay, 9);
        await scene.DecideMeetingAsync("Möte 3");
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    public async Task A_deleted_list_is_named_to_IT_and_jobs_without_it_go_on_until_apply_restores_it()
    {
        await Admin(async (admin, site) => await admin.DeleteAsync(site.Path("HorizonItems")));

        var draft = await scene.RunAsync("DraftAgendas");
        draft.Outcome.ShouldBe("failed");
        draft.Failed.ShouldHaveSingleItem().Message.ShouldMatch(
            "^The list HorizonItems is not on .*recycle bin, or run apply\\.$");
        (await scene.RunAsync("PrepareMeetings")).Outcome.ShouldBe("done");
        (await scene.RowsAsync("Meetings")).ShouldHaveSingleItem().Text("MeetingStatus").ShouldBe("Bestämt");

        await scene.ApplyAsync();
        await scene.ClockAsync(Scene.DraftDay, 9);
        (await scene.RunAsync("DraftAgendas")).Outcome.ShouldBe("done");
    }

    [Fact]
    public async Task A_deleted_column_is_told_to_IT_and_apply_restores_it()
    {
        await Admin(async (admin, site) => await admin.DeleteAsync($"{site.Path("Initiatives")}/columns/{await ColumnAsync(admin, site, "Initiatives", "Obstacles")}"));

        var prepared = await scene.RunAsync("PrepareMeetings");
        prepared.Outcome.ShouldBe("failed");
        var message = prepared.Failed.ShouldHaveSingleItem().Message;
        message.ShouldContain("The list Initiatives (\"Arbetsinsatser\") has not the columns that this version needs");
        message.ShouldContain("Obstacles");
        message.ShouldEndWith("Run plan to see which, and apply to restore it.");
        (await scene.DeliveriesAsync()).ShouldBeEmpty();
        (await scene.RunAsync("PlanYear")).Outcome.ShouldNotBe("failed");

        await scene.ApplyAsync();
        (await scene.RunAsync("PrepareMeetings")).Outcome.ShouldBe("done");
    }

    [Fact]
    public async Task Lists_and_columns_that_are_retitled_by_hand_go_on_working()
    {
        await Admin(async (admin, site) =>
        {
            await admin.PatchAsync(site.Path("Meetings"), new JsonObject { ["displayName"] = "Våra möten" });
            var column = await ColumnAsync(admin, site, "Meetings", "StartsAt");
            await admin.PatchAsync($"{site.Path("Meetings")}/columns/{column}", new JsonObject { ["displayName"] = "När börjar det?" });
        });

        var prepared = await scene.RunAsync("PrepareMeetings");

        prepared.Failed.ShouldBeEmpty();
        prepared.Outcome.ShouldBe("done");
        (await scene.RowsAsync("Meetings")).ShouldHaveSingleItem().Text("FolderUrl").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Paused_jobs_write_nothing_and_say_why()
    {
        var paused = await scene.StartHostAsync("--JobsPaused", "true");

        await ShouldRefuseEverythingAsync(paused, "Jobs are paused (JobsPaused=true).");
    }

    [Theory]
    [InlineData("""{"schemaVersion":2}""", "The workspace has version 2, this code knows version 1.")]
    [InlineData("""{}""", "The workspace has version none, this code knows version 1.")]
    [InlineData("""{"schemaVersion":"ett""", "The workspace has version none, this code knows version 1.")]
    public async Task A_workspace_of_another_version_is_not_written_to(string value, string told)
    {
        var admin = await scene.Stage.AsAsync(Person.Admin);
        var items = await admin.ListAsync($"{scene.Stage.Site.Path("_system")}/items?$expand=fields");
        var file = new ListRow(items.Single(i => i.GetProperty("fields").GetProperty("FileLeafRef").GetString() == "workspace.json"));
        await scene.SetAsync(Person.Admin, "_system", file.Id, new JsonObject().Text("Value", value));

        await ShouldRefuseEverythingAsync(scene.Host, told);
        var (status, text) = await scene.Host.GetAsync("health/ready");
        status.ShouldBe(503);
        text.ShouldContain("this code knows 1");
    }

    private async Task ShouldRefuseEverythingAsync(RunningHost host, string told)
    {
        var before = (await scene.Stage.ServiceCostAsync()).Writes;
        foreach (var job in Hosting.Jobs.JobCatalog.All)
        {
            var answer = await host.RunAsync(job.Name);
            answer.Outcome.ShouldBe("refused", job.Name);
            answer.Failed.ShouldHaveSingleItem().Message.ShouldStartWith(told);
        }

        (await scene.Stage.ServiceCostAsync()).Writes.ShouldBe(before);
        (await scene.DeliveriesAsync()).ShouldBeEmpty();
    }

    private async Task Admin(Func<GraphCaller, Site, Task> act) => await act(await scene.Stage.AsAsync(Person.Admin), scene.Stage.Site);

    private static async Task<string> ColumnAsync(GraphCaller caller, Site site, string list, string name) =>
        (await caller.ListAsync($"{site.Path(list)}/columns?$select=id,name"))
            .Single(c => c.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;
}
