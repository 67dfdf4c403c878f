using Hallbarhet.Hosting.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>How things stand.</summary>
public sealed class Status(StatusCalls calls)
{
    [Function(nameof(Status))]
    public Task<IResult> Tell(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "status")] HttpRequest request, CancellationToken ct) =>
        calls.TellAsync(request, ct);
}
