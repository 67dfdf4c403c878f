using Hallbarhet.Hosting.Jobs;
using Hallbarhet.SelfHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hallbarhet.Year;

/// <summary>The product's own host, on a free port, keeping the tenant's clock.</summary>
public sealed class Service : IAsyncDisposable
{
    private readonly WebApplication app;

    private Service(WebApplication app, Uri address)
    {
        this.app = app;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
    }

    public HttpClient Http { get; }

    /// <param name="name">Makes the ids of this instance's runs: another number, other ids.</param>
    public static async Task<Service> StartAsync(Uri tenant, bool plannerOn, int name = 1)
    {
        var runs = 0;
        var app = SelfHostApp.Build(
        [
            "--urls", "http://127.0.0.1:0", "--tenant", tenant.ToString(), "--clock", "tenant",
            "--MailLive", "true", "--MailAllowedDomains", Town.Person.Domain, "--Planner", plannerOn ? "On" : "Off",
            "--RegistryAddress", Town.Founding.Registry, "--ItAddress", Town.Founding.It, "--Logging:LogLevel:Default", "None",
        ], services => services.AddSingleton<NewRunId>(() => new Guid(name, 0, 0, BitConverter.GetBytes((long)Interlocked.Increment(ref runs)))));
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new Service(app, new Uri(addresses.Addresses.First() + "/"));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
