namespace Hallbarhet.Benchmarks.Provisioning;

/// <summary>One request and its answer, as they went over the wire.</summary>
internal sealed record RoundTrip
{
    public required string Method { get; init; }

    public required string Sent { get; init; }

    public required string Answered { get; init; }

    /// <summary>Order in which the requests were sent and, in the same numbers, when each was answered.</summary>
    public required int Began { get; init; }

    public required int Ended { get; init; }

    /// <summary>A batch of reads only is a read.</summary>
    public required bool IsRead { get; init; }
}
