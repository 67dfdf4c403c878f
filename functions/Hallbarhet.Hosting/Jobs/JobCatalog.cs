using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Overview;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Hosting.Jobs;

/// <summary>
/// Every job, once: its name, the app setting that holds its schedule, and its use case. Both hosts read this table.
/// Schedules are NCRONTAB with seconds, in UTC; they are frequent and dumb, because the use cases decide by date and state in Stockholm.
/// The names of the settings have no colon: the Functions host on Linux fails on one.
/// </summary>
public static class JobCatalog
{
    public static IReadOnlyList<JobEntry> All { get; } =
    [
        new(nameof(PlanYear), typeof(PlanYear), "0 0 5 * * 1-5"),
        new(nameof(ReactToRequests), typeof(ReactToRequests), "0 */2 4-18 * * 1-5"),
        new(nameof(PrepareMeetings), typeof(PrepareMeetings), "0 5/15 5-15 * * 1-5"),
        new(nameof(DraftAgendas), typeof(DraftAgendas), "0 6/15 5-15 * * 1-5"),
        new(nameof(SendAgendas), typeof(SendAgendas), "0 1/5 5-15 * * 1-5"),
        new(nameof(DraftNotes), typeof(DraftNotes), "0 7/15 5-18 * * 1-5"),
        new(nameof(PublishNotes), typeof(PublishNotes), "0 2/5 5-15 * * 1-5"),
        new(nameof(SyncActions), typeof(SyncActions), "0 8/15 4-18 * * 1-5"),
        new(nameof(CompileReports), typeof(CompileReports), "0 1/2 4-18 * * 1-5"),
        new(nameof(SendReports), typeof(SendReports), "0 3/5 5-15 * * 1-5"),
        new(nameof(RemindPeople), typeof(RemindPeople), "0 9/15 5-15 * * 1-5"),
        new(nameof(WeeklyDigest), typeof(WeeklyDigest), "0 4/15 5-15 * * 1-5"),
        new(nameof(CheckDrift), typeof(CheckDrift), "0 30 8 * * 1-5"),
        new(nameof(Housekeeping), typeof(Housekeeping), "0 40 5 * * 1-5"),
    ];

    /// <summary>Null for a name that is no job.</summary>
    public static JobEntry? Find(string name) => All.FirstOrDefault(j => string.Equals(j.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Name">As in routes, logs and outcomes.</param>
/// <param name="UseCase">The type that implements <see cref="Group.Jobs.IGroupJob"/>.</param>
/// <param name="DefaultSchedule">NCRONTAB with seconds, UTC; used when the app setting is empty.</param>
public sealed record JobEntry(string Name, Type UseCase, string DefaultSchedule)
{
    public string ScheduleKey => Name + "Schedule";
}
