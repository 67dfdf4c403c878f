using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class InitiativeMap
{
    public static RowMap<Initiative> Map { get; } = new RowMap<Initiative>(GroupList.Initiatives, "Initiatives", Read)
        .Titled()
        .Keyed()
        .Messaged()
        .Choice("Kind", r => r.Kind)
        .Choice("InitiativeStatus", r => r.Status)
        .Lookup("Department", r => r.DepartmentId)
        .Person("Owner", r => r.Owner)
        .Persons("Participants", r => r.Participants)
        .Note("Assignment", r => r.Assignment)
        .Note("Latest", r => r.Latest)
        .Day("LatestOn", r => r.LatestOn)
        .Note("Obstacles", r => r.Obstacles)
        .Text("NextStep", r => r.NextStep)
        .Day("StartsOn", r => r.StartsOn)
        .Day("EndsOn", r => r.EndsOn)
        .Note("Outcome", r => r.Outcome)
        .Lookups("Goals", r => r.GoalIds)
        .YesNo("ForExternal", r => r.ForExternal);

    private static Initiative Read(Fields f) => new()
    {
        Kind = f.Choice<InitiativeKind>("Kind"),
        Status = f.Choice<InitiativeStatus>("InitiativeStatus"),
        DepartmentId = f.Lookup("Department"),
        Owner = f.Person("Owner"),
        Participants = f.Persons("Participants"),
        Assignment = f.Text("Assignment"),
        Latest = f.Text("Latest"),
        LatestOn = f.Day("LatestOn"),
        Obstacles = f.Text("Obstacles"),
        NextStep = f.Text("NextStep"),
        StartsOn = f.Day("StartsOn"),
        EndsOn = f.Day("EndsOn"),
        Outcome = f.Text("Outcome"),
        GoalIds = f.Lookups("Goals"),
        ForExternal = f.YesNo("ForExternal"),
    };
}
