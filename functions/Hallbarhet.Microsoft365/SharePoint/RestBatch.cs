using System.Net;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>
/// Many SharePoint REST calls in few round trips, run by the service in their order. A part answered 429 or 5xx is asked again when that
/// does no harm; the others never are.
/// </summary>
internal sealed class RestBatch(Microsoft365Connection connection)
{
    /// <summary>What the service takes at most.</summary>
    public const int Room = 100;

    private readonly List<RestPart> parts = [];

    public int Count => parts.Count;

    public RestPart Add(RestPart part)
    {
        parts.Add(part);
        return part;
    }

    /// <summary>Sends all parts. Throws only when a batch as a whole got no answer; a part's own error stands on the part.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        foreach (var chunk in parts.Chunk(Room))
            await SendChunkAsync(chunk, cancellationToken);
    }

    private async Task SendChunkAsync(RestPart[] chunk, CancellationToken cancellationToken)
    {
        for (var attempt = 0; chunk.Length > 0; attempt++)
        {
            await SendOnceAsync(chunk, cancellationToken);
            chunk = ToRepeat(chunk);
            if (chunk.Length == 0 || RetryRules.PauseBefore(connection.Options, attempt, chunk.Select(part => part.Error)) is not { } pause)
                return;
            await Task.Delay(pause, connection.WallClock, cancellationToken);
        }
    }

    /// <summary>What found nothing to go on with, because the part before it has to be repeated, is repeated with it.</summary>
    private static RestPart[] ToRepeat(RestPart[] sent)
    {
        var again = new List<RestPart>();
        foreach (var part in sent)
        {
            if (RetryRules.MayRepeatAfter(part.Status, part.IsIdempotent, sends: false) || (part.After is { } before && again.Contains(before)))
                again.Add(part);
        }
        return [.. again];
    }

    private async Task SendOnceAsync(RestPart[] chunk, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "_api/$batch") { Content = RestWire.Write(chunk, connection.SharePoint.BaseAddress!) };
        // The pipeline may send the whole batch again only when every part could be sent again.
        if (chunk.All(part => part.IsIdempotent))
            RetryRules.MarkIdempotent(request);
        using var response = await connection.SharePoint.SendAsync(request, cancellationToken);
        var answers = RestWire.Read(await response.Content.ReadAsStringAsync(cancellationToken)).ToList();
        for (var i = 0; i < chunk.Length; i++)
        {
            if (i < answers.Count)
                chunk[i].Answer(answers[i].Status, answers[i].Body, RetryRules.AskedPause(answers[i].Header, connection.WallClock));
            else
                chunk[i].Answer(HttpStatusCode.GatewayTimeout, null, null);
        }
    }
}
