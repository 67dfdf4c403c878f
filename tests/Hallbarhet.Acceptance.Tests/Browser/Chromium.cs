using Microsoft.Playwright;

namespace Hallbarhet.Acceptance.Tests.Browser;

/// <summary>The machine's own Chromium: nothing is downloaded. Without one the tests are skipped and say so.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static string? Program { get; } =
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in Names
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    public static void Demand() =>
        Assert.SkipWhen(Program is null, "No Chromium on this machine (Debian: apt install chromium); the pages were not looked at.");

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program });
}
