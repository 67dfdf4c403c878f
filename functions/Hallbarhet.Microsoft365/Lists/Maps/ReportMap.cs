using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class ReportMap
{
    public static RowMap<Report> Map { get; } = new RowMap<Report>(GroupList.Reports, "Reports", Read)
        .Titled()
        .Keyed()
        .Day("PeriodFrom", r => r.PeriodFrom)
        .Day("PeriodTo", r => r.PeriodTo)
        .Lookup("Recipient", r => r.RecipientId)
        .Day("LastDay", r => r.LastDay)
        .Choice("ReportStatus", r => r.Status)
        .Note("Summary", r => r.Summary)
        .Note("Attention", r => r.Attention)
        .Text("CaseNumber", r => r.CaseNumber)
        .Persons("ApprovedBy", r => r.ApprovedBy)
        .Instant("ApprovedAt", r => r.ApprovedAt)
        .Note("Check", r => r.Check)
        .Text("DraftUrl", r => r.DraftUrl)
        .Lookup("Corrects", r => r.CorrectsId)
        .Note("Figures", r => r.Figures)
        .Instant("CompiledAt", r => r.CompiledAt);

    private static Report Read(Fields f) => new()
    {
        PeriodFrom = f.Day("PeriodFrom"),
        PeriodTo = f.Day("PeriodTo"),
        RecipientId = f.Lookup("Recipient"),
        LastDay = f.Day("LastDay"),
        Status = f.Choice<ReportStatus>("ReportStatus"),
        Summary = f.Text("Summary"),
        Attention = f.Text("Attention"),
        CaseNumber = f.Text("CaseNumber"),
        ApprovedBy = f.Persons("ApprovedBy"),
        ApprovedAt = f.Instant("ApprovedAt"),
        Check = f.Text("Check"),
        DraftUrl = f.Text("DraftUrl"),
        CorrectsId = f.Lookup("Corrects"),
        Figures = f.Text("Figures"),
        CompiledAt = f.Instant("CompiledAt"),
    };
}
