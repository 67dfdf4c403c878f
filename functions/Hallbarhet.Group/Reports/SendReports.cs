using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Reports;

/// <summary>
/// Checks who approved a report, leaves time to undo, then publishes what was approved and sends it once to its body, with a copy to the
/// registry (M9).
/// </summary>
public sealed class SendReports(IGroupLists lists, PublishReport publish, SendOnce mail, GroupSettings settings, TimeProvider time)
    : IGroupJob
{
    private const string UndoHint = "Ångra med knappen eller genom att sätta tillbaka status till Utkast.";

    private readonly ReportWording wording = new(lists, settings);

    public string Name => "SendReports";

    public GroupList Reads =>
        GroupList.Reports | GroupList.Members | GroupList.Organisation | GroupList.Mailings | GroupList.PublishedRecords;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DueWork>>([.. snapshot.Reports
            .Where(r => NextStep(snapshot, r) is not null)
            .Select(r => new DueWork(r.Name, token => AdvanceAsync(snapshot, r, token)) { About = r })]);

    private async Task AdvanceAsync(Snapshot snapshot, Report report, CancellationToken ct)
    {
        for (var step = NextStep(snapshot, report); step is not null; step = NextStep(snapshot, report)) report = await step(ct);
    }

    private Func<CancellationToken, Task<Report>>? NextStep(Snapshot snapshot, Report report) => report switch
    {
        { Status: ReportStatus.Sent } => null,
        { Status: ReportStatus.Approved, ApprovedAt: null } when WaitsForAnother(snapshot, report) => null,
        { Status: ReportStatus.Approved, ApprovedAt: null } => ct => VerifyAsync(snapshot, report, ct),
        { Status: ReportStatus.Approved } => ApprovedStep(snapshot, report),
        { ApprovedAt: not null } => ct => SaveAsync(report, Unapproved(report, ReportChecks.Missing(report, settings)), ct),
        _ => null,
    };

    private Func<CancellationToken, Task<Report>>? ApprovedStep(Snapshot snapshot, Report report)
    {
        if (ReportContent.Parse(report.Figures)?.ApprovedPrint != ReportContent.PrintOf(report))
            return ct => SaveAsync(report, Unapproved(report, ReportChecks.ChangedAfterApproval), ct);
        var sent = snapshot.Mailings.FirstOrDefault(m => m.MailKey == KeyOf(report));
        var check = sent?.Outcome switch
        {
            MailOutcome.Unknown => ReportChecks.Unclear,
            MailOutcome.Failed => ReportChecks.NotSent,
            _ => null,
        };
        if (check is not null) return report.Check == check ? null : ct => SaveAsync(report, report with { Check = check }, ct);
        var now = time.GetUtcNow();
        return now >= report.ApprovedAt + settings.UndoTime && SendWindow.IsOpen(now) ? ct => SendAsync(snapshot, report, ct) : null;
    }

    /// <summary>Nobody saved the row since the first of two approvals was seen.</summary>
    private bool WaitsForAnother(Snapshot snapshot, Report report) => report.Check == ReportChecks.OneMoreApproval
        && !(report.Editor is { } editor && new GroupDirectory(snapshot, time.Today()).IsStrategistInService(editor));

    private async Task<Report> VerifyAsync(Snapshot snapshot, Report report, CancellationToken ct)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        var needed = Math.Clamp(settings.ApprovalsNeeded, 1, Math.Max(1, people.Strategists.Count));
        var verdict = ApprovalCheck.Judge(
            await lists.VersionsAsync<Report>(report.Id, ct), v => v.Status == ReportStatus.Approved, snapshot.Members, needed);
        if (Refusal(snapshot, report, people, verdict) is { } refusal) return await SaveAsync(report, Unapproved(report, refusal), ct);
        if (verdict.State == ApprovalState.WaitsForAnother)
            return await SaveAsync(report, report with { Check = ReportChecks.OneMoreApproval }, ct);
        var content = ReportContent.Parse(report.Figures)! with { ApprovedPrint = ReportContent.PrintOf(report) };
        return await SaveAsync(report, report with
        {
            ApprovedBy = verdict.By,
            ApprovedAt = verdict.Approval!.At,
            Figures = content.ToString(),
            Check = ApprovedText(verdict, people),
        }, ct);
    }

    private string? Refusal(Snapshot snapshot, Report report, GroupDirectory people, ApprovalVerdict verdict)
    {
        if (verdict.State == ApprovalState.Refused) return ReportChecks.OnlyStrategistsApprove;
        if (ReportChecks.Problem(report, snapshot.Organisation, people.Today) is { } problem) return problem;
        if (ReportContent.Parse(report.Figures) is null) return ReportChecks.NotCompiled;
        if (ReportChecks.Missing(report, settings) is { } missing) return missing;
        return string.IsNullOrWhiteSpace(people.Unit(report.RecipientId)?.Mailbox) ? ReportChecks.NoMailbox : null;
    }

    private string ApprovedText(ApprovalVerdict verdict, GroupDirectory people)
    {
        var names = string.Join(" och ", verdict.By.Select(p => people.NameOf(p)).OfType<string>());
        var sends = SendWindow.Next(verdict.Approval!.At + settings.UndoTime);
        return $"Godkänd av {names} – skickas {Moment(sends)}. {UndoHint}";
    }

    /// <summary>"tor 5 mars 08.00".</summary>
    private static string Moment(DateTimeOffset time) =>
        $"{SwedishDates.DayName(Stockholm.Date(time))[..3]} {SwedishDates.DayMonth(Stockholm.Date(time))} {Stockholm.Time(time):HH.mm}";

    private static Report Unapproved(Report report, string? check) => report with
    {
        Status = report.Status == ReportStatus.Approved ? ReportStatus.Draft : report.Status,
        ApprovedBy = [],
        ApprovedAt = null,
        Check = check,
    };

    private async Task<Report> SendAsync(Snapshot snapshot, Report report, CancellationToken ct)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        var corrected = snapshot.Reports.FirstOrDefault(r => r.Id == report.CorrectsId);
        var document = wording.Document(
            report, corrected, ReportContent.Parse(report.Figures)!, people.Unit(report.RecipientId)!, people, isDraft: false);
        var published = await publish.PublishAsync(report, corrected, document, snapshot, ct);
        var ledger = await mail.SendAsync([Request(report, corrected, document, published, people)], snapshot, ct);
        var check = published.HasPdf ? null : ReportChecks.NoPdf;
        return ledger[0].Outcome switch
        {
            MailOutcome.Sent => await SaveAsync(report, report with { Status = ReportStatus.Sent, Check = check }, ct),
            MailOutcome.Failed => await EndAsync(report, ReportChecks.NotSent, ct),
            _ => await EndAsync(report, ReportChecks.Unclear, ct),
        };
    }

    private MailRequest Request(
        Report report, Report? corrected, ReportDocument document, PublishedReport published, GroupDirectory people)
    {
        var body = people.Unit(report.RecipientId)!;
        return new()
        {
            Key = KeyOf(report),
            Kind = MailKind.Report,
            Content = new ReportMail(document, published.HasPdf),
            To = [new(body.Title, body.Mailbox!.Trim())],
            Cc = settings.RegistryAddress is { } registry ? [new("Registrator", registry)] : [],
            Attachments = published.Files,
            ReportId = report.Id,
            InThreadOf = corrected is null ? null : KeyOf(corrected),
        };
    }

    /// <summary>The outcome stands in the ledger; a person goes on from here.</summary>
    private async Task<Report> EndAsync(Report report, string check, CancellationToken ct) =>
        await SaveAsync(report, report with { Check = check }, ct) with { Status = ReportStatus.Sent };

    private Task<Report> SaveAsync(Report before, Report after, CancellationToken ct) => lists.UpdateAsync(before, after, ct);

    private static string KeyOf(Report report) => MailKeys.For(MailKind.Report, report);
}
