namespace Hallbarhet.Acceptance.Tests;

/// <summary>The service dies somewhere between publishing an agenda and marking it sent; another one finishes.</summary>
public sealed class InterruptedAgendaTests : IAsyncLifetime
{
    private readonly Scene scene = new();

    public ValueTask InitializeAsync() => scene.InitializeAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task An_agenda_is_published_registered_and_mailed_once_wherever_the_service_dies(int write)
    {
        var meeting = await ApprovedMeetingAsync();
        await scene.FaultAsync(new { method = "write", path = "*", nth = write, times = 1, mode = "cut", thenDown = true });
        await scene.RunAsync("SendAgendas");
        (await scene.FiredAsync()).ShouldBe([1]);
        await scene.FaultAsync();

        var next = await scene.StartHostAsync();
        for (var tick = 0; tick < 2; tick++)
        {
            await scene.LaterAsync(15);
            (await next.RunAsync("SendAgendas")).Failed.ShouldBeEmpty();
        }

        (await next.RunAsync("SendAgendas")).Outcome.ShouldBe("idle");
        (await scene.RowAsync("Meetings", meeting.Id)).Text("AgendaStatus").ShouldBe("Skickad");
        (await scene.RowsAsync("PublishedRecords")).ShouldHaveSingleItem();
        (await scene.RowsAsync("Mailings")).Single(m => m.Text("MailKind") == "M3").Text("Outcome").ShouldBe("Skickat");
        (await scene.DeliveriesAsync()).Count(d => d.Subject.StartsWith("Dagordning 12 mars 2026", StringComparison.Ordinal)).ShouldBe(1);
    }

    private async Task<ListRow> ApprovedMeetingAsync()
    {
        await scene.ClockAsync(Scene.DraftDay, 9);
        var meeting = await scene.DecideMeetingAsync("Möte 3");
        await scene.RunAsync("PrepareMeetings");
        await scene.RunAsync("DraftAgendas");
        await scene.ClockAsync(Scene.MeetingDay.AddDays(-7), 9);
        await scene.SetAsync("karin", "Meetings", meeting.Id, new JsonObject().Text("AgendaStatus", "Godkänd"));
        await scene.RunAsync("ReactToRequests");
        await scene.LaterAsync(35);
        return meeting;
    }
}
