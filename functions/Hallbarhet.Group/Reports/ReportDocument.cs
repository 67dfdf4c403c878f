using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Reports;

/// <summary>A report to one body. The strategists' words come first, figures second; no address into the site in the sent version.</summary>
public sealed record ReportDocument
{
    public required string GroupName { get; init; }
    /// <summary>"Rapport kvartal 1 2026" or "Verksamhetsberättelse 2026".</summary>
    public required string Title { get; init; }
    public required string RecipientName { get; init; }
    public required ReportProfile Profile { get; init; }
    public required DateOnly PeriodFrom { get; init; }
    public required DateOnly PeriodTo { get; init; }
    public required DateOnly AsOf { get; init; }
    public bool IsDraft { get; init; }
    public string? CaseNumber { get; init; }
    /// <summary>One sentence on what a correction changes; null for a first version.</summary>
    public string? Correction { get; init; }
    public required string Summary { get; init; }
    public required string Attention { get; init; }
    /// <summary>Förslag till ställningstagande.</summary>
    public required string Proposal { get; init; }
    public IReadOnlyList<string> ApprovedBy { get; init; } = [];
    public required ReportFigures Figures { get; init; }
    /// <summary>Cross-department questions that were treated.</summary>
    public IReadOnlyList<ReportRow> Questions { get; init; } = [];
    public IReadOnlyList<ReportRow> Decisions { get; init; } = [];
    public IReadOnlyList<ReportInitiative> Initiatives { get; init; } = [];
    public IReadOnlyList<CoverageRow> Coverage { get; init; } = [];
    public IReadOnlyList<string> DepartmentsWithoutMember { get; init; } = [];
    /// <summary>The annex: source numbers resolved by title and date.</summary>
    public IReadOnlyList<ReportSource> Sources { get; init; } = [];
}

/// <param name="Source">Number in the annex.</param>
public sealed record ReportRow(string Title, string? Text, DateOnly? Date, int Source);

public sealed record ReportInitiative
{
    public required string Title { get; init; }
    public required string Department { get; init; }
    public required string Status { get; init; }
    public string? Latest { get; init; }
    /// <summary>Only in reports to a management group.</summary>
    public string? Obstacles { get; init; }
    public string? Outcome { get; init; }
    public required int Source { get; init; }
}

/// <summary>How many initiatives and items point at a goal.</summary>
public sealed record CoverageRow(string Framework, string Goal, int Initiatives, int Items);

/// <param name="Url">Only in the draft; the sent version has none.</param>
public sealed record ReportSource(int Number, string Kind, string Title, DateOnly? Date, string? Url);

/// <summary>The counted numbers of a report. Kept with the draft, so that what was approved is what is sent.</summary>
public sealed record ReportFigures
{
    /// <summary>Meetings with status Genomfört that started in the period.</summary>
    public required int MeetingsHeld { get; init; }
    /// <summary>Non-standing items with status Behandlad at those meetings.</summary>
    public required int ItemsTreated { get; init; }
    /// <summary>Rows of kind Beslut from those meetings.</summary>
    public required int Decisions { get; init; }
    /// <summary>Rows of kind Åtgärd from those meetings.</summary>
    public required int ActionsAgreed { get; init; }
    /// <summary>Actions (from any meeting) with DoneOn in the period.</summary>
    public required int ActionsDone { get; init; }
    /// <summary>Open actions whose due date lies before the day of compilation.</summary>
    public required int ActionsOverdue { get; init; }
    /// <summary>Initiatives with status Pågår when compiled.</summary>
    public required int InitiativesOngoing { get; init; }
    /// <summary>Initiatives with status Klar when compiled.</summary>
    public required int InitiativesDone { get; init; }
    /// <summary>Learning activities with status Genomförd held in the period.</summary>
    public required int LearningHeld { get; init; }
    /// <summary>Horizon items created in the period.</summary>
    public required int HorizonItems { get; init; }
    /// <summary>Report-back rows of those meetings that have a date.</summary>
    public required int ReportBacksDone { get; init; }
    /// <summary>Report-back rows of those meetings.</summary>
    public required int ReportBacksExpected { get; init; }
}
