namespace Hallbarhet.Acceptance.Tests;

/// <summary>Rows about people and meetings that lack something.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private readonly Scene scene = new();

    public async ValueTask InitializeAsync()
    {
        await scene.InitializeAsync();
        await scene.ClockAsync(Scene.CallDay, 9);
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    public async Task Somebody_without_a_mailbox_here_gets_the_meeting_as_a_calendar_file_and_the_other_mails()
    {
        const string address = "leo.testgard@" + Person.Domain;
        await scene.AddAsync("karin", "Members", new JsonObject().Text("Title", "Leo Testgård").Text("Email", address).Text("Role", "Adjungerad"));
        await scene.DecideMeetingAsync("Möte 3");
        (await scene.RunAsync("PrepareMeetings")).Failed.ShouldBeEmpty();
        await scene.LaterAsync(40);
        (await scene.RunAsync("PrepareMeetings")).Failed.ShouldBeEmpty();
        (await scene.RunAsync("PrepareMeetings")).Outcome.ShouldBe("idle");

        var theirs = (await scene.DeliveriesAsync()).Where(d => d.Everybody.Contains(address)).ToList();
        theirs.ShouldAllBe(d => d.Kind == "message");
        theirs.Select(d => d.Subject).Order().ShouldBe(
            ["Ekologiska hållbarhetsgruppen, möte 3", "Inför mötet 12 mars: föreslå punkter och uppdatera läget senast 4 mars"]);
        (await CalendarFileAsync()).ShouldContain("DTSTART;TZID=Europe/Stockholm:20260312T130000");
    }

    [Fact]
    public async Task A_member_without_a_department_gets_mail_and_is_shown_to_the_strategists()
    {
        var omar = (await scene.RowsAsync("Members")).Single(m => m.Title == Person.Of("omar").Name);
        await scene.SetAsync("karin", "Members", omar.Id, new JsonObject { ["DepartmentLookupId"] = null });
        await scene.DecideMeetingAsync("Möte 3");

        (await scene.RunAsync("PrepareMeetings")).Failed.ShouldBeEmpty();

        (await scene.RowAsync("Members", omar.Id)).Text("SystemMessage")
            .ShouldBe("Välj förvaltning. Utan den räknas personen inte som förvaltningens deltagare.");
        (await scene.DeliveriesAsync()).Count(d => d.Kind == "message" && d.Everybody.Contains(Person.Of("omar").Upn)).ShouldBe(1);
        await scene.ClockAsync(Scene.DraftDay, 8, 10);
        (await scene.RunAsync("WeeklyDigest")).Failed.ShouldBeEmpty();
        var monday = (await scene.SentAsync("Måndagsläget v. 10")).ShouldHaveSingleItem();
        monday.GetProperty("toRecipients")[0].GetProperty("emailAddress").GetProperty("address").GetString().ShouldBe(Person.Of("karin").Upn);
        monday.GetProperty("body").GetProperty("content").GetString()!.ShouldContain("Deltagare utan förvaltning: Omar Testlund");
    }

    [Fact]
    public async Task A_meeting_without_an_end_says_so_and_the_other_meetings_go_on()
    {
        var endless = await scene.DecideMeetingAsync("Möte 3", withEnd: false);
        var whole = await scene.DecideMeetingAsync("Möte 4", Scene.MeetingDay.AddDays(1));

        foreach (var job in Hosting.Jobs.JobCatalog.All) (await scene.RunAsync(job.Name)).Failed.ShouldBeEmpty(job.Name);

        var told = await scene.RowAsync("Meetings", endless.Id);
        told.Text("SystemMessage").ShouldBe("Skriv när mötet slutar. Inbjudan går ut när det är gjort.");
        told.Text("FolderUrl").ShouldBeNullOrEmpty();
        (await scene.RowAsync("Meetings", whole.Id)).Text("FolderUrl").ShouldNotBeNullOrEmpty();
        (await scene.DeliveriesAsync()).ShouldContain(d => d.Kind == "invitation");

        await scene.SetAsync("karin", "Meetings", endless.Id, new JsonObject().Time("EndsAt", Stage.At(Scene.MeetingDay, 15)));
        await scene.RunAsync("PrepareMeetings");
        var mended = await scene.RowAsync("Meetings", endless.Id);
        mended.Text("SystemMessage").ShouldBeNullOrEmpty();
        mended.Text("FolderUrl").ShouldNotBeNullOrEmpty();
    }

    private async Task<string> CalendarFileAsync()
    {
        var mailbox = await scene.Stage.AsAsync(Founding.ServiceMailbox);
        var id = (await scene.SentAsync("Ekologiska hållbarhetsgruppen, möte 3")).ShouldHaveSingleItem().GetProperty("id").GetString();
        var file = (await mailbox.ListAsync($"{mailbox.Me}/messages/{id}/attachments")).ShouldHaveSingleItem();
        file.GetProperty("name").GetString().ShouldBe("moten.ics");
        return System.Text.Encoding.UTF8.GetString(file.GetProperty("contentBytes").GetBytesFromBase64());
    }
}
