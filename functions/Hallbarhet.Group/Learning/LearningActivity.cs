using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Learning;

/// <summary>List Kompetensutveckling.</summary>
public sealed record LearningActivity : Row
{
    public LearningKind? Kind { get; init; }

    public DateTimeOffset? HeldAt { get; init; }

    public string? Place { get; init; }

    public PersonId? Responsible { get; init; }

    /// <summary>Name and organisation of an external guest; personal data with an end date.</summary>
    public string? Guest { get; init; }

    public DateOnly? GuestUntil { get; init; }

    public IReadOnlyList<int> GoalIds { get; init; } = [];

    public LearningStatus? Status { get; init; }

    public string? Takeaway { get; init; }
}

public enum LearningKind
{
    [Word("Föreläsning")] Lecture,
    [Word("Film")] Film,
    [Word("Studiebesök")] StudyVisit,
    [Word("Utbildning")] Training,
}

public enum LearningStatus
{
    [Word("Idé")] Idea,
    [Word("Planerad")] Planned,
    [Word("Genomförd")] Held,
    [Word("Inställd")] Cancelled,
}
