using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Drift;
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
        (await LookAsync(target, null, cancellationToken)).Plan;

    /// <summary>Applies what a fresh look finds, or exactly the saved plan when one is given and still holds.</summary>
    /// <param name="target">The data for one group.</param>
    /// <param name="order">What was ordered; everything that a look finds when null.</param>
    /// <param name="cancellationToken">Stops between two round trips; a later apply goes on from there.</param>
    /// <exception cref="WorkspaceRefusedException">The saved plan is stale, data would be lost, or the version differs. Nothing was written.</exception>
    public async Task<ApplyResult> ApplyAsync(WorkspaceTarget target, ApplyOrder? order = null, CancellationToken cancellationToken = default)
    {
        order ??= new ApplyOrder();
        var (state, fresh) = await LookAsync(target, null, cancellationToken);
        return await ApplyAsync(target, state, order.Saved is { } saved ? SavedPlan.Demand(PlanRenderer.Parse(saved), fresh) : fresh, order, cancellationToken);
    }

    /// <summary>What people changed since the last apply. Changes nothing.</summary>
    public async Task<DriftReport> DriftAsync(WorkspaceTarget target, CancellationToken cancellationToken) =>
        DriftReport.Of(target, (await LookAsync(target, null, cancellationToken)).State);

    /// <summary>Writes what drifted into the data.</summary>
    /// <param name="target">The data, as loaded from <paramref name="folder"/>.</param>
    /// <param name="folder">The folder with the workspace's data.</param>
    /// <param name="cancellationToken">Stops between two round trips.</param>
    public async Task<Adoption> AdoptAsync(WorkspaceTarget target, string folder, CancellationToken cancellationToken)
    {
        var state = (await LookAsync(target, null, cancellationToken)).State;
        return Adoption.Into(folder, DriftReport.Of(target, state), state);
    }

    /// <summary>Writes the site's lists as data.</summary>
    /// <returns>What could not be described.</returns>
    public async Task<IReadOnlyList<string>> ExportAsync(WorkspaceTarget target, string from, string to, CancellationToken cancellationToken) =>
        SiteExport.Write(from, to, (await LookAsync(target, null, cancellationToken)).State);

    /// <summary>Puts back what drifted, as it was applied last; newer data and what is the users' is left alone.</summary>
    /// <exception cref="WorkspaceRefusedException">The site was never applied, or data would be lost. Nothing was written.</exception>
    public async Task<ApplyResult> RestoreAsync(WorkspaceTarget target, ApplyOrder? order = null, CancellationToken cancellationToken = default)
    {
        var state = (await LookAsync(target, null, cancellationToken)).State;
        if (state.Applied is not { } applied)
            throw new WorkspaceRefusedException("The site was never applied, so there is nothing to restore. Use plan and apply.");
        var back = DriftReport.AsApplied(target, applied);
        if (PlanSafety.ToCount(back, state) is { Count: > 0 } columns)
            state = state with { Usage = await site.CountAsync(state, columns, cancellationToken) };
        var plan = Plan.Compare(back, state);
        var drifted = plan with { Changes = [.. plan.Changes.Where(change => DriftReport.IsManaged(change) || (change.Kind == ChangeKind.Record && plan.Changes.Any(DriftReport.IsManaged)))] };
        return await ApplyAsync(back, state, drifted, order ?? new ApplyOrder(), cancellationToken);
    }

    private async Task<ApplyResult> ApplyAsync(WorkspaceTarget target, WorkspaceState state, Plan plan, ApplyOrder order, CancellationToken cancellationToken)
    {
        PlanSafety.DemandPossible(plan, order);
        return await RoundsAsync(target, state, plan, order.Watch, cancellationToken);
    }

    /// <summary>
    /// Each round does what can be done with what is there: a lookup waits for its target, a row for its columns.
    /// What an answer was lost for is found, or not found, by the next look.
    /// </summary>
    private async Task<ApplyResult> RoundsAsync(
        WorkspaceTarget target, WorkspaceState state, Plan first, IProgress<ApplyProgress>? watch, CancellationToken cancellationToken)
    {
        var plan = first;
        IReadOnlyList<ChangeFailure> failures = [];
        var (round, still) = (0, 0);
        var progress = new RoundProgress(first.Changes.Count, watch);
        HashSet<Change> done = [];
        while (!plan.IsEmpty && round++ < MaxRounds && still < MaxRoundsWithoutProgress)
        {
            if (still > 0)
                await Task.Delay(PauseWithoutProgress, wallClock ?? TimeProvider.System, cancellationToken);
            var before = plan.Changes.Count;
            var result = await site.ApplyAsync(target, state, ThisRound(plan), progress, cancellationToken);
            failures = result.Failures;
            done.UnionWith(result.Done);
            (state, plan) = await NextAsync(target, state, plan, result, done, cancellationToken);
            plan = plan.Only(first);
            progress.Left(plan.Changes.Count);
            still = plan.Changes.Count < before ? 0 : still + 1;
            // What cannot succeed does not stop the rest, but alone it is no reason to go on.
            if (still > 0 && failures.Any(failure => !failure.MayTryAgain))
                break;
        }
        return new ApplyResult { Planned = first, Remaining = plan, Failures = failures };
    }

    /// <summary>Between rounds the answers are believed; after a failure, and before it is called done, everything is read.</summary>
    private async Task<(WorkspaceState State, Plan Plan)> NextAsync(
        WorkspaceTarget target, WorkspaceState state, Plan plan, ApplyRound result, HashSet<Change> done, CancellationToken cancellationToken)
    {
        var isLast = ThisRound(plan).All(change => change.Kind == ChangeKind.Record);
        if (state.SiteId is not null && result.Failures.Count == 0 && !isLast)
        {
            // What was done entails nothing more, so that only the record is left to write.
            if (plan.Without(done) is { Changes: [{ Kind: ChangeKind.Record }] } last && !result.Done.Any(Entails))
                return (result.Left, last);
            var again = await site.ReadAgainAsync(target, result.Left, cancellationToken);
            var next = Plan.Compare(target, again).Only(plan).Without(done);
            if (!next.IsEmpty)
                return (again, next);
        }
        done.Clear();
        return await LookAsync(target, state, cancellationToken);
    }

    /// <summary>A list is made and then titled, a page is made and then published.</summary>
    private static bool Entails(Change change) => change is { Verb: ChangeVerb.Create, Kind: ChangeKind.List or ChangeKind.Page };

    /// <summary>The record names ids of what the other changes make, so it comes last, in a round of its own.</summary>
    private static List<Change> ThisRound(Plan plan)
    {
        var others = plan.Changes.Where(change => change.Kind != ChangeKind.Record).ToList();
        return others.Count > 0 ? others : [.. plan.Changes];
    }

    private async Task<(WorkspaceState State, Plan Plan)> LookAsync(WorkspaceTarget target, WorkspaceState? known, CancellationToken cancellationToken)
    {
        var state = await site.ReadAsync(target, known, cancellationToken);
        PlanSafety.DemandVersion(target, state);
        if (PlanSafety.ToCount(target, state) is { Count: > 0 } columns)
            state = state with { Usage = await site.CountAsync(state, columns, cancellationToken) };
        return (state, Plan.Compare(target, state));
    }
}

/// <summary>What was ordered.</summary>
public sealed record ApplyOrder
{
    /// <summary>A plan as <see cref="PlanRenderer.Json"/> wrote it; null takes what a fresh look finds.</summary>
    public string? Saved { get; init; }

    /// <summary>Without it a plan that loses data, or changes very much at once, is refused.</summary>
    public bool AllowDataLoss { get; init; }

    /// <summary>Told how far it has come; null when nobody watches.</summary>
    public IProgress<ApplyProgress>? Watch { get; init; }
}

/// <param name="Done">Changes that are done.</param>
/// <param name="Total">Changes of the plan.</param>
public sealed record ApplyProgress(int Done, int Total);

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
