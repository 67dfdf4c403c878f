using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Reports;

/// <summary>List Rapportering.</summary>
public sealed record Report : Row
{
    public DateOnly? PeriodFrom { get; init; }

    public DateOnly? PeriodTo { get; init; }

    public int? RecipientId { get; init; }

    /// <summary>The body's last day for documents.</summary>
    public DateOnly? LastDay { get; init; }

    public ReportStatus? Status { get; init; }

    public string? Summary { get; init; }

    public string? Attention { get; init; }

    /// <summary>Dnr.</summary>
    public string? CaseNumber { get; init; }

    public IReadOnlyList<PersonId> ApprovedBy { get; init; } = [];

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Column "Kontroll": what the system asks of people about this report, in Swedish.</summary>
    public string? Check { get; init; }

    public string? DraftUrl { get; init; }

    public int? CorrectsId { get; init; }

    /// <summary>Hidden: the figures of the draft as JSON; what was approved is what is sent.</summary>
    public string? Figures { get; init; }

    public DateTimeOffset? CompiledAt { get; init; }
}

public enum ReportStatus
{
    [Word("Planerad")] Planned,
    [Word("Beställd")] Ordered,
    [Word("Utkast")] Draft,
    [Word("Godkänd")] Approved,
    [Word("Skickad")] Sent,
    [Word("Utgår")] Dropped,
}
