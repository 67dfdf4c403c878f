using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Jobs;

public sealed class RunJobTests
{
    private readonly GroupOnPaper group = new();
    private readonly Meeting row;

    public RunJobTests() => row = group.Meeting(3, "2026-03-12");

    [Fact]
    public async Task An_idle_job_costs_one_read_and_takes_no_lease()
    {
        var result = await group.RunAsync(new FakeJob(_ => []));

        (result.Outcome, result.Done).ShouldBe((JobOutcome.Idle, 0));
        group.Calls.Log.ShouldBe(["Lists.Read"]);
    }

    [Fact]
    public async Task What_is_due_is_looked_at_again_under_the_lease()
    {
        var looks = 0;
        var job = new FakeJob(_ => looks++ == 0 ? [Does("Meeting/3", () => throw new InvalidOperationException("was done meanwhile"))] : []);

        var result = await group.RunAsync(job);

        (result.Outcome, result.Done, looks).ShouldBe((JobOutcome.Done, 0, 2));
    }

    [Fact]
    public async Task A_second_instance_stands_back()
    {
        group.Memory.LeaseElsewhere("Fake", group.Time.GetUtcNow().AddMinutes(5));
        var done = 0;

        var result = await group.RunAsync(new FakeJob(_ => [Does("Meeting/3", () => done++)]));

        (result.Outcome, done).ShouldBe((JobOutcome.Busy, 0));
    }

    [Fact]
    public async Task One_failing_item_does_not_stop_the_others()
    {
        var done = 0;

        var result = await group.RunAsync(new FakeJob(_ => [Fails(row, "no"), Does("Meeting/4", () => done++)]));

        (result.Outcome, result.Done, done).ShouldBe((JobOutcome.Partial, 1, 1));
        result.Failed.ShouldBe([new FailedItem("Meeting/1", "no")]);
    }

    [Fact]
    public async Task Three_failures_park_the_row_with_the_reason_on_it_until_somebody_changes_it()
    {
        var tries = 0;
        FakeJob job = new(s => [Fails(s.Meetings[0], "The place is too long.", () => tries++)]);

        for (var run = 0; run < 5; run++) await RunLaterAsync(job);
        tries.ShouldBe(3);
        var message = group.Get<Meeting>(row.Id).SystemMessage.ShouldNotBeNull();
        message.ShouldContain("efter 3 försök");
        message.ShouldContain("The place is too long.");

        group.Change(row, m => m with { Place = "Biblioteket" });
        for (var run = 0; run < 5; run++) await RunLaterAsync(job);
        tries.ShouldBe(6, "a changed row is tried anew, and parked again");
    }

    [Fact]
    public async Task A_success_forgets_earlier_failures()
    {
        var fail = true;
        FakeJob job = new(s => [new(row.Name, _ => fail ? throw new RefusedByServiceException("no") : Task.CompletedTask) { About = s.Meetings[0] }]);
        await RunLaterAsync(job);
        await RunLaterAsync(job);
        fail = false;
        await RunLaterAsync(job);
        fail = true;

        await RunLaterAsync(job);
        await RunLaterAsync(job);

        group.Memory.Current.Failures["Fake/Meeting/1"].Count.ShouldBe(2);
        group.Get<Meeting>(row.Id).SystemMessage.ShouldBeNull();
    }

    public static TheoryData<Exception, string> NotTheRowsFault() => new()
    {
        { new ServiceUnavailableException("503"), "the service was down" },
        { new SetupProblemException("no right"), "IT has to act" },
        { new OutcomeUnknownException("?"), "the outcome comes later" },
    };

    [Theory]
    [MemberData(nameof(NotTheRowsFault), DisableDiscoveryEnumeration = true)]
    public async Task Troubles_that_are_not_the_rows_fault_never_park_it(Exception trouble, string because)
    {
        FakeJob job = new(s => [new(row.Name, _ => throw trouble) { About = s.Meetings[0] }]);

        for (var run = 0; run < 5; run++) (await RunLaterAsync(job)).Outcome.ShouldBe(JobOutcome.Failed, because);

        group.Memory.Current.Failures.ShouldBeEmpty(because);
    }

    [Fact]
    public async Task A_row_that_somebody_changed_meanwhile_is_skipped()
    {
        var result = await group.RunAsync(new FakeJob(_ => [new("Meeting/3", _ => throw new RowChangedException("changed"))]));

        (result.Outcome, result.Skipped, result.Failed.Count).ShouldBe((JobOutcome.Done, 1, 0));
    }

    [Fact]
    public async Task A_bug_shows_its_kind_but_no_text_that_could_hold_personal_data()
    {
        var result = await group.RunAsync(new FakeJob(_ => [new("Meeting/3", _ => throw new FormatException("Erik Mallqvist"))]));

        result.Failed.ShouldHaveSingleItem().Message.ShouldBe("FormatException in Fake");
    }

    [Theory]
    [InlineData(null, "none")]
    [InlineData(2, "version 2")]
    public async Task Another_workspace_version_is_left_alone(int? version, string named)
    {
        group.Memory.Current = group.Memory.Current with { SchemaVersion = version };
        var asked = false;

        var result = await group.RunAsync(new FakeJob(_ =>
        {
            asked = true;
            return [];
        }));

        (result.Outcome, asked).ShouldBe((JobOutcome.Refused, false));
        result.Reason.ShouldNotBeNull().ShouldContain(named);
    }

    [Fact]
    public async Task Paused_jobs_do_not_even_look()
    {
        group.Settings = group.Settings with { JobsPaused = true };

        (await group.RunAsync(new FakeJob(_ => []))).Outcome.ShouldBe(JobOutcome.Refused);

        group.Calls.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_a_result_and_no_crash()
    {
        group.Calls.Before = _ => new ServiceUnavailableException("Graph did not answer.");

        var result = await group.RunAsync(new FakeJob(_ => []));

        (result.Outcome, result.Reason).ShouldBe((JobOutcome.Failed, "Graph did not answer."));
    }

    [Fact]
    public async Task The_lease_is_given_back_after_a_failure()
    {
        await group.RunAsync(new FakeJob(_ => [Fails(row, "no")]));

        (await group.RunAsync(new FakeJob(_ => [Does("Meeting/4", () => { })]))).Outcome.ShouldBe(JobOutcome.Done);
    }

    private Task<JobResult> RunLaterAsync(FakeJob job)
    {
        group.Time.Advance(TimeSpan.FromMinutes(15));
        return group.RunAsync(job);
    }

    private static DueWork Does(string item, Action what) => new(item, _ =>
    {
        what();
        return Task.CompletedTask;
    });

    private static DueWork Fails(Row about, string message, Action? before = null) => new(about.Name, _ =>
    {
        before?.Invoke();
        throw new RefusedByServiceException(message);
    })
    { About = about };

    private sealed class FakeJob(Func<Snapshot, IReadOnlyList<DueWork>> due) : IGroupJob
    {
        public string Name => "Fake";

        public GroupList Reads => GroupList.Meetings;

        public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct) => Task.FromResult(due(snapshot));
    }
}
