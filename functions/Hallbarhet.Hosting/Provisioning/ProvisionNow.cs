using System.Security.Cryptography;
using System.Text;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Work;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Microsoft.Extensions.Options;
using ServiceUnavailableException = Hallbarhet.Group.Jobs.ServiceUnavailableException;
using SetupProblemException = Hallbarhet.Microsoft365.Http.SetupProblemException;

namespace Hallbarhet.Hosting.Provisioning;

/// <summary>
/// Plans with the service's own identity, which can only look and does not see rights; applies with the setup identity, which is attached
/// to the host for the change window alone and, while it is there, makes the plans too. Only a plan that somebody has read is applied:
/// its fingerprint comes with the order.
/// </summary>
public sealed class ProvisionNow(
    Microsoft365Connection runtime, Microsoft365Options service, IOptions<ProvisioningOptions> settings, WorkspaceData data, NewRunId newId)
{
    public Task<PlanAnswer> PlanAsync(CancellationToken ct) => ToldAsync(async () =>
    {
        using var setup = OpenSetup();
        var plan = await data.At(setup ?? runtime).PlanAsync(data.Target(), ct);
        return new PlanAnswer(PlanRenderer.Summary(plan), Fingerprint(plan), plan.LosesData, PlanRenderer.Text(plan)) { BySetupIdentity = setup is not null };
    });

    /// <param name="fingerprint">Of the plan that was read.</param>
    /// <param name="allowDataLoss">Without it a plan that loses data is refused.</param>
    /// <param name="ct">Stops between two round trips; ordered again it goes on from there.</param>
    public Task<ApplyAnswer> ApplyAsync(string fingerprint, bool allowDataLoss, CancellationToken ct) => ToldAsync(async () =>
    {
        using var setup = OpenSetup() ?? throw new WorkRefusedException(
            "No setup identity: attach it to the host for the change window and set SetupIdentityClientId to its client id.");
        var (target, workspace) = (data.Target(), data.At(setup));
        var plan = await workspace.PlanAsync(target, ct);
        if (Fingerprint(plan) != fingerprint)
            throw new WorkRefusedException($"The plan is stale: the site, the data or the identity has changed since. Make a new plan. Now: {PlanRenderer.Summary(plan)}");
        return Told(await workspace.ApplyAsync(target, new ApplyOrder { Saved = PlanRenderer.Json(plan), AllowDataLoss = allowDataLoss }, ct));
    });

    private static ApplyAnswer Told(ApplyResult applied) => applied.IsDone
        ? new ApplyAnswer(PlanRenderer.Summary(applied.Planned))
        : throw new WorkRefusedException($"Not done. Still to do: {PlanRenderer.Summary(applied.Remaining)} "
            + string.Join(" ", applied.Failures.Select(f => $"{f.Change.Path}: {f.Message}")));

    /// <summary>Null outside a change window.</summary>
    private Microsoft365Connection? OpenSetup() => settings.Value.SetupIdentityClientId is { Length: > 0 } id
        ? new Microsoft365Connection(service with { SignIn = SignIn.ManagedIdentity, ManagedIdentityClientId = id })
        : null;

    private static string Fingerprint(Plan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PlanRenderer.Json(plan))))[..16];

    /// <summary>What waiting does not mend is refused; what the service could not do just now is tried again.</summary>
    private async Task<T> ToldAsync<T>(Func<Task<T>> work)
    {
        using var run = Microsoft365Run.Start(newId());
        try
        {
            return await work();
        }
        catch (Exception e) when (e is DefinitionException or WorkspaceMissingException or WorkspaceRefusedException
            or SetupProblemException or Group.Jobs.SetupProblemException or AccessDeniedException or RequestRejectedException)
        {
            throw new WorkRefusedException(e.Message, e);
        }
        catch (Microsoft365Exception e)
        {
            throw new ServiceUnavailableException(e.Message, e);
        }
    }
}

/// <param name="Fingerprint">Send it with the order to apply.</param>
/// <param name="Plan">As the command line shows it, for the person who decides.</param>
public sealed record PlanAnswer(string Summary, string Fingerprint, bool LosesData, string Plan)
{
    /// <summary>Whether the plan was made in a change window and can be applied; otherwise it may leave out what only that identity sees.</summary>
    public bool BySetupIdentity { get; init; }
}

/// <param name="Summary">What was planned, now done and verified.</param>
public sealed record ApplyAnswer(string Summary);
