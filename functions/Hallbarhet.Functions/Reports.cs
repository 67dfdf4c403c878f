using Hallbarhet.Hosting.Http;
using Hallbarhet.Hosting.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>The reports, from draft to mail, and one compiled when somebody asks.</summary>
public sealed class Reports(JobDesk desk, ReportCalls calls)
{
    [Function(nameof(CompileReports))]
    public Task CompileReports([TimerTrigger("%CompileReportsSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(CompileReports), ct);

    [Function(nameof(SendReports))]
    public Task SendReports([TimerTrigger("%SendReportsSchedule%")] TimerInfo tick, CancellationToken ct) => desk.TickAsync(nameof(SendReports), ct);

    [Function(nameof(CompileReport))]
    public Task<IResult> CompileReport(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "reports/{id:int}/compile")] HttpRequest request, int id, CancellationToken ct) =>
        calls.CompileAsync(id, ct);
}
