using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Reports;

/// <summary>Puts an approved report into Rapporter, as Word and PDF, and both into the register; once, wherever a run was cut off.</summary>
public sealed class PublishReport(IGroupLists lists, IGroupFiles files, IDocumentWriter writer, GroupSettings settings, TimeProvider time)
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly PublishOnce once = new(lists, files, time);

    public async Task<PublishedReport> PublishAsync(
        Report report, Report? corrected, ReportDocument document, Snapshot snapshot, CancellationToken ct)
    {
        var body = snapshot.Organisation.First(o => o.Id == report.RecipientId);
        var path = ReportFileNames.Path(report, ReportPeriod.Of(report, corrected)!, body, settings);
        var row = RecordOf(report, corrected, document, snapshot.PublishedRecords);
        await files.EnsureFolderAsync(GroupLibrary.ReportFiles, path.Split('/')[0], ct);
        await once.PublishAsync(
            row, GroupLibrary.ReportFiles, $"{path}.docx",
            async token => writer.Report(document, await files.TemplateAsync(token)), snapshot.PublishedRecords, ct);
        var hasPdf = await PublishPdfAsync(row, path, snapshot.PublishedRecords, ct);
        return new([.. await AttachmentsAsync(path, hasPdf, ct)], hasPdf);
    }

    private async Task<bool> PublishPdfAsync(PublishedRecord word, string path, IReadOnlyList<PublishedRecord> known, CancellationToken ct)
    {
        var row = word with { SourceKey = $"{word.SourceKey}/pdf", Title = $"{word.Title} (PDF)" };
        if (known.Any(r => r.SourceKey == row.SourceKey)) return true;
        if (await files.ReadAsPdfAsync(GroupLibrary.ReportFiles, $"{path}.docx", ct) is not { } pdf) return false;
        await once.PublishAsync(row, GroupLibrary.ReportFiles, $"{path}.pdf", _ => Task.FromResult(pdf), known, ct);
        return true;
    }

    private async Task<IReadOnlyList<MailAttachment>> AttachmentsAsync(string path, bool hasPdf, CancellationToken ct)
    {
        var name = path.Split('/')[^1];
        List<MailAttachment> attachments = [new($"{name}.docx", WordType, await ReadAsync($"{path}.docx", ct))];
        if (hasPdf) attachments.Add(new($"{name}.pdf", "application/pdf", await ReadAsync($"{path}.pdf", ct)));
        return attachments;
    }

    private async Task<byte[]> ReadAsync(string path, CancellationToken ct) =>
        await files.ReadAsync(GroupLibrary.ReportFiles, path, ct)
        ?? throw new ServiceUnavailableException("A published report cannot be read back yet.");

    private PublishedRecord RecordOf(Report report, Report? corrected, ReportDocument document, IReadOnlyList<PublishedRecord> known) => new()
    {
        SourceKey = KeyOf(report),
        Title = $"{(corrected is null ? "" : "Rättelse: ")}{document.Title} till {document.RecipientName}",
        Kind = RecordKind.Report,
        PublishedBy = report.ApprovedBy.Count > 0 ? report.ApprovedBy[0] : null,
        ReportId = report.Id,
        CaseNumber = document.CaseNumber,
        Registration = settings.RegisterReports ? Registration.Registered : Registration.KeptInOrder,
        Retention = "Bevaras (förslag, se dokumenthanteringsplanen)",
        CorrectsId = corrected is null ? null : known.FirstOrDefault(r => r.SourceKey == KeyOf(corrected))?.Id,
    };

    private static string KeyOf(Report report) => $"record/report/{report.Id}";
}

/// <param name="Files">As they are read back from the library: what was registered is what is sent.</param>
public sealed record PublishedReport(IReadOnlyList<MailAttachment> Files, bool HasPdf);
