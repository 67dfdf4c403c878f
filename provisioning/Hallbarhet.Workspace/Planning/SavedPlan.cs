namespace Hallbarhet.Workspace.Planning;

/// <summary>A plan that somebody has read and approved is carried out as it was, or not at all.</summary>
internal static class SavedPlan
{
    /// <exception cref="WorkspaceRefusedException">The data is another, or the site has changed in what the plan touches.</exception>
    public static Plan Demand(Plan saved, Plan fresh)
    {
        if (saved.Definition != fresh.Definition)
            throw new WorkspaceRefusedException("The saved plan is stale: it was made from other data. Make a new plan.");
        var now = fresh.Changes.ToHashSet();
        var gone = saved.Changes.Where(change => !now.Contains(change)).ToList();
        if (gone.Count > 0)
            throw new WorkspaceRefusedException($"The saved plan is stale: the site has changed in what it touches ({string.Join(", ", gone.Take(5).Select(change => change.Path))}{(gone.Count > 5 ? ", ..." : "")}). Make a new plan.");
        return saved with { IsMassChange = fresh.IsMassChange, Problems = fresh.Problems };
    }

    /// <summary>What is left when some changes have been made that the state does not show yet.</summary>
    public static Plan Without(this Plan plan, HashSet<Change> done) => plan with { Changes = [.. plan.Changes.Where(change => !done.Contains(change))] };

    /// <summary>What is left of what was planned at first; what it entails, such as a title after a creation, has the same path.</summary>
    public static Plan Only(this Plan plan, Plan planned)
    {
        var paths = planned.Changes.Select(change => change.Path).ToHashSet();
        return plan with { Changes = [.. plan.Changes.Where(change => paths.Contains(change.Path))] };
    }
}
