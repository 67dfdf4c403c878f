using Hallbarhet.Hosting.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>One job now.</summary>
public sealed class Jobs(JobCalls calls)
{
    [Function(nameof(RunJob))]
    public Task<IResult> RunJob(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "jobs/{name}")] HttpRequest request, string name, CancellationToken ct) =>
        calls.RunAsync(name, request, ct);
}
