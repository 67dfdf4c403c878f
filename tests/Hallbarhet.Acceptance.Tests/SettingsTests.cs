using System.Diagnostics;

namespace Hallbarhet.Acceptance.Tests;

/// <summary>The host as a process of its own, started with a setting that is missing or wrong.</summary>
public sealed class SettingsTests
{
    private static readonly string[] Site =
    [
        "--Microsoft365:SiteHost", "contoso.sharepoint.com", "--Microsoft365:SitePath", "/sites/ekologiska-hallbarhetsgruppen",
        "--Microsoft365:ServiceMailbox", "hallbarhetsgruppen@" + Person.Domain,
    ];

    public static TheoryData<string[], string> Wrong => new()
    {
        { [.. Site], "MailRedirectAllTo must name the address that gets all mail until MailLive=true." },
        { [.. Site, "--MailLive", "true"], "MailAllowedDomains must name the domains that may get mail when MailLive=true" },
        { [.. Site, "--MailRedirectAllTo", "inte en adress"], "MailRedirectAllTo must be a mail address" },
        { [.. Site, "--MailRedirectAllTo", Founding.It, "--MeetingsPerYear", "3"], "MeetingsPerYear must be 6 to 10." },
        { [.. Site, "--MailRedirectAllTo", Founding.It, "--MeetingsPerYear", "åtta"], "MeetingsPerYear" },
        { [.. Site, "--MailRedirectAllTo", Founding.It, "--Planner", "Kanske"], "Planner" },
        { [.. Site, "--MailRedirectAllTo", Founding.It, "--SendAgendasSchedule", "varje morgon"], "SendAgendasSchedule must be NCRONTAB with seconds" },
        { ["--MailRedirectAllTo", Founding.It, "--Microsoft365:SitePath", "sites/gruppen"], "Microsoft365:SiteHost must be SharePoint's host name alone" },
        { [.. Site[..4], "--MailRedirectAllTo", Founding.It], "Microsoft365:ServiceMailbox must be the mail address" },
        { [.. Site, "--MailRedirectAllTo", Founding.It, "--Microsoft365:SignIn", "Lösenord"], "Microsoft365:SignIn" },
        { ["--MailRedirectAllTo", Founding.It, "--tenant", "min tenant"], "--tenant must be an address such as http://127.0.0.1:5100" },
        { [.. Site, "--MailRedirectAllTo", Founding.It, "--urls", "http://0.0.0.0:0"], "set HostKey" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_setting_stops_the_host_at_its_start_and_is_named(string[] settings, string named)
    {
        var (code, errors) = await StartAsync(["--urls", "http://127.0.0.1:0", .. settings]);

        code.ShouldBe(1, errors);
        errors.ShouldContain(named);
        errors.ShouldNotContain("   at ", customMessage: "IT should read a sentence, not a stack trace.");
    }

    private static async Task<(int Code, string Errors)> StartAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Hallbarhet.SelfHost.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, errors + await output);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
