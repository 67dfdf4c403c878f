using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Reports;

/// <summary>What the button "Sammanställ rapport" does, for a caller without the list: the row becomes Beställd.</summary>
public sealed class OrderReport(IGroupLists lists)
{
    /// <returns>Null when ordered, else in English why not.</returns>
    public async Task<string?> RunAsync(int reportId, CancellationToken ct)
    {
        var reports = (await lists.ReadAsync(GroupList.Reports, ct)).Reports;
        if (reports.FirstOrDefault(r => r.Id == reportId) is not { } report) return $"There is no report {reportId}.";
        if (report.Status is ReportStatus.Approved or ReportStatus.Sent)
            return $"Report {reportId} is {Words.Of(report.Status.Value)}: add a row that corrects it instead.";
        await lists.UpdateAsync(report, report with { Status = ReportStatus.Ordered }, ct);
        return null;
    }
}
