using Microsoft.Playwright;

namespace Hallbarhet.Acceptance.Tests.Browser;

/// <summary>A member and two strategists at work in the pages, as they would be in SharePoint, with the service beside them.</summary>
public sealed class JourneyTests(Screen screen) : IClassFixture<Screen>
{
    private const string Item = "Gemensam upphandling av elcyklar";

    [Fact]
    public async Task From_a_members_proposal_to_a_report_in_the_strategists_library()
    {
        Chromium.Demand();
        await ProposeAsync();
        await DraftAsync();
        await ApproveAndUndoAsync();
        await OrderReportAsync();
        await MemberIsRefusedAsync();
        await NextDayAsync();
    }

    private async Task ProposeAsync()
    {
        await using var omar = await screen.OpenAsync("omar");
        await omar.OpenListAsync("Dagordningspunkter");
        await omar.FollowAsync("Nytt objekt");
        await omar.PressAsync("Spara");
        (await omar.Main.InnerTextAsync()).ShouldContain("Rubrik");
        await omar.Page.GetByLabel("Rubrik").FillAsync(Item);
        await omar.Page.GetByLabel("Vad vill du att gruppen gör?").SelectOptionAsync("Diskutera");
        await omar.PressAsync("Spara");
        (await screen.Scene.RowsAsync("AgendaItems")).ShouldContain(r => r.Text("Title") == Item);
        await omar.OpenListAsync("Dagordningspunkter");
        (await omar.Row(Item).CountAsync()).ShouldBe(1);
    }

    private async Task DraftAsync()
    {
        await screen.Scene.ClockAsync(Scene.DraftDay, 8, 10);
        (await screen.Scene.RunAsync("DraftAgendas")).Done.ShouldBe(1);
    }

    private async Task ApproveAndUndoAsync()
    {
        await using var karin = await screen.OpenAsync("karin");
        await karin.OpenListAsync("Möten");
        var row = karin.Row(Screen.MeetingTitle);
        await karin.PressAsync("Godkänn för utskick: " + Screen.MeetingTitle);
        (await row.InnerTextAsync()).ShouldContain("Godkänd");
        await karin.PressAsync("Ångra: " + Screen.MeetingTitle);
        (await row.InnerTextAsync()).ShouldContain("Utkast");
        (await karin.Button("Ångra").CountAsync()).ShouldBe(0);
    }

    private async Task OrderReportAsync()
    {
        await using var mattias = await screen.OpenAsync("mattias");
        await mattias.OpenListAsync("Rapportering");
        await mattias.PressAsync("Sammanställ rapport");
        (await mattias.Main.InnerTextAsync()).ShouldContain("Beställd");
    }

    private async Task MemberIsRefusedAsync()
    {
        await using var omar = await screen.OpenAsync("omar");
        await omar.OpenListAsync("Rapportering");
        await omar.PressAsync("Sammanställ rapport");
        (await omar.Alert.InnerTextAsync()).ShouldContain("behörighet");
        (await screen.Scene.RowsAsync("Reports")).Count(r => r.Text("ReportStatus") == "Beställd").ShouldBe(1);
    }

    private async Task NextDayAsync()
    {
        await using var karin = await screen.OpenAsync("karin");
        await karin.GoAsync("/_tenant/sidor/klocka");
        await karin.PressAsync("En dag framåt");
        (await karin.Main.InnerTextAsync()).ShouldContain("3 mars 2026");
        (await screen.Scene.RunAsync("CompileReports")).Done.ShouldBe(1);

        await karin.OpenListAsync("Utkast");
        (await karin.Main.InnerTextAsync()).ShouldContain("Rapport");
        await karin.BecomeAsync(Founding.ServiceMailbox);
        await karin.GoAsync($"/mail/{Founding.ServiceMailbox}?mapp=skickat");
        (await karin.Main.InnerTextAsync()).ShouldContain("Att godkänna senast");
        await karin.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Att godkänna senast .*: rapport") }).First.ClickAsync();
        (await karin.Page.FrameLocator("iframe").Locator("body").InnerTextAsync()).ShouldContain("Rapport");
    }
}
