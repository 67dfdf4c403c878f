using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Reports;

/// <summary>
/// Plans the year's reports, and compiles those that are due or ordered: figures, rows and a Word draft for the strategists, who write
/// the words, approve, and are asked to once (M7).
/// </summary>
public sealed class CompileReports(
    IGroupLists lists, IGroupFiles files, IDocumentWriter writer, SendOnce mail, GroupSettings settings, TimeProvider time) : IGroupJob
{
    /// <summary>Working days that an order without a last day gets.</summary>
    private const int DaysForAnOrder = 10;

    private readonly ReportWording wording = new(lists, settings);

    public string Name => "CompileReports";

    public GroupList Reads => GroupList.Reports | GroupList.Members | GroupList.Organisation | GroupList.Meetings | GroupList.AgendaItems
        | GroupList.Initiatives | GroupList.DecisionsActions | GroupList.HorizonItems | GroupList.LearningActivities
        | GroupList.ReportBacks | GroupList.Goals | GroupList.Mailings;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        List<DueWork> due = [];
        var planned = PlannedReports.Missing(snapshot, time.Today(), settings);
        if (planned.Count > 0) due.Add(new($"Reports/{time.Today().Year}", token => lists.AddAsync(planned, token)));
        due.AddRange(snapshot.Reports
            .Where(r => NextStep(snapshot, r) is not null)
            .Select(r => new DueWork(r.Name, token => AdvanceAsync(snapshot, r, token)) { About = r }));
        return Task.FromResult<IReadOnlyList<DueWork>>(due);
    }

    /// <summary>Everything that is due for the row in one run, so that a second run finds nothing.</summary>
    private async Task AdvanceAsync(Snapshot snapshot, Report report, CancellationToken ct)
    {
        for (var step = NextStep(snapshot, report); step is not null; step = step.IsLast ? null : NextStep(snapshot, report))
            report = await step.Do(ct);
    }

    private Step? NextStep(Snapshot snapshot, Report report)
    {
        var row = Completed(snapshot, report);
        return report.Status switch
        {
            ReportStatus.Planned or ReportStatus.Ordered when Problem(snapshot, row) is { } problem => Check(report, problem),
            ReportStatus.Ordered => new(ct => CheckOrderAsync(snapshot, report, row, ct)),
            ReportStatus.Planned when IsDue(row) => Compile(snapshot, report, row),
            ReportStatus.Planned when ReportChecks.IsProblem(report.Check) => Check(report, null),
            ReportStatus.Draft => DraftStep(snapshot, report, row),
            _ => null,
        };
    }

    private Step? DraftStep(Snapshot snapshot, Report report, Report row)
    {
        if (Problem(snapshot, row) is { } problem) return Check(report, problem);
        var isAsCompiled = ReportContent.Parse(report.Figures)?.Print == ReportContent.PrintOf(row);
        if (!isAsCompiled || ReportChecks.IsProblem(report.Check)) return Compile(snapshot, report, row);
        if (report.LastDay is null || !SendWindow.IsOpen(time.GetUtcNow())) return null;
        var people = new GroupDirectory(snapshot, time.Today());
        return ReportApprovers.Of(people).Count > 0 && ReportApprovers.DueKey(report, snapshot.Mailings, time.Today()) is { } key
            ? new(ct => AskAsync(snapshot, report, people, key, ct), IsLast: true)
            : null;
    }

    private string? Problem(Snapshot snapshot, Report row) => ReportChecks.Problem(row, snapshot.Organisation, time.Today());

    private Step? Check(Report report, string? text) =>
        report.Check == text ? null : new(ct => lists.UpdateAsync(report, report with { Check = text }, ct), IsLast: true);

    private Step Compile(Snapshot snapshot, Report report, Report row) => new(ct => CompileAsync(snapshot, report, row, ct));

    private async Task<Report> CheckOrderAsync(Snapshot snapshot, Report report, Report row, CancellationToken ct)
    {
        var versions = await lists.VersionsAsync<Report>(report.Id, ct);
        var verdict = ApprovalCheck.Judge(versions, v => v.Status == ReportStatus.Ordered, snapshot.Members, needed: 1);
        return verdict.State == ApprovalState.Given
            ? await CompileAsync(snapshot, report, row, ct)
            : await lists.UpdateAsync(report, report with { Status = ReportStatus.Planned, Check = ReportChecks.OnlyStrategistsOrder }, ct);
    }

    private async Task<Report> CompileAsync(Snapshot snapshot, Report before, Report row, CancellationToken ct)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        var body = people.Unit(row.RecipientId)!;
        var period = ReportPeriod.Of(row, Corrected(snapshot, row))!;
        var content = new ReportSections(snapshot, people, lists, period)
            .Compile(body.ReportProfile ?? ReportProfile.Committee, ReportContent.PrintOf(row));
        var document = wording.Document(row, Corrected(snapshot, row), content, body, people, isDraft: true);
        var bytes = writer.Report(document, await files.TemplateAsync(ct));
        var draft = await files.SaveAsync(GroupLibrary.Drafts, ReportFileNames.DraftPath(row, period, body), bytes, ct);
        return await lists.UpdateAsync(before, row with
        {
            Title = string.IsNullOrWhiteSpace(row.Title) ? period.TitleTo(body) : row.Title,
            Status = ReportStatus.Draft,
            LastDay = row.LastDay ?? SwedishCalendar.AddWorkingDays(time.Today(), DaysForAnOrder),
            Figures = content.ToString(),
            CompiledAt = time.GetUtcNow(),
            DraftUrl = draft.WebUrl,
            Check = CheckOf(before, row),
        }, ct);
    }

    /// <summary>That the text was changed after its approval stands until somebody approves again.</summary>
    private string? CheckOf(Report before, Report row) => ReportChecks.Missing(row, settings)
        ?? (before.Check == ReportChecks.ChangedAfterApproval ? before.Check : ReportChecks.TooLong(row));

    private async Task<Report> AskAsync(Snapshot snapshot, Report report, GroupDirectory people, string key, CancellationToken ct)
    {
        var content = ReportContent.Parse(report.Figures)!;
        var body = people.Unit(report.RecipientId)!;
        var document = wording.Document(report, Corrected(snapshot, report), content, body, people, isDraft: true);
        await mail.SendAsync([ReportApprovers.Request(key, report, document, lists, people)], snapshot, ct);
        return report;
    }

    private bool IsDue(Report report) => !ReportCalendar.IsBreak(time.Today())
        && time.Today() >= ReportCalendar.CompileOn(report.LastDay!.Value, report.PeriodTo!.Value, settings);

    /// <summary>A correction covers what it corrects, unless people say otherwise.</summary>
    private static Report Completed(Snapshot snapshot, Report report) => Corrected(snapshot, report) is { } original
        ? report with
        {
            PeriodFrom = report.PeriodFrom ?? original.PeriodFrom,
            PeriodTo = report.PeriodTo ?? original.PeriodTo,
            RecipientId = report.RecipientId ?? original.RecipientId,
            CaseNumber = report.CaseNumber ?? original.CaseNumber,
        }
        : report;

    private static Report? Corrected(Snapshot snapshot, Report report) =>
        report.CorrectsId is { } id && id != report.Id ? snapshot.Reports.FirstOrDefault(r => r.Id == id) : null;

    /// <param name="IsLast">Nothing more is to be done for the row in this run.</param>
    private sealed record Step(Func<CancellationToken, Task<Report>> Do, bool IsLast = false);
}
