namespace Hallbarhet.Acceptance.Tests;

/// <summary>One item that the service refuses again and again, beside one that goes well.</summary>
public sealed class ParkingTests(Scene scene) : IClassFixture<Scene>
{
    private const string DraftOfTheBad = "/v1.0/drives/*/root:/Dagordning 2026-03-12 Möte trasigt.docx:/content";

    [Fact]
    public async Task An_item_that_fails_three_runs_is_parked_with_its_reason_and_tried_again_when_it_is_changed()
    {
        await scene.ClockAsync(Scene.CallDay, 9);
        var bad = await scene.DecideMeetingAsync("Möte trasigt");
        var good = await scene.DecideMeetingAsync("Möte helt");
        await scene.RunAsync("PrepareMeetings");
        await scene.ClockAsync(Scene.DraftDay, 9);
        await scene.FaultAsync(new { method = "PUT", path = DraftOfTheBad, mode = "refuse", status = 400 });

        for (var run = 1; run <= 3; run++)
        {
            var answer = await scene.RunAsync("DraftAgendas");
            answer.Failed.ShouldHaveSingleItem().Item.ShouldBe($"Meeting/{bad.Id}/agenda");
            answer.Failed[0].Message.ShouldContain("was answered 400");
            (await scene.FiredAsync()).ShouldBe([run]);
            await scene.LaterAsync(15);
        }

        (await scene.RunAsync("DraftAgendas")).Outcome.ShouldBe("idle");
        (await scene.FiredAsync()).ShouldBe([3]);
        var parked = await scene.RowAsync("Meetings", bad.Id);
        parked.Text("SystemMessage")!.ShouldStartWith(
            "Systemet kom inte vidare med den här raden efter 3 försök och väntar nu. Ändra raden, eller be IT om hjälp. Felet: PUT ");
        parked.Text("MeetingStatus").ShouldBe("Bestämt");
        (await scene.RowAsync("Meetings", good.Id)).Text("AgendaStatus").ShouldBe("Utkast");

        await ShouldTellITOnceAsync(bad);
        await scene.FaultAsync();
        (await scene.RunAsync("DraftAgendas")).Outcome.ShouldBe("idle");
        await scene.LaterAsync(15);
        await scene.SetAsync("karin", "Meetings", bad.Id, new JsonObject().Text("Place", "Biblioteket"));
        (await scene.RunAsync("DraftAgendas")).Failed.ShouldBeEmpty();
        var mended = await scene.RowAsync("Meetings", bad.Id);
        mended.Text("AgendaStatus").ShouldBe("Utkast");
        mended.Text("SystemMessage")!.ShouldStartWith("Utkast till dagordning finns.");
    }

    private async Task ShouldTellITOnceAsync(ListRow bad)
    {
        await scene.RunAsync("WeeklyDigest");
        await scene.LaterAsync(15);
        await scene.RunAsync("WeeklyDigest");
        var told = (await scene.SentAsync("Hållbarhet M365")).ShouldHaveSingleItem();
        told.GetProperty("toRecipients")[0].GetProperty("emailAddress").GetProperty("address").GetString().ShouldBe(Founding.It);
        told.GetProperty("body").GetProperty("content").GetString()!.ShouldContain($"Meeting/{bad.Id}/agenda failed 3 runs in a row");
    }
}
