using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class DecisionActionMap
{
    public static RowMap<DecisionAction> Map { get; } = new RowMap<DecisionAction>(GroupList.DecisionsActions, "DecisionsActions", Read)
        .Titled()
        .Keyed()
        .Messaged()
        .Choice("Kind", r => r.Kind)
        .Lookup("Meeting", r => r.MeetingId)
        .Lookup("AgendaItem", r => r.AgendaItemId)
        .Lookup("Initiative", r => r.InitiativeId)
        .Person("Responsible", r => r.Responsible)
        .Day("DueOn", r => r.DueOn)
        .Choice("ActionStatus", r => r.Status)
        .Day("DoneOn", r => r.DoneOn)
        .Lookups("Departments", r => r.DepartmentIds)
        .Note("Details", r => r.Details)
        .Text("PlannerTaskId", r => r.PlannerTaskId);

    private static DecisionAction Read(Fields f) => new()
    {
        Kind = f.Choice<DecisionActionKind>("Kind"),
        MeetingId = f.Lookup("Meeting"),
        AgendaItemId = f.Lookup("AgendaItem"),
        InitiativeId = f.Lookup("Initiative"),
        Responsible = f.Person("Responsible"),
        DueOn = f.Day("DueOn"),
        Status = f.Choice<ActionStatus>("ActionStatus"),
        DoneOn = f.Day("DoneOn"),
        DepartmentIds = f.Lookups("Departments"),
        Details = f.Text("Details"),
        PlannerTaskId = f.Text("PlannerTaskId"),
    };
}
