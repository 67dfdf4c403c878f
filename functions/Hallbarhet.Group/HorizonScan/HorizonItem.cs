using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.HorizonScan;

/// <summary>List Omvärldsbevakning.</summary>
public sealed record HorizonItem : Row
{
    public string? Link { get; init; }

    public string? Why { get; init; }

    public IReadOnlyList<int> GoalIds { get; init; } = [];

    public HorizonStatus? Status { get; init; }

    public int? AgendaItemId { get; init; }

    public DateOnly? RelevantUntil { get; init; }
}

public enum HorizonStatus
{
    [Word("Ny")] New,
    [Word("Till möte")] ToMeeting,
    [Word("Behandlad")] Treated,
    [Word("Inaktuell")] Outdated,
}
