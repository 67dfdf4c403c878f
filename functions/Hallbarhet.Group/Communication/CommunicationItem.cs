using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Communication;

/// <summary>List Extern information.</summary>
public sealed record CommunicationItem : Row
{
    public int? InitiativeId { get; init; }

    public string? Message { get; init; }

    public IReadOnlyList<string> Channels { get; init; } = [];

    public PersonId? Contact { get; init; }

    public PersonId? Communicator { get; init; }

    public CommunicationStatus? Status { get; init; }

    public string? PublishedUrl { get; init; }

    public DateOnly? ReviewOn { get; init; }
}

public enum CommunicationStatus
{
    [Word("Förslag")] Proposed,
    [Word("Hos kommunikation")] WithCommunications,
    [Word("Publicerad")] Published,
    [Word("Utgår")] Dropped,
}
