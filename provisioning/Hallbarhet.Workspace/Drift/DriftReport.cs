using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace.Drift;

/// <summary>
/// What somebody changed on the site since the last apply, among the properties that a job would break without. A difference between
/// what was applied and newer data is no drift: it waits for an apply.
/// </summary>
public sealed record DriftReport
{
    /// <summary>A site that was never applied has nothing to drift from.</summary>
    public required bool WasApplied { get; init; }

    public required IReadOnlyList<DriftItem> Items { get; init; }

    /// <summary>Changes that newer data would make.</summary>
    public int Waiting { get; init; }

    /// <summary>What is the users' and what this identity could not see.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public bool IsEmpty => Items.Count == 0;

    public static DriftReport Of(WorkspaceTarget target, WorkspaceState state)
    {
        var wanted = Plan.Compare(target, state);
        if (state.Applied is not { } applied)
            return new DriftReport { WasApplied = false, Items = [], Waiting = wanted.Changes.Count, Notes = wanted.Warnings };
        var back = Plan.Compare(AsApplied(target, applied), state);
        // Where the data of today agrees with the site, nothing has to be taken back.
        var items = back.Changes.Where(IsManaged).Where(change => wanted.Changes.Any(other => other.Path == change.Path)).Select(change => Item(change, state)).ToList();
        return new DriftReport
        {
            WasApplied = true,
            Items = items,
            Waiting = wanted.Changes.Count(change => change.Kind != ChangeKind.Record && items.All(item => item.Path != change.Path)),
            Notes = [.. back.Warnings, .. back.Notes],
        };
    }

    /// <summary>The data that was applied last, for the same group.</summary>
    public static WorkspaceTarget AsApplied(WorkspaceTarget target, AppliedState applied) => new(applied.Definition, target.Group);

    /// <summary>Those that a job would break without. Views, formatting, titles, pages, menu and rows are the users'.</summary>
    public static bool IsManaged(Change change) => change.Kind is ChangeKind.List or ChangeKind.Column or ChangeKind.Settings or ChangeKind.Access
        or ChangeKind.Role or ChangeKind.Folder or ChangeKind.Board or ChangeKind.Bucket;

    private static DriftItem Item(Change back, WorkspaceState state)
    {
        var list = state.List(back.Within.Length > 0 ? back.Within : back.Name);
        return new DriftItem
        {
            Path = back.Path,
            Applied = back.New,
            Site = back.Old,
            ChangedAt = list?.ChangedAt,
            ChangedBy = list?.ChangedBy,
        };
    }
}

/// <summary>One thing that is not as it was applied.</summary>
public sealed record DriftItem
{
    public required string Path { get; init; }

    /// <summary>What was applied last.</summary>
    public string? Applied { get; init; }

    /// <summary>What the site has; null when it is gone.</summary>
    public string? Site { get; init; }

    /// <summary>When the list was last changed, where the service tells; not necessarily by this.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public string? ChangedBy { get; init; }
}
