using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.SelfHost;
using Hallbarhet.Tests.Provisioning;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Hallbarhet.Tests.SelfHost;

/// <summary>SelfHost on a free port beside a local tenant with the example group's people and, if asked for, its workspace.</summary>
internal sealed class ServedGroup : IAsyncDisposable
{
    private readonly WebApplication host;

    private ServedGroup(Tenant tenant, WebApplication host)
    {
        (Tenant, this.host) = (tenant, host);
        Http = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
    }

    public Tenant Tenant { get; }

    public HttpClient Http { get; }

    public T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<ServedGroup> StartAsync(CancellationToken ct, params string[] settings)
    {
        var tenant = await Tenant.StartAsync(onPort: true);
        using (var provisioner = tenant.Open()) (await provisioner.ApplyAsync(ct)).IsDone.ShouldBeTrue();
        var host = SelfHostApp.Build(
        [
            "--urls", "http://127.0.0.1:0", "--tenant", tenant.Address.ToString(), "--clock", "tenant",
            "--MailRedirectAllTo", "it@trollhattan.example", "--ItAddress", "it@trollhattan.example", "--Logging:LogLevel:Default", "None", .. settings,
        ], services => services.AddSingleton(new Patience(TimeSpan.Zero)).AddSingleton(
            Microsoft365Options.ForLocalTenant(tenant.Address, LocalTenantIdentities.Runtime) with { FirstPause = TimeSpan.FromMilliseconds(1) }));
        await host.StartAsync(ct);
        return new ServedGroup(tenant, host);
    }

    public async Task<(int Status, JsonElement Body)> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<(int Status, JsonElement Body, string? Follow)> PostAsync(string path, object? body = null, string? prefer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        using var answer = await Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(), answer.Headers.Location?.ToString());
    }

    /// <summary>Asks the status address until the work is over.</summary>
    public async Task<JsonElement> FollowAsync(string? address)
    {
        string[] over = ["done", "refused", "failed"];
        for (var asked = 0; asked < 1000; asked++)
        {
            var (status, body) = await GetAsync(address.ShouldNotBeNull());
            status.ShouldBe(200);
            if (over.Contains(body.GetProperty("state").GetString())) return body;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        throw new TimeoutException($"The work at {address} does not come to its end.");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
        await Tenant.DisposeAsync();
    }
}
