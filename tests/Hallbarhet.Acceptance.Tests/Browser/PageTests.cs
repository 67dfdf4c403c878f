using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Hallbarhet.Acceptance.Tests.Browser;

/// <summary>Every kind of page: judged by axe, read without JavaScript, used with the keyboard, looked at on a telephone.</summary>
public sealed class PageTests(Screen screen) : IClassFixture<Screen>
{
    private const string Site = "/sites/" + Founding.SiteName;

    /// <summary>The address, who looks, and words that stand on the page.</summary>
    public static TheoryData<string, string, string> Pages => new()
    {
        { "/_tenant/sidor/", "karin", "Ekologiska hållbarhetsgruppen" },
        { "/_tenant/sidor/klocka", "karin", "En dag framåt" },
        { "/_tenant/sidor/logg", "karin", "/v1.0" },
        { "/_tenant/sidor/fel", "karin", "Regler" },
        { "/_tenant/sidor/behorigheter", "karin", "Sites.Selected" },
        { Site, "karin", "Möten" },
        { Site + "/SitePages/Sa-arbetar-vi.aspx", "karin", "Så arbetar vi" },
        { Site + "/_layouts/15/viewlsts.aspx", "karin", "Dagordningspunkter" },
        { Site + "/Lists/Meetings", "karin", Screen.MeetingTitle },
        { Site + "/Lists/Initiatives/AllItems.aspx", "omar", "Arbetsinsats" },
        { Site + "/Lists/Meetings/DispForm.aspx?ID=1", "karin", "Versionshistorik" },
        { Site + "/Lists/Meetings/EditForm.aspx?ID=1", "karin", "Spara" },
        { Site + "/Lists/AgendaItems/NewForm.aspx", "omar", "Rubrik" },
        { Site + "/MeetingDocuments", "omar", "2026-03-12" },
        { $"/mail/{Founding.ServiceMailbox}?mapp=skickat", Founding.ServiceMailbox, "Inför mötet" },
        { $"/kalender/{Founding.ServiceMailbox}", Founding.ServiceMailbox, Screen.MeetingTitle },
        { "board", "omar", "cykelpool" },
        { Site + "/Lists/Mailings", "omar", "Åtkomst nekad" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_to_object_to(string address, string person, string words)
    {
        await using var window = await screen.OpenAsync(person);
        await window.GoAsync(await AddressAsync(address));
        (await window.Main.InnerTextAsync()).ShouldContain(words);
        var found = await window.Page.RunAxe();
        found.Violations.Select(Told).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everything_can_be_read_without_javascript(string address, string person, string words)
    {
        await using var window = await screen.OpenAsync(person, withScript: false);
        await window.GoAsync(await AddressAsync(address));
        (await window.Main.InnerTextAsync()).ShouldContain(words);
        (await window.Page.Locator("h1").CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_wider_than_a_telephone(string address, string person, string words)
    {
        await using var window = await screen.OpenAsync(person);
        await window.Page.SetViewportSizeAsync(400, 800);
        await window.GoAsync(await AddressAsync(address));
        (await window.Main.InnerTextAsync()).ShouldContain(words);
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(400);
    }

    [Fact]
    public async Task A_button_is_reached_and_pressed_with_the_keyboard_alone()
    {
        await using var window = await screen.OpenAsync("karin");
        await screen.Scene.SetAsync("karin", "Meetings", 1, new JsonObject().Text("AgendaStatus", "Utkast"));
        await window.OpenListAsync("Möten");
        await window.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(window)).ShouldBe("Hoppa till innehållet");
        await window.Page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 40 && !(await FocusedAsync(window)).StartsWith("Godkänn för utskick", StringComparison.Ordinal); i++)
            await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Button("Ångra")).ToHaveCountAsync(1);
        (await screen.Scene.RowAsync("Meetings", 1)).Text("AgendaStatus").ShouldBe("Godkänd");
    }

    private static Task<string> FocusedAsync(Window window) =>
        window.Page.EvaluateAsync<string>("document.activeElement?.textContent?.trim() ?? ''");

    private static string Told(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} ({string.Join("; ", violation.Nodes.Select(n => n.Html))})";

    /// <summary>The board's address holds its id, so it is found where people find it.</summary>
    private async Task<string> AddressAsync(string address)
    {
        if (address != "board") return address;
        await using var window = await screen.OpenAsync("karin");
        await window.GoAsync("/_tenant/sidor/");
        return (await window.Page.Locator("a[href^='/planner/']").First.GetAttributeAsync("href"))!;
    }
}
