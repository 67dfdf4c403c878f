using System.Text.Json;
using Hallbarhet.Hosting.Access;
using Hallbarhet.Hosting.Work;
using Microsoft.AspNetCore.Http;

namespace Hallbarhet.Hosting.Http;

/// <summary>ProvisionWorkspace and FollowProvisioning.</summary>
public sealed class ProvisioningCalls(CallerCheck callers, WorkDesk work)
{
    /// <summary>Body <c>{}</c> plans; <c>{"apply":"FINGERPRINT"}</c> applies the plan that was answered with that fingerprint.</summary>
    public async Task<IResult> OrderAsync(HttpRequest request, CancellationToken ct)
    {
        // Nobody who may not even plan gets anything read.
        if (await callers.RefusalAsync(request, HttpCatalog.Find("ProvisionWorkspace").Roles, ct) is { } stranger) return stranger;
        if (await BodyAsync(request, ct) is not { } body)
            return Answers.Refused(StatusCodes.Status400BadRequest, "The body must be {} for a plan, or {\"apply\":\"FINGERPRINT\",\"allowDataLoss\":false}.");
        var isPlan = string.IsNullOrEmpty(body.Apply);
        if (!isPlan && await callers.RefusalAsync(request, [AppRoles.Apply], ct) is { } planner) return planner;
        var status = await work.OrderAsync(new()
        {
            Id = Guid.NewGuid(),
            Kind = isPlan ? WorkKind.PlanWorkspace : WorkKind.ApplyWorkspace,
            Fingerprint = body.Apply,
            AllowDataLoss = body.AllowDataLoss,
        }, ct);
        return Answers.Accepted(status, "workspace/provision");
    }

    public async Task<IResult> FollowAsync(Guid id, HttpRequest request, CancellationToken ct)
    {
        if (await callers.RefusalAsync(request, HttpCatalog.Find("FollowProvisioning").Roles, ct) is { } refusal) return refusal;
        return Answers.Found(await work.FindAsync(id, ct) is { Kind: not WorkKind.RunJob } status ? status : null);
    }

    /// <summary>Null for a body that is no order; an empty one is an order for a plan. A body sent in chunks tells no length.</summary>
    private static async Task<ProvisioningBody?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(ct);
        try
        {
            return string.IsNullOrWhiteSpace(text) ? new() : JsonSerializer.Deserialize<ProvisioningBody>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record ProvisioningBody
    {
        public string? Apply { get; init; }

        public bool AllowDataLoss { get; init; }
    }
}
