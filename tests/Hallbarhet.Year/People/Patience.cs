using System.Net;
using System.Net.Http.Headers;

namespace Hallbarhet.Year.People;

/// <summary>
/// Somebody whose click was answered with an error clicks again, as long as that cannot make a thing twice: when a fault script strikes
/// the service it strikes people too.
/// </summary>
internal sealed class Patience() : DelegatingHandler(new SocketsHttpHandler())
{
    private const int Tries = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null) await request.Content.LoadIntoBufferAsync(cancellationToken);
        for (var tries = 1; ; tries++)
        {
            var response = await TryAsync(request, cancellationToken);
            if (response is not null && (tries == Tries || !MayPass(request, response.StatusCode))) return response;
            if (response is null && (tries == Tries || request.Method == HttpMethod.Post))
                throw new HttpRequestException($"{request.Method} {request.RequestUri?.PathAndQuery} was cut off.");
            if (response?.Headers.RetryAfter?.Delta is { } pause) await Task.Delay(pause, cancellationToken);
            response?.Dispose();
            // The first try may have changed the row, and it is the same change again.
            if (request.Headers.Contains("If-Match")) request.Headers.IfMatch.Clear();
            if (request.Method == HttpMethod.Patch) request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        }
    }

    private async Task<HttpResponseMessage?> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static bool MayPass(HttpRequestMessage request, HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => true,
        >= HttpStatusCode.InternalServerError => request.Method != HttpMethod.Post && status != HttpStatusCode.NotImplemented,
        _ => false,
    };
}
