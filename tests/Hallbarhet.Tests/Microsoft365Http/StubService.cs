using System.Net;
using System.Text;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Tests.Microsoft365Http;

/// <summary>A service that answers as told and remembers what it was asked. Tokens are given to everybody.</summary>
internal sealed class StubService(Func<HttpRequestMessage, int, HttpResponseMessage> answer) : HttpMessageHandler
{
    public const string Root = "http://127.0.0.1:9/v1.0";
    private static readonly Uri Address = new("http://127.0.0.1:9/");

    public List<(HttpMethod Method, string Path, string Body, string? RunId, string? Agent, string? Authorization)> Calls { get; } = [];

    /// <summary>Answers everything alike.</summary>
    public static StubService With(HttpStatusCode status, string? retryAfter = null, string body = "{}") =>
        new((_, _) => Reply(status, body, retryAfter));

    public static HttpResponseMessage Reply(HttpStatusCode status, string body = "{}", string? retryAfter = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    public Microsoft365Connection Connect(TimeProvider? wallClock = null, int maxRetries = 2) => new(
        Microsoft365Options.ForLocalTenant(Address, LocalTenantIdentities.Runtime) with { MaxRetries = maxRetries, FirstPause = TimeSpan.FromMilliseconds(1) },
        this, wallClock);

    public static RequestInformation Request(Method method, string path, bool etag = false, params IRequestOption[] options)
    {
        var request = new RequestInformation { HttpMethod = method, URI = new Uri(Root + path) };
        if (etag)
            request.Headers.Add("If-Match", "\"1\"");
        if (method is not (Method.GET or Method.DELETE))
            request.SetStreamContent(new MemoryStream("{\"a\":1}"u8.ToArray()), "application/json");
        request.AddRequestOptions(options);
        return request;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/_tenant/msi/token")
            return Reply(HttpStatusCode.OK, """{"access_token":"t","expires_on":"4102444800","resource":"r","token_type":"Bearer"}""");
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Add((request.Method, request.RequestUri.AbsolutePath, body, Header(request, "client-request-id"), Header(request, "User-Agent"), request.Headers.Authorization?.ToString()));
        return answer(request, Calls.Count);
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
