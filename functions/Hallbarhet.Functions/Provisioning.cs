using Hallbarhet.Hosting.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>The workspace planned and applied. Open to the platform: the calls judge the caller's token.</summary>
public sealed class Provisioning(ProvisioningCalls calls)
{
    [Function(nameof(ProvisionWorkspace))]
    public Task<IResult> ProvisionWorkspace(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "workspace/provision")] HttpRequest request, CancellationToken ct) =>
        calls.OrderAsync(request, ct);

    [Function(nameof(FollowProvisioning))]
    public Task<IResult> FollowProvisioning(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "workspace/provision/{id:guid}")] HttpRequest request, Guid id, CancellationToken ct) =>
        calls.FollowAsync(id, request, ct);
}
