using Hallbarhet.Hosting.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>What waits for the strategists, the registry, the communicators and IT.</summary>
public sealed class Digest(JobDesk desk)
{
    [Function(nameof(WeeklyDigest))]
    public Task WeeklyDigest([TimerTrigger("%WeeklyDigestSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(WeeklyDigest), ct);
}
