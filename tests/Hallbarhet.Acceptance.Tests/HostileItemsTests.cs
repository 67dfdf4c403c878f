using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hallbarhet.Acceptance.Tests;

/// <summary>What members may write in a proposed item, from the list to the mail and the Word file that everybody gets.</summary>
public sealed class HostileItemsTests(Scene scene) : IClassFixture<Scene>
{
    private const string Override = "\u202E";
    private const string Script = "<script>alert('hej')</script><b onclick=\"stjäl()\">Fet & listig</b>";
    private const string Formula = "=HYPERLINK(\"http://ond.example\";\"Klicka här\")";
    private const string Emoji = "Cykelöverfarter 🚲 för 👩‍👩‍👧‍👦";
    private const string Arabic = "مرحبا بالماء";
    private static readonly string Long = "Lång rubrik om vattenvård " + new string('å', 229);

    [Fact]
    public async Task Whatever_members_write_is_sent_encoded_and_nothing_of_it_is_lost()
    {
        await scene.ClockAsync(Scene.CallDay, 9);
        var meeting = await scene.DecideMeetingAsync("Möte 3");
        await scene.RunAsync("PrepareMeetings");
        foreach (var title in (string[])[Script, Formula, Emoji, $"Före{Override}retfE", Arabic, Long]) await ProposeAsync(title);
        var untitled = await ProposeAsync("   ");
        await Should.ThrowAsync<HttpRequestException>(() => ProposeAsync(new string('x', 300)), "SharePoint refuses more than 255 characters");

        await scene.RunAsync("ReactToRequests");
        (await scene.RowAsync("AgendaItems", untitled.Id)).Text("SystemMessage")
            .ShouldBe("Skriv en rubrik, så att punkten går att känna igen på dagordningen.");
        await SendAgendaAsync(meeting);

        ShouldHoldEverything(await MailAsync());
        ShouldHoldEverything(await WordAsync(meeting));
        var items = (await scene.RowsAsync("AgendaItems")).Where(i => !i.Yes("Standing")).ToList();
        items.ShouldAllBe(i => i.Text("ItemStatus") == "På dagordningen" && i.Lookup("Meeting") == meeting.Id);
        items.Count.ShouldBe(7);
    }

    private Task<ListRow> ProposeAsync(string title) => scene.AddAsync("omar", "AgendaItems",
        new JsonObject().Text("Title", title).Text("Purpose", "Diskutera").Text("Background", $"Bakgrund till {Script}\n{Formula}"));

    private async Task SendAgendaAsync(ListRow meeting)
    {
        await scene.ClockAsync(Scene.DraftDay, 9);
        (await scene.RunAsync("DraftAgendas")).Failed.ShouldBeEmpty();
        await scene.ClockAsync(Scene.MeetingDay.AddDays(-7), 9);
        await scene.SetAsync("karin", "Meetings", meeting.Id, new JsonObject().Text("AgendaStatus", "Godkänd"));
        (await scene.RunAsync("ReactToRequests")).Failed.ShouldBeEmpty();
        await scene.LaterAsync(35);
        (await scene.RunAsync("SendAgendas")).Outcome.ShouldBe("done");
    }

    /// <summary>The text that a mail program shows, after making sure that nothing in the mail can run or lead astray.</summary>
    private async Task<string> MailAsync()
    {
        var html = (await scene.SentAsync("Dagordning 12 mars 2026")).ShouldHaveSingleItem().GetProperty("body").GetProperty("content").GetString()!;
        var page = new HtmlParser().ParseDocument(html);
        page.QuerySelectorAll("script, b, iframe, object, form").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ShouldAllBe(h => !h.Contains("ond.example"));
        html.ShouldNotContain(Override);
        page.QuerySelectorAll("bdi").Select(b => b.TextContent).ShouldContain(t => t.Contains(Arabic));
        return page.Body!.TextContent;
    }

    private async Task<string> WordAsync(ListRow meeting)
    {
        var karin = await scene.Stage.AsAsync("karin");
        var drive = (await karin.GetAsync($"{scene.Stage.Site.Path("MeetingDocuments")}/drive?$select=id")).GetProperty("id").GetString();
        var folder = (await karin.ListAsync($"drives/{drive}/root/children?$select=id,name"))
            .Single(f => f.GetProperty("name").GetString() == $"2026-03-12 {meeting.Title}").GetProperty("id").GetString();
        var file = (await karin.ListAsync($"drives/{drive}/items/{folder}/children?$select=id,name")).ShouldHaveSingleItem();
        file.GetProperty("name").GetString()!.ShouldEndWith(".docx");
        using var word = WordprocessingDocument.Open(
            new MemoryStream(await karin.DownloadAsync($"drives/{drive}/items/{file.GetProperty("id").GetString()}/content")), false);
        new OpenXmlValidator().Validate(word, TestContext.Current.CancellationToken).ShouldBeEmpty();
        var body = word.MainDocumentPart!.Document!.Body!;
        body.Descendants<FieldCode>().ShouldAllBe(f => !f.InnerText.Contains("HYPERLINK"));
        word.MainDocumentPart.HyperlinkRelationships.ShouldAllBe(r => !r.Uri.ToString().Contains("ond.example"));
        body.InnerText.ShouldNotContain(Override);
        return body.InnerText;
    }

    private static void ShouldHoldEverything(string text)
    {
        var plain = new StringBuilder(text).Replace("\u00AD", "").Replace("\u200B", "").ToString();
        foreach (var written in (string[])[Script, Formula, Emoji, "FöreretfE", Arabic, Long, "(utan rubrik)"]) plain.ShouldContain(written);
    }
}
