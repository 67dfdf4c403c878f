using Hallbarhet.Group.Jobs;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Work;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.SelfHost;

/// <summary>Work that is answered with 202, and what becomes of it.</summary>
public sealed class LongWorkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_who_would_rather_not_wait_follows_the_job()
    {
        await using var group = await ServedGroup.StartAsync(Ct);

        var (status, body, follow) = await group.PostAsync("api/jobs/PlanYear", prefer: "respond-async");

        (status, body.GetProperty("state").GetString()).ShouldBe((202, "queued"));
        var done = await group.FollowAsync(follow);
        done.GetProperty("result").GetProperty("job").GetString().ShouldBe("PlanYear");
        (await group.GetAsync($"api/work/{Guid.NewGuid()}")).Status.ShouldBe(404);
        (await group.PostAsync("api/jobs/NoJob", prefer: "respond-async")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_report_that_is_not_there_is_refused_before_anything_is_queued()
    {
        await using var group = await ServedGroup.StartAsync(Ct);
        var (status, body, follow) = await group.PostAsync("api/reports/4711/compile");
        (status, follow).ShouldBe((409, null));
        body.GetProperty("error").GetString().ShouldBe("There is no report 4711.");
    }

    [Fact]
    public async Task What_was_given_up_is_told_by_its_address_and_by_Status_until_it_is_done()
    {
        await using var group = await ServedGroup.StartAsync(Ct);
        await group.Tenant.FaultsAsync(new { method = "POST", path = "/sites/*/_api/$batch", mode = "refuse", status = 503 });

        var failed = await group.FollowAsync((await group.PostAsync("api/workspace/provision")).Follow);

        failed.GetProperty("state").GetString().ShouldBe("failed", failed.ToString());
        await group.Tenant.FaultsAsync();
        (await StuckAsync(group)).ShouldHaveSingleItem().ShouldStartWith("Work/PlanWorkspace: Given up by the queue");
        (await group.FollowAsync((await group.PostAsync("api/workspace/provision")).Follow)).GetProperty("state").GetString().ShouldBe("done");
        (await StuckAsync(group)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_is_no_order_is_told_too()
    {
        await using var group = await ServedGroup.StartAsync(Ct);
        await group.Service<WorkDesk>().GiveUpAsync("{ \"from\": \"somebody else\" }", Ct);
        (await StuckAsync(group)).ShouldHaveSingleItem().ShouldStartWith("Work/unreadable: Given up by the queue");
    }

    [Fact]
    public async Task An_order_that_is_delivered_twice_is_done_once()
    {
        await using var group = await ServedGroup.StartAsync(Ct);
        WorkOrder order = new() { Id = Guid.NewGuid(), Kind = WorkKind.RunJob, Job = "NoJob" };
        var desk = group.Service<WorkDesk>();
        await desk.RunAsync(order, Ct);
        await desk.RunAsync(order with { Job = "PlanYear" }, Ct);
        (await desk.FindAsync(order.Id, Ct)).ShouldNotBeNull().State.ShouldBe(WorkState.Refused, "the second delivery found it over");
    }

    [Fact]
    public async Task A_job_that_runs_elsewhere_is_tried_again()
    {
        await using var group = await ServedGroup.StartAsync(Ct);
        WorkOrder order = new() { Id = Guid.NewGuid(), Kind = WorkKind.RunJob, Job = "PlanYear" };
        await group.Service<IHostClock>().ReadAsync(Ct);
        await using (await group.Service<IJobMemory>().TryLeaseAsync("PlanYear", TimeSpan.FromMinutes(5), Ct))
            await Should.ThrowAsync<WorkPostponedException>(() => group.Service<WorkDesk>().RunAsync(order, Ct));
        (await group.Service<WorkDesk>().FindAsync(order.Id, Ct)).ShouldNotBeNull().State.ShouldBe(WorkState.Waiting);
        await group.Service<WorkDesk>().RunAsync(order, Ct);
        (await group.Service<WorkDesk>().FindAsync(order.Id, Ct)).ShouldNotBeNull().State.ShouldBe(WorkState.Done);
    }

    [Fact]
    public void An_order_holds_ids_and_nothing_else() =>
        new WorkOrder { Id = Guid.Empty, Kind = WorkKind.RunJob, Job = "CompileReports", Report = 7 }.ToString()
            .ShouldBe("""{"id":"00000000-0000-0000-0000-000000000000","kind":"runJob","job":"CompileReports","report":7,"allowDataLoss":false}""");

    private static async Task<IReadOnlyList<string>> StuckAsync(ServedGroup group) =>
        [.. (await group.GetAsync("api/status")).Body.GetProperty("stuck").EnumerateArray().Select(s => s.GetString()!)];
}
