using System.Text.Json;

namespace Hallbarhet.Acceptance.Tests;

/// <summary>
/// What each HTTP function answers. The suite's own host answers so, and so does the one that HALLBARHET_HOST names: the Azure edition
/// under the real Functions host.
/// </summary>
public sealed class SameAnswerTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task A_job_runs_and_tells_what_it_did()
    {
        await scene.ClockAsync(Scene.CallDay, 8, 5);
        await scene.DecideMeetingAsync("Möte 3");
        var first = await scene.RunAsync("preparemeetings");
        (first.Job, first.Outcome, first.Failed.Count).ShouldBe(("PrepareMeetings", "done", 0));
        first.Requests.ShouldBeGreaterThan(1);
        (await scene.Host.PostAsync("api/jobs/NoJob")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_report_is_ordered_at_once_and_compiled_from_the_queue()
    {
        var body = (await scene.RowsAsync("Organisation")).First(r => r.Text("Kind") == "Rapportmottagare");
        var row = await scene.AddAsync("karin", "Reports", new JsonObject().Date("PeriodFrom", new(2026, 1, 1)).Date("PeriodTo", new(2026, 3, 31))
            .Lookup("Recipient", body.Id).Date("LastDay", new(2026, 5, 4)).Text("ReportStatus", "Planerad"));

        var (status, _, follow) = await scene.Host.PostAsync($"api/reports/{row.Id}/compile");

        status.ShouldBe(202);
        var done = await scene.Host.FollowAsync(follow);
        (done.GetProperty("state").GetString(), done.GetProperty("result").GetProperty("job").GetString()).ShouldBe(("done", "CompileReports"));
        (await scene.Host.PostAsync("api/reports/4711/compile")).Status.ShouldBe(409);
        (await scene.Host.GetAsync($"api/work/{Guid.NewGuid()}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Status_tells_step_by_step()
    {
        var meeting = await scene.DecideMeetingAsync("Möte 4");
        var (status, text) = await scene.Host.GetAsync($"api/status?meeting={meeting.Id}");
        status.ShouldBe(200);
        var answer = JsonElement.Parse(text);
        answer.GetProperty("meeting").GetString().ShouldBe("Möte 4");
        answer.GetProperty("steps").GetArrayLength().ShouldBeGreaterThan(3);
        answer.GetProperty("stuck").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_mail_is_shown_before_it_is_sent()
    {
        var meeting = await scene.DecideMeetingAsync("Möte 5");
        var (status, text) = await scene.Host.GetAsync($"api/mails/M3/preview?meeting={meeting.Id}");
        status.ShouldBe(200, text);
        JsonElement.Parse(text).GetProperty("subject").GetString()!.ShouldStartWith("Dagordning 12 mars 2026");
        (await scene.DeliveriesAsync()).ShouldNotContain(d => d.Subject.StartsWith("Dagordning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_workspace_is_planned_and_without_the_setup_identity_not_applied()
    {
        var plan = await scene.Host.FollowAsync((await scene.Host.PostAsync("api/workspace/provision")).Follow);
        plan.GetProperty("state").GetString().ShouldBe("done", plan.ToString());
        var fingerprint = plan.GetProperty("result").GetProperty("fingerprint").GetString();

        var apply = await scene.Host.FollowAsync((await scene.Host.PostAsync("api/workspace/provision", new { apply = fingerprint })).Follow);

        apply.GetProperty("state").GetString().ShouldBe("refused");
        apply.GetProperty("message").GetString()!.ShouldContain("setup identity");
    }
}
