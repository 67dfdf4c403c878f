using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Members;

/// <summary>List Deltagare. Title is the person's name.</summary>
public sealed record Member : Row
{
    /// <summary>Empty for somebody without an account here; then the calendar file goes by mail.</summary>
    public PersonId? Person { get; init; }

    public string? Email { get; init; }

    public int? DepartmentId { get; init; }

    public Role? Role { get; init; }

    public DateOnly? ActiveFrom { get; init; }

    public DateOnly? ActiveTo { get; init; }

    public DateOnly? AwayFrom { get; init; }

    public DateOnly? AwayTo { get; init; }

    public MailChoice? MailChoice { get; init; }

    public bool AsFunction { get; init; }
}

public enum Role
{
    [Word("Hållbarhetsstrateg")] SustainabilityStrategist,
    [Word("Ordinarie")] Regular,
    [Word("Ersättare")] Substitute,
    [Word("Kommunikatör")] Communicator,
    [Word("Adjungerad")] CoOpted,
}

public enum MailChoice
{
    [Word("Alla")] All,
    [Word("Dagordning och anteckningar")] AgendaAndNotes,
    [Word("Inga")] None,
}
