using Hallbarhet.Hosting.Jobs;

namespace Hallbarhet.Acceptance.Tests;

/// <summary>Two hosts beside each other, as after a careless deployment.</summary>
public sealed class TwoHostsTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task Two_hosts_at_the_same_moment_double_nothing_from_call_to_agenda()
    {
        var second = await scene.StartHostAsync();
        await scene.ClockAsync(Scene.CallDay, 9);
        var meeting = await scene.DecideMeetingAsync("Möte 3");

        await BothAsync(second, "PrepareMeetings");
        await ShouldHaveOneOfEachAsync("Inför mötet", meeting);
        (await EventsAsync()).ShouldBe(1);

        await scene.ClockAsync(Scene.DraftDay, 9);
        await BothAsync(second, "DraftAgendas");
        await ShouldHaveOneOfEachAsync("Att godkänna", meeting);

        await scene.ClockAsync(Scene.MeetingDay.AddDays(-7), 9);
        await scene.SetAsync("karin", "Meetings", meeting.Id, new JsonObject().Text("AgendaStatus", "Godkänd"));
        await BothAsync(second, "ReactToRequests");
        await scene.LaterAsync(35);
        await BothAsync(second, "SendAgendas");
        await ShouldHaveOneOfEachAsync("Dagordning 12 mars 2026", meeting);
        (await scene.RowsAsync("PublishedRecords")).ShouldHaveSingleItem().Text("RecordKind").ShouldBe("Dagordning");
        (await scene.RowAsync("Meetings", meeting.Id)).Text("AgendaStatus").ShouldBe("Skickad");
    }

    /// <summary>At the same moment, and once more: whoever found the other at work finds nothing left to do.</summary>
    private async Task BothAsync(RunningHost second, string job)
    {
        JobAnswer[] answers = await Task.WhenAll(scene.RunAsync(job), second.RunAsync(job), scene.RunAsync(job), second.RunAsync(job));
        answers.SelectMany(a => a.Failed).ShouldBeEmpty();
        answers.Count(a => a.Done > 0).ShouldBeGreaterThan(0, job);
        answers.ShouldAllBe(a => a.Outcome == "done" || a.Outcome == "busy" || a.Outcome == "idle");
        (await second.RunAsync(job)).Outcome.ShouldBe("idle", job);
    }

    private async Task ShouldHaveOneOfEachAsync(string subject, ListRow meeting)
    {
        var mails = (await scene.DeliveriesAsync()).Where(d => d.Kind == "message" && d.Subject.StartsWith(subject, StringComparison.Ordinal)).ToList();
        mails.ShouldNotBeEmpty();
        mails.SelectMany(m => m.Everybody).ShouldBeUnique();
        var ledger = (await scene.RowsAsync("Mailings")).Where(m => m.Lookup("Meeting") == meeting.Id).ToList();
        ledger.Select(m => m.Text("MailKey")).ShouldBeUnique();
        ledger.ShouldAllBe(m => m.Text("Outcome") == "Skickat");
    }

    private async Task<int> EventsAsync()
    {
        var mailbox = await scene.Stage.AsAsync(Founding.ServiceMailbox);
        return (await mailbox.ListAsync($"{mailbox.Me}/events?$top=100")).Count;
    }
}
