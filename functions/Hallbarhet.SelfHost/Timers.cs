using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Settings;
using NCrontab;

namespace Hallbarhet.SelfHost;

/// <summary>Ticks each job by its NCRONTAB schedule (UTC). A tick that comes while the job runs is dropped: the next one finds the same.</summary>
public sealed partial class Timers(JobDesk desk, IConfiguration configuration, ILogger<Timers> logger) : BackgroundService
{
    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    /// <summary>The schedule of a job; throws <see cref="HostSettingException"/> naming the setting when it cannot be read.</summary>
    public static CrontabSchedule ScheduleOf(JobEntry job, IConfiguration configuration)
    {
        var text = configuration[job.ScheduleKey] is { Length: > 0 } set ? set : job.DefaultSchedule;
        return CrontabSchedule.TryParse(text, WithSeconds)
               ?? throw new HostSettingException($"{job.ScheduleKey} must be NCRONTAB with seconds, for example \"{job.DefaultSchedule}\", not \"{text}\".");
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(JobCatalog.All
        .Select(job => (Job: job, Schedule: ScheduleOf(job, configuration)))
        .ToList()
        .Select(t => TickAsync(t.Job, t.Schedule, stoppingToken)));

    private async Task TickAsync(JobEntry job, CrontabSchedule schedule, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            await Task.Delay(schedule.GetNextOccurrence(now) - now, TimeProvider.System, ct);
            try
            {
                await desk.RunAsync(job, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                Log.TickFailed(logger, job.Name, e);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Error, "{Job}: the tick failed; the next one tries again")]
        public static partial void TickFailed(ILogger logger, string job, Exception e);
    }
}
