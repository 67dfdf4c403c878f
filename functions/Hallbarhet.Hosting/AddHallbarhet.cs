using Hallbarhet.Documents;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Overview;
using Hallbarhet.Group.Records;
using Hallbarhet.Group.Reports;
using Hallbarhet.Hosting.Access;
using Hallbarhet.Hosting.Http;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Provisioning;
using Hallbarhet.Hosting.Settings;
using Hallbarhet.Hosting.Telemetry;
using Hallbarhet.Hosting.Work;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.SharePoint;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Hallbarhet.Hosting;

/// <summary>The whole product in one call; the hosts add their triggers.</summary>
public static class HallbarhetServices
{
    public static IServiceCollection AddHallbarhet(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GroupOptions>().Bind(configuration).ValidateOnStart();
        services.AddOptions<MailOptions>().Bind(configuration).ValidateOnStart();
        services.AddOptions<AccessOptions>().Bind(configuration).ValidateOnStart();
        services.AddOptions<ProvisioningOptions>().Bind(configuration);
        services.AddSingleton<IValidateOptions<GroupOptions>>(new Validation<GroupOptions>(o => o.Problems()));
        services.AddSingleton<IValidateOptions<MailOptions>>(new Validation<MailOptions>(o => o.Problems()));
        services.AddSingleton<IValidateOptions<AccessOptions>>(new Validation<AccessOptions>(o => o.Problems()));
        services.TryAddSingleton<IHostClock, SystemHostClock>();
        services.AddSingleton(p => p.GetRequiredService<IHostClock>().Time);
        services.TryAddSingleton(_ => Read(configuration));
        services.AddSingleton(p => new Microsoft365Connection(p.GetRequiredService<Microsoft365Options>()));
        services.AddSingleton(p => p.GetRequiredService<IOptions<GroupOptions>>().Value
            .ToSettings(p.GetRequiredService<Microsoft365Options>().SiteUrl.ToString().TrimEnd('/')));
        services.AddSingleton(p => p.GetRequiredService<IOptions<MailOptions>>().Value.ToPolicy());
        services.TryAddSingleton<SharePointFor>(_ => connection => SharePointClients.Choose(connection));
        services.AddSingleton(p => p.GetRequiredService<SharePointFor>()(p.GetRequiredService<Microsoft365Connection>()));
        return services.AddDocuments().AddMicrosoft365().AddJobs().AddCalls().AddHallbarhetTelemetry(configuration);
    }

    private static Microsoft365Options Read(IConfiguration configuration) =>
        configuration.GetSection(Microsoft365Options.SectionName).Get<Microsoft365Options>() ?? new Microsoft365Options();

    private static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton<IDocumentWriter, WordDocumentWriter>()
        .AddSingleton<IMailComposer, MailComposer>()
        .AddSingleton<ICalendarFileWriter, CalendarFileWriter>();

    private static IServiceCollection AddMicrosoft365(this IServiceCollection services) => services
        .AddSingleton<Microsoft365.Lists.GroupSite>()
        .AddSingleton<IGroupLists, Microsoft365.Lists.GraphGroupLists>()
        .AddSingleton<IJobMemory, Microsoft365.State.GraphJobMemory>()
        .AddSingleton<IGroupFiles, Microsoft365.Files.GraphGroupFiles>()
        .AddSingleton<IMailbox, Microsoft365.Mail.GraphMailbox>()
        .AddSingleton<IMeetingCalendar, Microsoft365.Calendar.GraphMeetingCalendar>()
        .AddSingleton<ITaskBoard, Microsoft365.Planner.PlannerBoard>()
        .AddSingleton<IGroupPages, Microsoft365.Pages.GraphPages>()
        .AddSingleton<WorkspaceData>()
        .AddSingleton<ProvisionNow>()
        .AddSingleton<IWorkspaceDrift, WorkspaceDrift>();

    private static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton<NewRunId>(_ => Guid.NewGuid);
        services.AddSingleton<IMailWatch, MailWatch>().AddSingleton<SendOnce>().AddSingleton<PublishOnce>().AddSingleton<PublishReport>()
            .AddSingleton<RunJob>().AddSingleton<JobDesk>().AddSingleton<TellStatus>().AddSingleton<OrderReport>()
            .AddSingleton<PreviewMail>();
        foreach (var entry in JobCatalog.All) services.AddSingleton(entry.UseCase);
        return services;
    }

    /// <summary>What the HTTP functions and the queue call; the host brings <see cref="IWorkQueue"/> and <see cref="IWorkStore"/>.</summary>
    private static IServiceCollection AddCalls(this IServiceCollection services)
    {
        services.TryAddSingleton(new OpenOnThisMachine(false));
        return services.AddSingleton<CallerCheck>().AddSingleton<WorkDesk>().AddSingleton<StuckWork>()
            .AddSingleton<JobCalls>().AddSingleton<ReportCalls>().AddSingleton<StatusCalls>()
            .AddSingleton<ProvisioningCalls>().AddSingleton<MailCalls>();
    }

    private sealed class Validation<T>(Func<T, IEnumerable<string>> problems) : IValidateOptions<T> where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            problems(options).ToList() is { Count: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
    }
}
