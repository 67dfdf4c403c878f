using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace;

/// <summary>Makes the site as the data says: look, plan, apply, look again. Done means compared and found equal.</summary>
/// <param name="site">The site.</param>
/// <param name="wallClock">For the pause before looking again at a service that has not caught up.</param>
public sealed class ProvisionWorkspace(IWorkspaceSite site, TimeProvider? wallClock = null)
{
    /// <summary>A new workspace takes six rounds; more are for a service that answers badly now and then.</summary>
    private const int MaxRounds = 16;

    /// <summary>A plan that stands still this often is a fault to report.</summary>
    private const int MaxRoundsWithoutProgress = 3;

    private static readonly TimeSpan PauseWithoutProgress = TimeSpan.FromSeconds(1);

    /// <exception cref="WorkspaceMissingException">There is no site, and the group file does not ask for one.</exception>
    /// <exception cref="WorkspaceRefusedException">The site was made by another version.</exception>
    public async Task<Plan> PlanAsync(WorkspaceTarget target, CancellationToken cancellationToken) =>
        (await LookAsync(target, cancellationToken)).Plan;

    /// <summary>Applies what a fresh look finds, or exactly <paramref name="saved"/> when it is given and still holds.</summary>
    /// <param name="target">The data for one group.</param>
    /// <param name="saved">A plan as <see cref="PlanRenderer.Json"/> wrote it.</param>
    /// <param name="allowDataLoss">Without it a plan that loses data is refused.</param>
    /// <param name="cancellationToken">Stops between two round trips; a later apply goes on from there.</param>
    /// <exception cref="WorkspaceRefusedException">The saved plan is stale, data would be lost, or the version differs. Nothing was written.</exception>
    public async Task<ApplyResult> ApplyAsync(
        WorkspaceTarget target, string? saved = null, bool allowDataLoss = false, CancellationToken cancellationToken = default)
    {
        var (state, plan) = await LookAsync(target, cancellationToken);
        if (saved is not null && saved.TrimEnd() != PlanRenderer.Json(plan).TrimEnd())
            throw new WorkspaceRefusedException("The saved plan is stale: the site or the data has changed since. Make a new plan.");
        if (plan.LosesData && !allowDataLoss)
            throw new WorkspaceRefusedException("The plan loses data. Read it again, and give --allow-data-loss if that is meant.");
        return await RoundsAsync(target, state, plan, cancellationToken);
    }

    /// <summary>
    /// Each round does what can be done with what is there: a lookup waits for its target, a row for its columns.
    /// What an answer was lost for is found, or not found, by the next look.
    /// </summary>
    private async Task<ApplyResult> RoundsAsync(WorkspaceTarget target, WorkspaceState state, Plan plan, CancellationToken cancellationToken)
    {
        var first = plan;
        IReadOnlyList<ChangeFailure> failures = [];
        var (round, still) = (0, 0);
        while (!plan.IsEmpty && round++ < MaxRounds && still < MaxRoundsWithoutProgress)
        {
            if (still > 0)
                await Task.Delay(PauseWithoutProgress, wallClock ?? TimeProvider.System, cancellationToken);
            var before = plan.Changes.Count;
            failures = await site.ApplyAsync(target, state, ThisRound(plan), cancellationToken);
            (state, plan) = await LookAsync(target, cancellationToken);
            still = plan.Changes.Count < before ? 0 : still + 1;
            // What cannot succeed does not stop the rest, but alone it is no reason to go on.
            if (still > 0 && failures.Any(failure => !failure.MayTryAgain))
                break;
        }
        return new ApplyResult { Planned = first, Remaining = plan, Failures = failures };
    }

    /// <summary>The record names ids of what the other changes make, so it comes last, in a round of its own.</summary>
    private static List<Change> ThisRound(Plan plan)
    {
        var others = plan.Changes.Where(change => change.Kind != ChangeKind.Record).ToList();
        return others.Count > 0 ? others : [.. plan.Changes];
    }

    private async Task<(WorkspaceState State, Plan Plan)> LookAsync(WorkspaceTarget target, CancellationToken cancellationToken)
    {
        var state = await site.ReadAsync(target, cancellationToken);
        var known = target.Definition.Site.SchemaVersion;
        if (state.Record is { } record && record.SchemaVersion != known)
        {
            throw new WorkspaceRefusedException(
                $"The site was made with schema version {record.SchemaVersion}, this program knows {known}. Nothing was written. Use the program that belongs to the site.");
        }
        if (state.SiteId is null && !target.Group.CreateIfMissing)
        {
            throw new WorkspaceMissingException(
                $"There is no site {target.Group.Site}. Create the group {target.Group.MailNickname} first, or set \"createIfMissing\": true in the group file.");
        }
        return (state, Plan.Compare(target, state));
    }
}

/// <summary>What an apply did.</summary>
public sealed record ApplyResult
{
    /// <summary>The plan that it started from.</summary>
    public required Plan Planned { get; init; }

    /// <summary>What a last look still found to do; empty when all is done and verified.</summary>
    public required Plan Remaining { get; init; }

    public required IReadOnlyList<ChangeFailure> Failures { get; init; }

    public bool IsDone => Remaining.IsEmpty;
}

/// <summary>The program understood and declined; nothing was written.</summary>
public sealed class WorkspaceRefusedException(string message) : Exception(message);

/// <summary>There is no site to work on.</summary>
public sealed class WorkspaceMissingException(string message) : Exception(message);
