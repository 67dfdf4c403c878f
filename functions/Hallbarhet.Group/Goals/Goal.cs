using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Goals;

/// <summary>List Mål och styrdokument.</summary>
public sealed record Goal : Row
{
    public Framework? Framework { get; init; }

    public string? Code { get; init; }

    public int? ParentId { get; init; }

    public IReadOnlyList<int> RelatedIds { get; init; } = [];

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public string? Link { get; init; }
}

public enum Framework
{
    [Word("MRP")] Mrp,
    [Word("Strategi")] Strategy,
    [Word("Annat styrdokument")] OtherSteeringDocument,
    [Word("Miljökvalitetsmål")] EnvironmentalObjective,
    [Word("Agenda 2030")] GlobalGoal,
}
