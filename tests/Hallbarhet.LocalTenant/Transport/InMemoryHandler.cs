using System.Net;
using System.Net.Http.Headers;
using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.Transport;

internal sealed class InMemoryHandler(Front front) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        var reply = await AnswerAsync(request, await ReadAsync(request, url, cancellationToken), cancellationToken);
        if (reply.StatusCode != HttpStatusCode.Redirect || request.Method != HttpMethod.Get) return reply;
        using (reply)
        {
            // As HttpClient does: the token does not travel along.
            var target = new Uri(url, reply.Headers.Location!);
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            return await AnswerAsync(request, Create("GET", target, headers, default), cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, TenantRequest read, CancellationToken cancellation)
    {
        try
        {
            return Write(request, await front.AnswerAsync(read, cancellation));
        }
        catch (ConnectionCut)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.",
                new IOException("The connection was closed."));
        }
    }

    private static async Task<TenantRequest> ReadAsync(HttpRequestMessage request, Uri url, CancellationToken cancellation)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers) headers[name] = string.Join(name == "User-Agent" ? " " : ", ", values);
        byte[] body = [];
        if (request.Content is { } content)
        {
            body = await content.ReadAsByteArrayAsync(cancellation);
            foreach (var (name, values) in content.Headers) headers[name] = string.Join(", ", values);
        }
        return Create(request.Method.Method, url, headers, body);
    }

    private static TenantRequest Create(string method, Uri url, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body) =>
        TenantRequest.Create(method, url.GetLeftPart(UriPartial.Authority), url.PathAndQuery, headers, body);

    private static HttpResponseMessage Write(HttpRequestMessage request, Reply reply)
    {
        var response = new HttpResponseMessage((HttpStatusCode)reply.Status) { RequestMessage = request };
        response.Content = new ReadOnlyMemoryContent(reply.Body);
        if (reply.ContentType is { } type) response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in reply.Headers)
            if (!response.Headers.TryAddWithoutValidation(name, value)) _ = response.Content.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}
