using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Hosting.Telemetry;

/// <summary>What is measured of a run: a span with the run id, and counts. Ids and numbers only.</summary>
public static class JobTelemetry
{
    public const string Name = "Hallbarhet";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    /// <summary>Every run that came to its end, by job and outcome; an alert reads "failed", another that none came at all.</summary>
    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("hallbarhet.job.runs");

    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("hallbarhet.job.requests");

    internal static Activity? Start(string job, Guid run) => Source.StartActivity(job)?.SetTag("hallbarhet.job", job).SetTag("hallbarhet.run", run.ToString());

    internal static void Finish(Activity? span, JobResult result, int requests)
    {
        KeyValuePair<string, object?>[] tags = [new("hallbarhet.job", result.Job), new("hallbarhet.outcome", result.Outcome.ToString())];
        Runs.Add(1, tags);
        Requests.Add(requests, tags[0]);
        span?.SetTag("hallbarhet.outcome", result.Outcome.ToString()).SetTag("hallbarhet.done", result.Done)
            .SetTag("hallbarhet.skipped", result.Skipped).SetTag("hallbarhet.failed", result.Failed.Count).SetTag("hallbarhet.requests", requests)
            .SetStatus(result.Outcome is JobOutcome.Failed or JobOutcome.Refused ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
    }
}
