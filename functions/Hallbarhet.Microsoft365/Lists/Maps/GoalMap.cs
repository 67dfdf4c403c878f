using Hallbarhet.Group.Goals;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class GoalMap
{
    public static RowMap<Goal> Map { get; } = new RowMap<Goal>(GroupList.Goals, "Goals", Read)
        .Titled()
        .Keyed()
        .Choice("Framework", r => r.Framework)
        .Text("Code", r => r.Code)
        .Lookup("Parent", r => r.ParentId)
        .Lookups("Related", r => r.RelatedIds)
        .Day("ValidFrom", r => r.ValidFrom)
        .Day("ValidTo", r => r.ValidTo)
        .Text("Link", r => r.Link);

    private static Goal Read(Fields f) => new()
    {
        Framework = f.Choice<Framework>("Framework"),
        Code = f.Text("Code"),
        ParentId = f.Lookup("Parent"),
        RelatedIds = f.Lookups("Related"),
        ValidFrom = f.Day("ValidFrom"),
        ValidTo = f.Day("ValidTo"),
        Link = f.Text("Link"),
    };
}
