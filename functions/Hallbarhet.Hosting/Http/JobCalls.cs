using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Work;
using Microsoft.AspNetCore.Http;

namespace Hallbarhet.Hosting.Http;

/// <summary>RunJob and FollowWork.</summary>
public sealed class JobCalls(JobDesk desk, WorkDesk work)
{
    /// <summary>Runs a job and answers with its outcome. A caller who would rather not wait sends <c>Prefer: respond-async</c>.</summary>
    public async Task<IResult> RunAsync(string name, HttpRequest request, CancellationToken ct)
    {
        if (JobCatalog.Find(name) is not { } job)
            return Answers.Refused(StatusCodes.Status404NotFound, $"There is no job \"{name}\". Jobs: {string.Join(", ", JobCatalog.All.Select(j => j.Name))}.");
        if (!request.Headers["Prefer"].ToString().Contains("respond-async", StringComparison.OrdinalIgnoreCase))
            return Answers.Json(await desk.RunAsync(job, ct));
        var status = await work.OrderAsync(new() { Id = Guid.NewGuid(), Kind = WorkKind.RunJob, Job = job.Name }, ct);
        return Answers.Accepted(status, "work");
    }

    /// <summary>Work of the workspace is followed at its own address, which asks for a token.</summary>
    public async Task<IResult> FollowAsync(Guid id, CancellationToken ct) =>
        Answers.Found(await work.FindAsync(id, ct) is { Kind: WorkKind.RunJob } status ? status : null);
}
