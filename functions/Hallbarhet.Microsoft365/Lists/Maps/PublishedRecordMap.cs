using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class PublishedRecordMap
{
    public static RowMap<PublishedRecord> Map { get; } = new RowMap<PublishedRecord>(GroupList.PublishedRecords, "PublishedRecords", Read)
        .Titled()
        .Keyed()
        .Choice("RecordKind", r => r.Kind)
        .Day("EstablishedOn", r => r.EstablishedOn)
        .Person("PublishedBy", r => r.PublishedBy)
        .Lookup("Meeting", r => r.MeetingId)
        .Lookup("Report", r => r.ReportId)
        .Text("FileUrl", r => r.FileUrl)
        .Text("Sha256", r => r.Sha256)
        .Text("CaseNumber", r => r.CaseNumber)
        .Choice("Registration", r => r.Registration)
        .YesNo("SecrecyCheck", r => r.SecrecyCheck)
        .Text("Retention", r => r.Retention)
        .Lookup("Corrects", r => r.CorrectsId);

    private static PublishedRecord Read(Fields f) => new()
    {
        Kind = f.Choice<RecordKind>("RecordKind"),
        EstablishedOn = f.Day("EstablishedOn"),
        PublishedBy = f.Person("PublishedBy"),
        MeetingId = f.Lookup("Meeting"),
        ReportId = f.Lookup("Report"),
        FileUrl = f.Text("FileUrl"),
        Sha256 = f.Text("Sha256"),
        CaseNumber = f.Text("CaseNumber"),
        Registration = f.Choice<Registration>("Registration"),
        SecrecyCheck = f.YesNo("SecrecyCheck"),
        Retention = f.Text("Retention"),
        CorrectsId = f.Lookup("Corrects"),
    };
}
