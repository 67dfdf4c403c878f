using Hallbarhet.Group.Jobs;
using Hallbarhet.Hosting.Telemetry;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hallbarhet.Hosting.Jobs;

/// <summary>Runs one job of the catalog now, under a run id of its own, and logs how it went. Every host calls jobs through it.</summary>
public sealed partial class JobDesk(IServiceProvider services, RunJob runner, IHostClock clock, NewRunId newId, ILogger<JobDesk> logger)
{
    /// <summary>For a timer, which knows the job by its name and has nobody to answer.</summary>
    public Task TickAsync(string job, CancellationToken ct) =>
        RunAsync(JobCatalog.Find(job) ?? throw new ArgumentException($"There is no job \"{job}\".", nameof(job)), ct);

    public async Task<JobAnswer> RunAsync(JobEntry entry, CancellationToken ct)
    {
        using var run = Microsoft365Run.Start(newId());
        using var span = JobTelemetry.Start(entry.Name, run.Id);
        var result = await RunNowAsync(entry, ct);
        JobTelemetry.Finish(span, result, run.Requests);
        Tell(result, run.Id, run.Requests);
        return new JobAnswer(result, run.Requests);
    }

    private async Task<JobResult> RunNowAsync(JobEntry entry, CancellationToken ct)
    {
        try
        {
            await clock.ReadAsync(ct);
            return await runner.RunAsync((IGroupJob)services.GetRequiredService(entry.UseCase), ct);
        }
        catch (JobException e)
        {
            return new() { Job = entry.Name, Outcome = JobOutcome.Failed, Reason = e.Message, Failed = [new(entry.Name, e.Message)] };
        }
    }

    private void Tell(JobResult result, Guid run, int requests)
    {
        foreach (var failed in result.Failed) Log.ItemFailed(logger, result.Job, run, failed.Item, failed.Message);
        if (result.Reason is { } reason) Log.Stopped(logger, result.Job, run, result.Outcome, reason);
        else if (result.Outcome is JobOutcome.Idle or JobOutcome.Busy) Log.Ticked(logger, result.Job, run, result.Outcome);
        else Log.Finished(logger, result.Job, run, result.Outcome, result.Done, result.Skipped, requests);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Job} {Run}: {Outcome}, {Done} done, {Skipped} skipped, {Requests} requests")]
        public static partial void Finished(ILogger logger, string job, Guid run, JobOutcome outcome, int done, int skipped, int requests);

        /// <summary>Says that the clock still ticks; that it stops is what an alert watches for.</summary>
        [LoggerMessage(4, LogLevel.Information, "{Job} {Run}: {Outcome}")]
        public static partial void Ticked(ILogger logger, string job, Guid run, JobOutcome outcome);

        [LoggerMessage(2, LogLevel.Error, "{Job} {Run}: {Item} failed: {Message}")]
        public static partial void ItemFailed(ILogger logger, string job, Guid run, string item, string message);

        [LoggerMessage(3, LogLevel.Error, "{Job} {Run}: {Outcome}: {Reason}")]
        public static partial void Stopped(ILogger logger, string job, Guid run, JobOutcome outcome, string reason);
    }
}

/// <summary>Gives each run its id. Random in service; the example year counts, so that it can be run again just the same.</summary>
public delegate Guid NewRunId();

/// <summary>What the hosts answer: {"job","outcome","done","skipped","failed":[{"item","message"}],"requests"}.</summary>
[method: System.Text.Json.Serialization.JsonConstructor]
public sealed record JobAnswer(string Job, string Outcome, int Done, int Skipped, IReadOnlyList<FailedItem> Failed, int Requests)
{
    public JobAnswer(JobResult result, int requests)
        : this(result.Job, Name(result.Outcome), result.Done, result.Skipped, Reasons(result), requests)
    {
    }

    /// <summary>Another instance was at it, so nothing was looked at.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsBusy => Outcome == Name(JobOutcome.Busy);

    private static string Name(JobOutcome outcome) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    /// <summary>A run that was refused as a whole says why in the place where callers look.</summary>
    private static IReadOnlyList<FailedItem> Reasons(JobResult result) =>
        result is { Reason: { } reason, Failed.Count: 0 } ? [new FailedItem(result.Job, reason)] : result.Failed;
}
