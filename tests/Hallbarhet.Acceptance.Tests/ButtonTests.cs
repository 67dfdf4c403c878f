namespace Hallbarhet.Acceptance.Tests;

/// <summary>
/// A button writes a status at once. Members cannot edit the lists with buttons; of those who can, such as whoever owns the site,
/// the job decides who may.
/// </summary>
public sealed class ButtonTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task A_member_cannot_press_a_button_of_the_chair()
    {
        var meeting = await DraftedMeetingAsync("Möte 6");
        var refusal = await Should.ThrowAsync<HttpRequestException>(() => PressAsync("omar", meeting, "AgendaStatus", "Godkänd"));
        refusal.Message.ShouldContain("403");
        (await scene.RowAsync("Meetings", meeting.Id)).Text("AgendaStatus").ShouldBe("Utkast");
    }

    [Fact]
    public async Task An_owners_approval_of_an_agenda_is_refused_on_the_row_and_the_strategists_holds()
    {
        var meeting = await DraftedMeetingAsync("Möte 3");
        await PressAsync(Person.Admin, meeting, "AgendaStatus", "Godkänd");

        var refused = await scene.RowAsync("Meetings", meeting.Id);
        refused.Text("AgendaStatus").ShouldBe("Utkast");
        refused.Text("SystemMessage").ShouldBe(
            "Dagordningen kan bara godkännas av en hållbarhetsstrateg i tjänst. Status är satt tillbaka till Utkast.");

        await PressAsync("karin", meeting, "AgendaStatus", "Godkänd");
        var approved = await scene.RowAsync("Meetings", meeting.Id);
        approved.Text("AgendaStatus").ShouldBe("Godkänd");
        approved.Text("SystemMessage")!.ShouldStartWith("Godkänd av Karin Exempelius – skickas tor 5 mars 08.00.");
    }

    [Fact]
    public async Task An_owners_approval_of_notes_is_refused_and_nothing_is_published()
    {
        var meeting = await DraftedMeetingAsync("Möte 4");
        await PressAsync(Person.Admin, meeting, "NotesStatus", "Godkänd");
        await scene.LaterAsync(40);
        await scene.RunAsync("PublishNotes");

        var refused = await scene.RowAsync("Meetings", meeting.Id);
        refused.Text("NotesStatus").ShouldBe("Utkast");
        refused.Text("SystemMessage").ShouldBe(
            "Minnesanteckningarna kan bara godkännas av en hållbarhetsstrateg i tjänst. Status är satt tillbaka till Utkast.");
        (await scene.RowsAsync("PublishedRecords")).ShouldNotContain(r => r.Lookup("Meeting") == meeting.Id);
    }

    [Fact]
    public async Task A_strategist_who_is_away_cannot_approve()
    {
        var meeting = await DraftedMeetingAsync("Möte 5");
        await PressAsync("mattias", meeting, "AgendaStatus", "Godkänd");

        (await scene.RowAsync("Meetings", meeting.Id)).Text("AgendaStatus").ShouldBe("Utkast");
    }

    [Fact]
    public async Task An_owners_order_of_a_report_is_refused_and_no_report_is_made()
    {
        var body = (await scene.RowsAsync("Organisation")).First(o => o.Text("Kind") == "Rapportmottagare");
        // Members cannot edit this list; somebody with wider rights than their role can.
        var order = await scene.AddAsync(Person.Admin, "Reports", new JsonObject().Text("Title", "Extra rapport")
            .Date("PeriodFrom", new DateOnly(2026, 1, 1)).Date("PeriodTo", new DateOnly(2026, 2, 20)).Lookup("Recipient", body.Id)
            .Date("LastDay", new DateOnly(2026, 4, 1)).Text("ReportStatus", "Beställd"));

        (await scene.RunAsync("CompileReports")).Failed.ShouldBeEmpty();

        var refused = await scene.RowAsync("Reports", order.Id);
        refused.Text("ReportStatus").ShouldBe("Planerad");
        refused.Text("Check").ShouldBe("Rapporten kan bara beställas av en hållbarhetsstrateg i tjänst. Status är satt tillbaka till Planerad.");
        refused.Text("DraftUrl").ShouldBeNullOrEmpty();
    }

    private async Task<ListRow> DraftedMeetingAsync(string title)
    {
        if (scene.Stage.Now < Stage.At(Scene.DraftDay, 9)) await scene.ClockAsync(Scene.DraftDay, 9);
        var meeting = await scene.DecideMeetingAsync(title);
        await scene.RunAsync("PrepareMeetings");
        (await scene.RunAsync("DraftAgendas")).Failed.ShouldBeEmpty();
        return meeting;
    }

    private async Task PressAsync(string person, ListRow meeting, string column, string status)
    {
        await scene.SetAsync(person, "Meetings", meeting.Id, new JsonObject().Text(column, status));
        (await scene.RunAsync("ReactToRequests")).Failed.ShouldBeEmpty();
    }
}
