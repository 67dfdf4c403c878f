using Microsoft.Playwright;

namespace Hallbarhet.Acceptance.Tests.Browser;

/// <summary>What one person sees and does.</summary>
internal sealed class Window(IPage page, Uri tenant) : IAsyncDisposable
{
    public IPage Page => page;

    public Task<string> HeadingAsync() => page.Locator("h1").InnerTextAsync();

    public ILocator Alert => page.GetByRole(AriaRole.Alert);

    public ILocator Main => page.Locator("main");

    /// <summary>Opens an address below the tenant's and says how it was answered.</summary>
    public async Task<int> GoAsync(string address) => (await page.GotoAsync(new Uri(tenant, address).ToString()))!.Status;

    public async Task BecomeAsync(string person)
    {
        await GoAsync("/");
        await page.GetByLabel("Du är:").SelectOptionAsync(new SelectOptionValue { Value = person.Contains('@') ? person : Person.Of(person).Upn });
        await PressAsync("Byt person");
    }

    /// <summary>From the site's start page, by its menu.</summary>
    public async Task OpenListAsync(string title)
    {
        await GoAsync($"/sites/{Founding.SiteName}");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Webbplatsens meny" }).GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
    }

    public Task PressAsync(string button) => Button(button).First.ClickAsync();

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    /// <summary>The row of a list that holds a text.</summary>
    public ILocator Row(string text) => page.Locator("tr", new() { HasText = text });

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
