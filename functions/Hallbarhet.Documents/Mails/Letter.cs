using Hallbarhet.Documents.Model;

namespace Hallbarhet.Documents.Mails;

/// <summary>A mail before it is written as HTML.</summary>
internal sealed record Letter
{
    public required string Subject { get; init; }

    /// <summary>What the inbox shows beside the subject.</summary>
    public required string Preheader { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Why one gets it, and who reads an answer.</summary>
    public required string Reason { get; init; }
}
