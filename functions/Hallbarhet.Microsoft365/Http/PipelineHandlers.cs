using Azure.Core;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>Says who calls and in which run, so that Microsoft's support and our own logs can find the call.</summary>
internal sealed class CallerHandler(Guid connectionId) : DelegatingHandler
{
    private const string UserAgent = "NONISV|Trollhattan|HallbarhetM365/1.0";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove("User-Agent");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.Remove("client-request-id");
        request.Headers.Add("client-request-id", (Microsoft365Run.Current?.Id ?? connectionId).ToString());
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Counts what really goes over the wire, repetitions and redirects included.</summary>
internal sealed class CountingHandler(RequestCounter counter) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        counter.Count();
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Puts the SharePoint token on a REST call; Graph has its own provider.</summary>
internal sealed class SharePointTokenHandler(TokenCredential credential, string scope) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
        request.Headers.Authorization = new("Bearer", token.Token);
        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Throws the typed error for an answer that is no success, alike for Graph and SharePoint.</summary>
internal sealed class ErrorHandler(TimeProvider wallClock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode < 400)
            return response;
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw ServiceErrors.From(request.Method, request.RequestUri!.AbsolutePath, response.StatusCode, body,
                RetryRules.AskedPause(name => response.Header(name), wallClock));
        }
    }
}

internal static class ResponseHeaders
{
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
