using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Initiatives;

namespace Hallbarhet.Group.DecisionsActions;

/// <summary>How an action looks on the board, and which task is its own.</summary>
public static class BoardMatch
{
    /// <summary>The bucket of the board for new actions.</summary>
    public const string Bucket = "Att göra";

    /// <summary>Planner takes at most 255 characters.</summary>
    public static string TitleOf(DecisionAction action) => Texts.OneLine(Texts.TitleOr(action.Title), Texts.TitleLength);

    /// <summary>A working group's actions have a bucket of their own, named as the group.</summary>
    public static string BucketOf(DecisionAction action, IReadOnlyList<Initiative> initiatives) =>
        initiatives.FirstOrDefault(i => i.Id == action.InitiativeId) is { Kind: InitiativeKind.WorkingGroup } group
        && !string.IsNullOrWhiteSpace(group.Title)
            ? Texts.OneLine(group.Title, 100)
            : Bucket;

    /// <summary>
    /// Tasks that no row points at, for actions that have none: a task that was created just before a run was cut off is found again
    /// instead of being created twice. Same title and same day is what both have; two alike take one each.
    /// </summary>
    public static IReadOnlyDictionary<int, BoardTask> Orphans(IReadOnlyList<DecisionAction> actions, IReadOnlyList<BoardTask> board)
    {
        var owned = actions.Select(a => a.PlannerTaskId).ToHashSet();
        var free = board.Where(t => !owned.Contains(t.Id)).ToList();
        Dictionary<int, BoardTask> found = [];
        foreach (var action in actions.Where(a => NeedsTask(a)).OrderBy(a => a.Id))
        {
            if (free.Find(t => t.Title == TitleOf(action) && t.DueOn == action.DueOn) is not { } task) continue;
            free.Remove(task);
            found[action.Id] = task;
        }

        return found;
    }

    /// <summary>Whether the board has anything to say about the row; without any such row it is not asked.</summary>
    public static bool IsOfTheBoard(DecisionAction action) => NeedsTask(action) || !string.IsNullOrEmpty(action.PlannerTaskId);

    public static bool NeedsTask(DecisionAction action) => action is
    {
        Kind: DecisionActionKind.Action, Status: ActionStatus.Open, PlannerTaskId: null or "",
    };
}
