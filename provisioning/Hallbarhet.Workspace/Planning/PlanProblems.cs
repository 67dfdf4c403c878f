using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>What stands in the way of a plan, and what to do about it. Nothing is written while there is any.</summary>
internal static class PlanProblems
{
    /// <summary>Planner's documented limit.</summary>
    private const int MostBuckets = 200;

    public static IEnumerable<string> Of(WorkspaceTarget target, WorkspaceState state, IReadOnlyList<Change> changes) =>
        target.Definition.Lists.SelectMany(list => Lists(list, state, changes))
            .Concat(target.Definition.Pages.SelectMany(page => Pages(page, state, changes)))
            .Concat(Board(state, changes));

    private static IEnumerable<string> Lists(ListDefinition list, WorkspaceState state, IReadOnlyList<Change> changes)
    {
        if (state.List(list.Name) is { } actual && actual.IsLibrary != list.IsLibrary)
            yield return $"list {list.Name}: on the site it is a {Kind(actual.IsLibrary)}, the data wants a {Kind(list.IsLibrary)}. Delete it, or move it to another address.";
        if (!WillBeTitled(list.Name, changes))
            yield break;
        // SharePoint lets no two lists share a title.
        foreach (var other in state.Lists.Where(other => other.Name != list.Name && IsSame(other.Title, list.Title) && !WillBeTitled(other.Name, changes)))
            yield return $"list {list.Name}: another {Kind(other.IsLibrary)} is called \"{other.Title}\" already (address {other.Name}). Rename that one, or give this another title in the data.";
    }

    private static bool WillBeTitled(string list, IReadOnlyList<Change> changes) => changes.Any(change => change.Kind == ChangeKind.List && change.Name == list);

    private static IEnumerable<string> Pages(PageDefinition page, WorkspaceState state, IReadOnlyList<Change> changes)
    {
        if (state.Page(page.File) is { CheckedOutBy: { } holder } && changes.Any(change => change.Kind == ChangeKind.Page && change.Name == page.Key))
            yield return $"page {page.Key}: {holder} has {page.File} checked out and it was never published. Have it published, or the checkout discarded.";
    }

    private static IEnumerable<string> Board(WorkspaceState state, IReadOnlyList<Change> changes)
    {
        var missing = changes.Count(change => change.Kind == ChangeKind.Bucket);
        if (state.Board is { } board && missing > 0 && board.Buckets.Count + missing > MostBuckets)
            yield return $"board \"{board.Title}\": it has {board.Buckets.Count} of the {MostBuckets} buckets that Planner allows, and {missing} more are needed. Delete buckets that nobody uses.";
    }

    private static string Kind(bool isLibrary) => isLibrary ? "library" : "list";

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
