using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.SelfHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hallbarhet.Acceptance.Tests.Support;

/// <summary>
/// The product's own host on a free port. Its jobs are called over HTTP, as a strategist's button or a timer does. Only the pauses
/// between repetitions are shorter than in production, so that a service that stays away is given up in a moment.
/// </summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private RunningHost(WebApplication app, Uri address)
    {
        this.app = app;
        http = new HttpClient { BaseAddress = address };
    }

    /// <param name="tenant">Address of the local tenant, there or not.</param>
    /// <param name="clock">"tenant" or "system".</param>
    /// <param name="identity">Client id that the host asks tokens for.</param>
    /// <param name="settings">Further settings as on the command line; a later one wins.</param>
    public static async Task<RunningHost> StartAsync(
        Uri tenant, string clock = "tenant", string identity = LocalTenantIdentities.Runtime, params string[] settings)
    {
        var options = Microsoft365Options.ForLocalTenant(tenant, identity) with { FirstPause = TimeSpan.FromMilliseconds(5) };
        var app = SelfHostApp.Build(
        [
            "--urls", "http://127.0.0.1:0", "--tenant", tenant.ToString(), "--clock", clock,
            "--MailLive", "true", "--MailAllowedDomains", Person.Domain, "--MailsPerHour", "1000",
            "--RegistryAddress", Founding.Registry, "--ItAddress", Founding.It, "--Logging:LogLevel:Default", "None", .. settings,
        ], services => services.AddSingleton(options));
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new RunningHost(app, new Uri(addresses.Addresses.First() + "/"));
    }

    public async Task<JobAnswer> RunAsync(string job)
    {
        using var response = await http.PostAsync(new Uri($"api/jobs/{job}", UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JobAnswer>(JsonSerializerOptions.Web))!;
    }

    /// <summary>The status and words of a GET, whatever the status is.</summary>
    public async Task<(int Status, string Text)> GetAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
