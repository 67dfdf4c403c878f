namespace Hallbarhet.Group.DecisionsActions;

/// <summary>An open action whose day has passed.</summary>
public static class OverdueActions
{
    public static bool IsOverdue(DecisionAction row, DateOnly today) =>
        row is { Kind: DecisionActionKind.Action, Status: ActionStatus.Open } && row.DueOn < today;
}
