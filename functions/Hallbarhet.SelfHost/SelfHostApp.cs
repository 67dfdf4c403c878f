using Hallbarhet.Hosting;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.SharePoint;
using Microsoft.Extensions.Options;

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
        CheckSettings(app);
        app.UseMiddleware<RequireKey>();
        app.MapJobs().MapReports().MapStatus().MapHealth();
        return app;
    }

    /// <summary>Before the host starts: told here a wrong setting is a sentence, told by the starting host it is a stack trace.</summary>
    private static void CheckSettings(WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            _ = app.Services.GetRequiredService<ISharePointOnly>();
        }
        catch (InvalidOperationException e)
        {
            // What the binder says of a value that is no number, no time or none of the choices; it names the setting.
            throw new HostSettingException(e.Message);
        }

        foreach (var job in JobCatalog.All) _ = Timers.ScheduleOf(job, app.Configuration);
    }

    private static void AddTenant(IServiceCollection services, HostSettings host)
    {
        if (host.Tenant is not { } tenant) return;
        services.AddSingleton(Microsoft365Options.ForLocalTenant(tenant, LocalTenantIdentities.Runtime));
        if (host.ClockOfTenant) services.AddSingleton<IHostClock>(new TenantHostClock(tenant));
    }
}
