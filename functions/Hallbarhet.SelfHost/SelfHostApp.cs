using Hallbarhet.Hosting;
using Hallbarhet.Hosting.Access;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Settings;
using Hallbarhet.Hosting.Work;
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
        host.Tenant.AddTo(builder.Services);
        builder.Services.AddSingleton(host).AddSingleton(new OpenOnThisMachine(host is { Key: null, Tenant.Address: not null })).AddHallbarhet(builder.Configuration);
        AddWork(builder.Services);
        if (!host.Tenant.KeepsTheClock) builder.Services.AddHostedService<Timers>();
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        CheckSettings(app);
        // Before the key: which endpoint it is decides whether one is needed.
        app.UseRouting();
        app.UseMiddleware<RequireKey>();
        app.MapFunctions().MapFunctionsForPeople().MapHealth();
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

    private static void AddWork(IServiceCollection services) => services
        .AddSingleton<IWorkStore, MemoryWorkStore>()
        .AddSingleton(Patience.Usual)
        .AddSingleton<WorkLoop>()
        .AddSingleton<IWorkQueue>(p => p.GetRequiredService<WorkLoop>())
        .AddHostedService(p => p.GetRequiredService<WorkLoop>());
}
