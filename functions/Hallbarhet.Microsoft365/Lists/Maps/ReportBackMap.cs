using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.ReportBacks;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class ReportBackMap
{
    public static RowMap<ReportBack> Map { get; } = new RowMap<ReportBack>(GroupList.ReportBacks, "ReportBacks", Read)
        .Titled()
        .Keyed()
        .Messaged()
        .Lookup("Meeting", r => r.MeetingId)
        .Lookup("Department", r => r.DepartmentId)
        .Person("Person", r => r.Person)
        .Day("ReportedOn", r => r.ReportedOn)
        .Choice("Where", r => r.Where)
        .Note("Question", r => r.Question);

    private static ReportBack Read(Fields f) => new()
    {
        MeetingId = f.Lookup("Meeting"),
        DepartmentId = f.Lookup("Department"),
        Person = f.Person("Person"),
        ReportedOn = f.Day("ReportedOn"),
        Where = f.Choice<ReportBackPlace>("Where"),
        Question = f.Text("Question"),
    };
}
