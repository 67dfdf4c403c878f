using System.Net;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>
/// Many Graph calls in few round trips. Sent in chunks of twenty in the order of adding; a part may wait for another (<c>after</c>)
/// and is not run when that one failed. A part answered 429 or 5xx is asked again when that does no harm; the others never are.
/// </summary>
public sealed class GraphBatch(Microsoft365Connection connection)
{
    private const int ChunkSize = 20;
    private readonly List<BatchPart> parts = [];

    public int Count => parts.Count;

    /// <summary>Adds a call with a typed answer.</summary>
    public BatchPart<T> Add<T>(RequestInformation request, ParsableFactory<T> factory, BatchPart? after = null)
        where T : IParsable
    {
        var part = new BatchPart<T>(parts.Count + 1, request, factory, after);
        parts.Add(part);
        return part;
    }

    /// <summary>Adds a call whose answer has no body of interest.</summary>
    public BatchPart Add(RequestInformation request, BatchPart? after = null)
    {
        var part = new BatchPart(parts.Count + 1, request, after);
        parts.Add(part);
        return part;
    }

    /// <summary>
    /// Sends all parts. Throws only when a batch as a whole got no answer; a part's own error stands on the part
    /// and is thrown by <see cref="BatchPart{T}.Value"/> or <see cref="BatchPart.EnsureDone"/>.
    /// </summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        foreach (var chunk in parts.Chunk(ChunkSize))
            await SendChunkAsync(chunk, cancellationToken);
    }

    private async Task SendChunkAsync(IReadOnlyList<BatchPart> chunk, CancellationToken cancellationToken)
    {
        var waiting = chunk;
        for (var attempt = 0; ; attempt++)
        {
            waiting = WithoutThoseWhoseTurnNeverComes(waiting);
            if (waiting.Count == 0)
                return;
            await BatchWire.SendAsync(connection, waiting, cancellationToken);
            waiting = ToRepeat(waiting);
            if (waiting.Count == 0 || RetryRules.PauseBefore(connection.Options, attempt, waiting.Select(part => part.Error)) is not { } pause)
                return;
            await Task.Delay(pause, connection.WallClock, cancellationToken);
        }
    }

    /// <summary>A part that waits for one in an earlier chunk, or in an earlier attempt, runs only if that one succeeded.</summary>
    private List<BatchPart> WithoutThoseWhoseTurnNeverComes(IReadOnlyList<BatchPart> chunk)
    {
        var runnable = new List<BatchPart>();
        foreach (var part in chunk)
        {
            if (part.After is { Succeeded: false } before && !runnable.Contains(before))
                part.Answer(HttpStatusCode.FailedDependency, [], null, connection.WallClock);
            else
                runnable.Add(part);
        }
        return runnable;
    }

    private static List<BatchPart> ToRepeat(IReadOnlyList<BatchPart> sent)
    {
        var again = new List<BatchPart>();
        foreach (var part in sent)
        {
            var notRun = part.Status == HttpStatusCode.FailedDependency && part.After is { } before && again.Contains(before);
            if (notRun || (part.MayRepeat && RetryRules.MayRepeatAfter(part.Status, part.IsIdempotent, part.Sends)))
                again.Add(part);
        }
        return again;
    }
}
