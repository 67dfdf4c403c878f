using Hallbarhet.Group.Reports;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Work;
using Microsoft.AspNetCore.Http;

namespace Hallbarhet.Hosting.Http;

/// <summary>CompileReport.</summary>
public sealed class ReportCalls(OrderReport order, IHostClock clock, WorkDesk work)
{
    /// <summary>The row becomes Beställd now, so a refusal is told at once; compiling it is work for the queue.</summary>
    public Task<IResult> CompileAsync(int id, CancellationToken ct) => Answers.OrReasonAsync(async () =>
    {
        await clock.ReadAsync(ct);
        if (await order.RunAsync(id, ct) is { } refusal) return Answers.Refused(StatusCodes.Status409Conflict, refusal);
        var status = await work.OrderAsync(new() { Id = Guid.NewGuid(), Kind = WorkKind.RunJob, Job = nameof(CompileReports), Report = id }, ct);
        return Answers.Accepted(status, "work");
    });
}
