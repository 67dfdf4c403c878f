using Hallbarhet.Year.Checks;

namespace Hallbarhet.Acceptance.Tests.Support;

/// <summary>The call for items to one meeting: its rows in Utskick and the mails that reached people.</summary>
internal sealed class Call(Scene scene, ListRow meeting, int before)
{
    private const string Kind = "M2";

    /// <summary>A meeting whose invitations and call are due and not yet begun.</summary>
    public static async Task<Call> PrepareAsync(Scene scene, string title)
    {
        if (scene.Stage.Now.Hour < 8) await scene.ClockAsync(Scene.CallDay, 8, 5);
        return new Call(scene, await scene.DecideMeetingAsync(title), (await scene.DeliveriesAsync()).Count);
    }

    /// <summary>The timers of the next hour: what is unclear becomes clear when the copies in Sent Items must be there.</summary>
    public async Task FinishAsync(RunningHost host)
    {
        for (var tick = 0; tick < 2; tick++)
        {
            await scene.LaterAsync(15);
            await host.RunAsync("PrepareMeetings");
        }

        (await host.RunAsync("PrepareMeetings")).Outcome.ShouldBe("idle");
    }

    public async Task<List<Delivery>> DeliveredAsync() =>
        [.. (await scene.DeliveriesAsync()).Skip(before).Where(d => d.Kind == "message" && d.Subject.StartsWith("Inför mötet", StringComparison.Ordinal))];

    public async Task ShouldHaveReachedEverybodyOnceAsync()
    {
        var readers = (await scene.RowsAsync("Members")).Where(IsReader).Select(m => m.Text("Email")!.ToLowerInvariant()).Order();
        (await DeliveredAsync()).SelectMany(d => d.Everybody).Order().ShouldBe(readers);
        var ledger = (await scene.RowsAsync("Mailings")).Where(m => m.Text("MailKind") == Kind && m.Lookup("Meeting") == meeting.Id).ToList();
        ledger.ShouldAllBe(m => m.Text("Outcome") == "Skickat");
        ledger.Select(m => m.Text("MailKey")).ShouldBeUnique();
        ledger.Count.ShouldBe(readers.Count());
    }

    private bool IsReader(ListRow member) => member.Text("Role") != "Kommunikatör" && member.Text("MailChoice") is null or "Alla"
        && (member.Date("ActiveFrom") is not { } from || from <= scene.Stage.Today)
        && !(member.Date("AwayFrom") <= scene.Stage.Today && scene.Stage.Today <= member.Date("AwayTo"));
}
