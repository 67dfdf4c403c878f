using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Reports;

/// <summary>M7 for a report: the strategists in service get the draft, and one reminder the working day before it is late.</summary>
internal static class ReportApprovers
{
    /// <summary>The mail that is due for a draft, or null.</summary>
    public static string? DueKey(Report report, IReadOnlyList<MailingRow> ledger, DateOnly today)
    {
        var first = MailKeys.For(MailKind.Approval, report);
        if (!ledger.IsSettled(first)) return first;
        var reminder = MailKeys.For(MailKind.Approval, report, version: 2);
        var asked = ledger.First(m => m.MailKey == first).SentAt;
        return report.LastDay is { } lastDay && today >= ReportCalendar.RemindOn(lastDay)
               && asked is { } at && Stockholm.Date(at) < today && !ledger.IsSettled(reminder)
            ? reminder
            : null;
    }

    public static IReadOnlyList<MailAddress> Of(GroupDirectory people) =>
        [.. people.ReadersOf(MailKind.Approval).Where(m => m.IsStrategist).Select(m => m.Address!)];

    public static MailRequest Request(string key, Report report, ReportDocument document, IGroupLists lists, GroupDirectory people) => new()
    {
        Key = key,
        Kind = MailKind.Approval,
        To = Of(people),
        ReportId = report.Id,
        Content = new ApprovalMail
        {
            ApproveBy = ReportCalendar.ApproveBy(report.LastDay!.Value),
            IsReminder = key == MailKeys.For(MailKind.Approval, report, version: 2),
            Row = new("Öppna raden i Rapportering", lists.FormUrl<Report>(report.Id)),
            Draft = new("Öppna utkastet i Word", report.DraftUrl ?? lists.FormUrl<Report>(report.Id)),
            Warnings = report.Check is { } check ? [check] : [],
            Report = document,
        },
    };
}
