using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class LearningActivityMap
{
    public static RowMap<LearningActivity> Map { get; } =
        new RowMap<LearningActivity>(GroupList.LearningActivities, "LearningActivities", Read)
            .Titled()
            .Messaged()
            .Choice("Kind", r => r.Kind)
            .Instant("HeldAt", r => r.HeldAt)
            .Text("Place", r => r.Place)
            .Person("Responsible", r => r.Responsible)
            .Text("Guest", r => r.Guest)
            .Day("GuestUntil", r => r.GuestUntil)
            .Lookups("Goals", r => r.GoalIds)
            .Choice("LearningStatus", r => r.Status)
            .Note("Takeaway", r => r.Takeaway);

    private static LearningActivity Read(Fields f) => new()
    {
        Kind = f.Choice<LearningKind>("Kind"),
        HeldAt = f.Instant("HeldAt"),
        Place = f.Text("Place"),
        Responsible = f.Person("Responsible"),
        Guest = f.Text("Guest"),
        GuestUntil = f.Day("GuestUntil"),
        GoalIds = f.Lookups("Goals"),
        Status = f.Choice<LearningStatus>("LearningStatus"),
        Takeaway = f.Text("Takeaway"),
    };
}
