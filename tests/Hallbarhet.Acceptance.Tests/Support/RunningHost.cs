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
/// between repetitions are shorter than in production, so that a service that stays away is given up in a moment. With an address in
/// <c>HALLBARHET_HOST</c> the host that listens there is called instead, and its key in <c>HALLBARHET_HOST_KEY</c> goes along.
/// </summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly string? Elsewhere = Environment.GetEnvironmentVariable("HALLBARHET_HOST");

    private readonly WebApplication? app;
    private readonly HttpClient http;

    private RunningHost(WebApplication? app, Uri address)
    {
        this.app = app;
        http = new HttpClient { BaseAddress = address };
        if (Environment.GetEnvironmentVariable("HALLBARHET_HOST_KEY") is { Length: > 0 } key) http.DefaultRequestHeaders.Add("x-functions-key", key);
    }

    /// <param name="tenant">Address of the local tenant, there or not.</param>
    /// <param name="clock">"tenant" or "system".</param>
    /// <param name="identity">Client id that the host asks tokens for.</param>
    /// <param name="settings">Further settings as on the command line; a later one wins.</param>
    public static async Task<RunningHost> StartAsync(
        Uri tenant, string clock = "tenant", string identity = LocalTenantIdentities.Runtime, params string[] settings)
    {
        if (Elsewhere is { Length: > 0 } address) return At(address, isUsual: (clock, identity, settings) is ("tenant", LocalTenantIdentities.Runtime, []));
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

    /// <summary>A test that sets up a host of its own cannot be held against one that is there already.</summary>
    private static RunningHost At(string address, bool isUsual)
    {
        Assert.SkipUnless(isUsual, $"The test needs a host with settings of its own, and HALLBARHET_HOST names {address}.");
        return new RunningHost(null, new Uri(address.TrimEnd('/') + "/"));
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

    /// <summary>The status and body of a POST, and the address at which the work it ordered is followed.</summary>
    public async Task<(int Status, JsonElement Body, string? Follow)> PostAsync(string path, object? body = null)
    {
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), body is null ? null : JsonContent.Create(body));
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(), response.Headers.Location?.ToString());
    }

    /// <summary>Asks a status address until the work is over.</summary>
    public async Task<JsonElement> FollowAsync(string? address)
    {
        string[] over = ["done", "refused", "failed"];
        for (var asked = 0; asked < 600; asked++)
        {
            var (_, text) = await GetAsync(address.ShouldNotBeNull());
            var body = JsonElement.Parse(text);
            if (over.Contains(body.GetProperty("state").GetString())) return body;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new TimeoutException($"The work at {address} does not come to its end.");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (app is not null) await app.DisposeAsync();
    }
}
