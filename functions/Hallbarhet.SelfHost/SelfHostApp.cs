using Hallbarhet.Hosting;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.SelfHost;

/// <summary>Puts the host together: the product, its timers, its HTTP functions and the key that guards them.</summary>
public static class SelfHostApp
{
    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables("Hallbarhet_");
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        var host = HostSettings.From(builder.Configuration);
        builder.WebHost.UseUrls(host.Urls);
        AddTenant(builder.Services, host);
        builder.Services.AddSingleton(host).AddHallbarhet(builder.Configuration);
        if (!host.ClockOfTenant) builder.Services.AddHostedService<Timers>();
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<RequireKey>();
        app.MapJobs().MapReports().MapStatus().MapHealth();
        return app;
    }

    private static void AddTenant(IServiceCollection services, HostSettings host)
    {
        if (host.Tenant is not { } tenant) return;
        services.AddSingleton(Microsoft365Options.ForLocalTenant(tenant, LocalTenantIdentities.Runtime));
        if (host.ClockOfTenant) services.AddSingleton<IHostClock>(new TenantHostClock(tenant));
    }
}
