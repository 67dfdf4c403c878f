using Microsoft.Playwright;

namespace Hallbarhet.Acceptance.Tests.Browser;

/// <summary>
/// A browser before the tenant's pages, with a meeting whose agenda waits for the chair, a planned report, tasks on the board and mails.
/// </summary>
public sealed class Screen : IAsyncLifetime
{
    internal const string MeetingTitle = "Möte 3";

    private IPlaywright? playwright;
    private IBrowser? browser;

    internal Scene Scene { get; } = new() { HostSettings = ["--Planner", "On"] };

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is null) return;
        await Scene.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (browser is not null) await Scene.DisposeAsync();
    }

    /// <summary>A window of its own for a person of the example; null looks as nobody has chosen yet.</summary>
    internal async Task<Window> OpenAsync(string? person, bool withScript = true)
    {
        Chromium.Demand();
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Scene.Stage.Tenant.ToString(),
            JavaScriptEnabled = withScript,
            Locale = "sv-SE",
            ViewportSize = new() { Width = 1280, Height = 900 },
        });
        var window = new Window(await context.NewPageAsync(), Scene.Stage.Tenant);
        if (person is not null) await window.BecomeAsync(person);
        return window;
    }

    private async Task PrepareAsync()
    {
        await Scene.ClockAsync(Scene.CallDay, 8, 10);
        await Scene.RunAsync("CompileReports");
        await Scene.DecideMeetingAsync(MeetingTitle);
        await Scene.AddAsync("karin", "DecisionsActions", new JsonObject()
            .Text("Title", "Ta fram förslag till cykelpool").Text("Kind", "Åtgärd").Text("ActionStatus", "Öppen")
            .Lookup("Responsible", Scene.Stage.UserId("omar")).Time("DueOn", Year.Stage.At(Scene.MeetingDay, 0)));
        await Scene.RunAsync("PrepareMeetings");
        await Scene.RunAsync("SyncActions");
    }
}
