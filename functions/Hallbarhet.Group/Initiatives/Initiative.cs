using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Initiatives;

/// <summary>List Arbetsinsatser: initiatives, ideas and working groups.</summary>
public sealed record Initiative : Row
{
    public InitiativeKind? Kind { get; init; }

    public InitiativeStatus? Status { get; init; }

    public int? DepartmentId { get; init; }

    public PersonId? Owner { get; init; }

    public IReadOnlyList<PersonId> Participants { get; init; } = [];

    public string? Assignment { get; init; }

    /// <summary>Läget just nu, one sentence.</summary>
    public string? Latest { get; init; }

    public DateOnly? LatestOn { get; init; }

    public string? Obstacles { get; init; }

    public string? NextStep { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public string? Outcome { get; init; }

    public IReadOnlyList<int> GoalIds { get; init; } = [];

    public bool ForExternal { get; init; }
}

public enum InitiativeKind
{
    [Word("Förvaltningens")] Department,
    [Word("Gemensam")] Shared,
    [Word("Arbetsgrupp")] WorkingGroup,
}

public enum InitiativeStatus
{
    [Word("Idé")] Idea,
    [Word("Planerad")] Planned,
    [Word("Pågår")] Ongoing,
    [Word("Klar")] Done,
    [Word("Pausad")] Paused,
    [Word("Avbruten")] Stopped,
}
