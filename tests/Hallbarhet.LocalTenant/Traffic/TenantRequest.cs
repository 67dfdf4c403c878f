namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>A request as it came over the wire or from the in-memory handler.</summary>
internal sealed class TenantRequest
{
    public required string Method { get; init; }

    /// <summary>Scheme, host and target as the client sent them.</summary>
    public required string Url { get; init; }

    /// <summary>Decoded path.</summary>
    public required string Path { get; init; }

    /// <summary>Query text without the question mark, still encoded.</summary>
    public required string QueryText { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>A write that is done again from the journal.</summary>
    public bool IsReplay { get; init; }

    /// <summary>When it came in, by <see cref="Lists.SchemaClock"/>; a write that is done again from the journal never came too late.</summary>
    public long Arrived { get; set; } = long.MaxValue;

    public static TenantRequest Create(string method, string origin, string target, IReadOnlyDictionary<string, string> headers,
        ReadOnlyMemory<byte> body)
    {
        var question = target.IndexOf('?', StringComparison.Ordinal);
        return new()
        {
            Method = method,
            Url = origin + target,
            Path = Uri.UnescapeDataString(question < 0 ? target : target[..question]),
            QueryText = question < 0 ? "" : target[(question + 1)..],
            Headers = headers,
            Body = body,
        };
    }
}
