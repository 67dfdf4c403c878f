using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Members;

/// <summary>List Förvaltningar och mottagare: departments, companies and the bodies that get reports.</summary>
public sealed record OrganisationUnit : Row
{
    public OrganisationKind? Kind { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public int? SuccessorId { get; init; }

    public string? Mailbox { get; init; }

    public string? Network { get; init; }

    public ReportProfile? ReportProfile { get; init; }

    public bool IsValid(DateOnly on) => (ValidFrom is null || ValidFrom <= on) && (ValidTo is null || on <= ValidTo);
}

public enum OrganisationKind
{
    [Word("Förvaltning")] Department,
    [Word("Bolag")] Company,
    [Word("Rapportmottagare")] ReportingBody,
}

public enum ReportProfile
{
    [Word("Utskott")] Committee,
    [Word("Ledningsgrupp")] Management,
}
