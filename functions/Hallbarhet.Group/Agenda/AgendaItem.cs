using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Agenda;

/// <summary>List Dagordningspunkter. Title is "Rubrik"; an empty meeting means the next one.</summary>
public sealed record AgendaItem : Row
{
    public Purpose? Purpose { get; init; }

    public string? Background { get; init; }

    public int? MeetingId { get; init; }

    public PersonId? Presenter { get; init; }

    public double? Minutes { get; init; }

    public bool CrossDepartment { get; init; }

    public IReadOnlyList<int> DepartmentIds { get; init; } = [];

    public IReadOnlyList<int> GoalIds { get; init; } = [];

    public AgendaItemStatus? Status { get; init; }

    public double? SortOrder { get; init; }

    /// <summary>A standing item is a template: it has no meeting and stands on every agenda.</summary>
    public bool Standing { get; init; }

    public double? CarriedCount { get; init; }

    public string? Answer { get; init; }

    /// <summary>True when people attached files to the item.</summary>
    public bool HasAttachments { get; init; }
}

public enum Purpose
{
    [Word("Ta del")] Inform,
    [Word("Diskutera")] Discuss,
    [Word("Besluta")] Decide,
}

public enum AgendaItemStatus
{
    [Word("Föreslagen")] Proposed,
    [Word("På dagordningen")] OnAgenda,
    [Word("Behandlad")] Treated,
    [Word("Flyttad")] Carried,
    [Word("Besvarad")] Answered,
    [Word("Tillbakadragen")] Withdrawn,
}
