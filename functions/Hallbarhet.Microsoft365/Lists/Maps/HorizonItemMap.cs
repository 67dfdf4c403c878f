using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class HorizonItemMap
{
    public static RowMap<HorizonItem> Map { get; } = new RowMap<HorizonItem>(GroupList.HorizonItems, "HorizonItems", Read)
        .Titled()
        .Keyed()
        .Messaged()
        .Text("Link", r => r.Link)
        .Note("Why", r => r.Why)
        .Lookups("Goals", r => r.GoalIds)
        .Choice("HorizonStatus", r => r.Status)
        .Lookup("AgendaItem", r => r.AgendaItemId)
        .Day("RelevantUntil", r => r.RelevantUntil);

    private static HorizonItem Read(Fields f) => new()
    {
        Link = f.Text("Link"),
        Why = f.Text("Why"),
        GoalIds = f.Lookups("Goals"),
        Status = f.Choice<HorizonStatus>("HorizonStatus"),
        AgendaItemId = f.Lookup("AgendaItem"),
        RelevantUntil = f.Day("RelevantUntil"),
    };
}
