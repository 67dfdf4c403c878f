using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Records;

/// <summary>List Publicerade handlingar: the register of what has left the drafts.</summary>
public sealed record PublishedRecord : Row
{
    public RecordKind? Kind { get; init; }

    /// <summary>Upprättad.</summary>
    public DateOnly? EstablishedOn { get; init; }

    public PersonId? PublishedBy { get; init; }

    public int? MeetingId { get; init; }

    public int? ReportId { get; init; }

    public string? FileUrl { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the file as it is read back from SharePoint.</summary>
    public string? Sha256 { get; init; }

    public string? CaseNumber { get; init; }

    public Registration? Registration { get; init; }

    public bool SecrecyCheck { get; init; }

    public string? Retention { get; init; }

    public int? CorrectsId { get; init; }
}

public enum RecordKind
{
    [Word("Dagordning")] Agenda,
    [Word("Minnesanteckningar")] Notes,
    [Word("Rapport")] Report,
    [Word("Bilaga")] Attachment,
}

public enum Registration
{
    [Word("Registreras")] Registered,
    [Word("Hålls ordnad")] KeptInOrder,
}
