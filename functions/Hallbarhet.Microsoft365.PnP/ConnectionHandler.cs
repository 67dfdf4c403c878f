using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>
/// Carries PnP.Core's calls over the product's own connection, which signs, counts, repeats and judges them as it does all others.
/// An error is thrown here by its kind, so PnP.Core never comes to take a 403 or a 500 for "not there".
/// </summary>
internal sealed class ConnectionHandler(Microsoft365Connection connection) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new HttpRequestMessage(request.Method, Address(request.RequestUri!)) { Content = request.Content };
        foreach (var (name, values) in request.Headers)
            call.Headers.TryAddWithoutValidation(name, values);
        call.Headers.Host = connection.Options.SiteHost;
        // PnP.Core writes If-Match: * on every POST too, and to the connection that means: may be sent again.
        if (call.Method == HttpMethod.Post)
            call.Headers.Remove("If-Match");
        return connection.SharePoint.SendAsync(call, cancellationToken);
    }

    /// <summary>The same path where the tenant answers. Elsewhere the token is not sent.</summary>
    private Uri Address(Uri asked) => asked.Host == connection.Options.SiteHost
        ? new Uri(connection.SharePoint.BaseAddress!, asked.PathAndQuery)
        : throw new NotSupportedException($"PnP.Core may only call {connection.Options.SiteHost}, not {asked.Host}.");
}
