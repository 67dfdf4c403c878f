using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Hallbarhet.Benchmarks.Provisioning;

/// <summary>A wire on which each request takes a while, and which remembers what went over it.</summary>
internal sealed partial class SlowWire(HttpMessageHandler tenant, TimeSpan latency) : DelegatingHandler(tenant)
{
    private readonly ConcurrentQueue<RoundTrip> trips = new();
    private int clock;

    /// <summary>What has been answered so far, tokens aside.</summary>
    public IReadOnlyList<RoundTrip> Trips => [.. trips.OrderBy(trip => trip.Began)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.StartsWith("/_tenant/", StringComparison.Ordinal))
            return await base.SendAsync(request, cancellationToken);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var began = Interlocked.Increment(ref clock);
        await Task.Delay(latency, cancellationToken);
        var answer = await base.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        trips.Enqueue(new RoundTrip
        {
            Method = request.Method.Method,
            Sent = Uri.UnescapeDataString(request.RequestUri.AbsoluteUri) + "\n" + body,
            Answered = await answer.Content.ReadAsStringAsync(cancellationToken),
            Began = began,
            Ended = Interlocked.Increment(ref clock),
            IsRead = request.Method == HttpMethod.Get || (request.RequestUri.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal) && !Writing().IsMatch(body)),
        });
        return answer;
    }

    [GeneratedRegex("\"method\":\"(POST|PATCH|PUT|DELETE)\"|^(POST|PATCH|PUT|DELETE) ", RegexOptions.Multiline)]
    private static partial Regex Writing();
}
