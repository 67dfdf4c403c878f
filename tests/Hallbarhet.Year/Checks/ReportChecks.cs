using System.Text.Json;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Checks;

internal static class ReportChecks
{
    public static IEnumerable<Check> All(YearEnd year)
    {
        yield return Check.That("each planned and ordered report was sent once to its body, after approval, by its last day", Sent(year));
        yield return Check.That("the numbers in every report equal the lists'", Numbers(year));
        yield return Check.That("no sent report holds an address into the site", Addresses(year));
        yield return Check.That("every published document is registered with a checksum", Registered(year));
    }

    private static IReadOnlyList<ListRow> Of2026(YearEnd year) =>
        [.. year["Reports"].Where(r => r.Date("PeriodTo")?.Year == 2026 && r.Text("ReportStatus") != "Utgår")];

    private static IEnumerable<string> Sent(YearEnd year)
    {
        var reports = Of2026(year);
        if (reports.Count != 12) yield return $"{reports.Count} reports, expected 4 quarters and a year for two bodies, one ordered, one correction";
        foreach (var report in reports)
        {
            var mailings = year["Mailings"].Where(m => m.Text("MailKind") == "M9" && m.Lookup("Report") == report.Id).ToList();
            if (report.Text("ReportStatus") != "Skickad" || mailings.Count != 1) yield return $"{report.Title}: {report.Text("ReportStatus")}, {mailings.Count} mailings";
            foreach (var mailing in mailings)
            {
                if (mailing.Date("SentAt") > report.Date("LastDay")) yield return $"{report.Title}: sent {mailing.Date("SentAt")} after {report.Date("LastDay")}";
                if (!(report.Time("ApprovedAt") < mailing.Time("SentAt"))) yield return $"{report.Title}: sent before it was approved";
                var body = year["Organisation"].Single(o => o.Id == report.Lookup("Recipient")).Text("Mailbox")!;
                var got = year.Mail.Count(m => m.Subject == mailing.Title && m.To.Contains(body));
                if (got != 1) yield return $"{report.Title}: its body got it {got} times";
            }
        }
    }

    private static IEnumerable<string> Numbers(YearEnd year)
    {
        foreach (var report in Of2026(year).Where(r => r.Text("ReportStatus") == "Skickad"))
        {
            var expected = year.Reports.Expected.GetValueOrDefault(report.Id) ?? [];
            var found = year.ReportFiles.TryGetValue(report.Id, out var file) ? SentReport.Numbers(file) : [];
            if (expected.Count != 12 || !expected.SequenceEqual(found)) yield return $"{report.Title}: says {string.Join(' ', found)}, the lists {string.Join(' ', expected)}";
        }
    }

    private static IEnumerable<string> Addresses(YearEnd year) => year.ReportFiles
        .Where(f => SentReport.Everything(f.Value) is var text && (text.Contains("/sites/" + Founding.SiteName, StringComparison.OrdinalIgnoreCase) || text.Contains("127.0.0.1", StringComparison.Ordinal)))
        .Select(f => $"report {f.Key}");

    private static IEnumerable<string> Registered(YearEnd year)
    {
        var records = year["PublishedRecords"];
        foreach (var meeting in year.Held)
            foreach (var kind in (string[])["Dagordning", "Minnesanteckningar"])
                if (records.Count(r => r.Text("RecordKind") == kind && r.Lookup("Meeting") == meeting.Id) != 1) yield return $"{meeting.Title}: {kind}";
        foreach (var report in Of2026(year).Where(r => r.Text("ReportStatus") == "Skickad" && !records.Any(p => p.Lookup("Report") == r.Id))) yield return report.Title;
        foreach (var record in records.Where(r => r.Text("Sha256") is not { Length: 64 })) yield return $"{record.Title}: no checksum";
    }

    /// <summary>The Word attachment of each report's mail in Sent Items, by report row.</summary>
    public static async Task<Dictionary<int, byte[]>> FilesAsync(GraphCaller mailbox, IReadOnlyList<ListRow> mailings)
    {
        var bySubject = mailings.Where(m => m.Text("MailKind") == "M9").ToDictionary(m => m.Title, m => m.Lookup("Report") ?? 0);
        var files = new Dictionary<int, byte[]>();
        foreach (var message in await mailbox.ListAsync($"{mailbox.Me}/mailFolders/sentitems/messages?$select=id,subject&$top=1000"))
        {
            if (!bySubject.TryGetValue(message.GetProperty("subject").GetString()!, out var report)) continue;
            foreach (var attachment in await mailbox.ListAsync($"{mailbox.Me}/messages/{message.GetProperty("id").GetString()}/attachments"))
                if (attachment.GetProperty("name").GetString()!.EndsWith(".docx", StringComparison.Ordinal) && attachment.TryGetProperty("contentBytes", out var bytes) && bytes.ValueKind == JsonValueKind.String)
                    files[report] = bytes.GetBytesFromBase64();
        }

        return files;
    }
}
