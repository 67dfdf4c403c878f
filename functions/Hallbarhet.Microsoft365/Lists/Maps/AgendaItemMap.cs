using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class AgendaItemMap
{
    public static RowMap<AgendaItem> Map { get; } = new RowMap<AgendaItem>(GroupList.AgendaItems, "AgendaItems", Read)
        .Titled()
        .Keyed()
        .Messaged()
        .Choice("Purpose", r => r.Purpose)
        .Note("Background", r => r.Background)
        .Lookup("Meeting", r => r.MeetingId)
        .Person("Presenter", r => r.Presenter)
        .Number("Minutes", r => r.Minutes)
        .YesNo("CrossDepartment", r => r.CrossDepartment)
        .Lookups("Departments", r => r.DepartmentIds)
        .Lookups("Goals", r => r.GoalIds)
        .Choice("ItemStatus", r => r.Status)
        .Number("SortOrder", r => r.SortOrder)
        .YesNo("Standing", r => r.Standing)
        .Number("CarriedCount", r => r.CarriedCount)
        .Note("Answer", r => r.Answer)
        .ReadOnly("Attachments");

    private static AgendaItem Read(Fields f) => new()
    {
        Purpose = f.Choice<Purpose>("Purpose"),
        Background = f.Text("Background"),
        MeetingId = f.Lookup("Meeting"),
        Presenter = f.Person("Presenter"),
        Minutes = f.Number("Minutes"),
        CrossDepartment = f.YesNo("CrossDepartment"),
        DepartmentIds = f.Lookups("Departments"),
        GoalIds = f.Lookups("Goals"),
        Status = f.Choice<AgendaItemStatus>("ItemStatus"),
        SortOrder = f.Number("SortOrder"),
        Standing = f.YesNo("Standing"),
        CarriedCount = f.Number("CarriedCount"),
        Answer = f.Text("Answer"),
        HasAttachments = f.YesNo("Attachments"),
    };
}
