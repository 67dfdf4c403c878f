using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.DecisionsActions;

/// <summary>List Beslut och åtgärder.</summary>
public sealed record DecisionAction : Row
{
    public DecisionActionKind? Kind { get; init; }

    public int? MeetingId { get; init; }

    public int? AgendaItemId { get; init; }

    public int? InitiativeId { get; init; }

    public PersonId? Responsible { get; init; }

    public DateOnly? DueOn { get; init; }

    public ActionStatus? Status { get; init; }

    /// <summary>Set by the job on the day it first sees the action done, if people left it empty.</summary>
    public DateOnly? DoneOn { get; init; }

    public IReadOnlyList<int> DepartmentIds { get; init; } = [];

    public string? Details { get; init; }

    /// <summary>Hidden: the Planner task, when Planner is on.</summary>
    public string? PlannerTaskId { get; init; }
}

public enum DecisionActionKind
{
    [Word("Beslut")] Decision,
    [Word("Åtgärd")] Action,
}

public enum ActionStatus
{
    [Word("Öppen")] Open,
    [Word("Klar")] Done,
    [Word("Utgår")] Dropped,
}
