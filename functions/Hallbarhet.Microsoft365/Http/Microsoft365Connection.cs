using Azure.Core;
using Microsoft.Graph;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>
/// One way to Microsoft 365: the Graph client and a SharePoint REST client over one handler chain.
/// The SDK's own retry layers are left out, because they send a POST again after a 504.
/// Every failure is a <see cref="Microsoft365Exception"/>.
/// </summary>
public sealed class Microsoft365Connection : IDisposable
{
    /// <summary>
    /// Each new Graph client wraps the process's JSON writers, once; two made at the same moment wrap them twice, and from then on
    /// every property that is set to null is written twice, which Graph refuses.
    /// </summary>
    private static readonly Lock OneGraphClientAtATime = new();

    private readonly HttpClient graphHttp;

    /// <param name="options">Validated here; a wrong setting throws <see cref="SetupProblemException"/>.</param>
    /// <param name="transport">What carries the calls; null means sockets. Used for a tenant in the same process.</param>
    /// <param name="wallClock">Time for pauses and limits; never a simulated clock.</param>
    public Microsoft365Connection(Microsoft365Options options, HttpMessageHandler? transport = null, TimeProvider? wallClock = null)
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new SetupProblemException(string.Join(Environment.NewLine, problems));
        Options = options;
        WallClock = wallClock ?? TimeProvider.System;
        var credential = Credentials.Create(options, transport, WallClock);
        graphHttp = Client(Chain(transport, new RedirectHandler()));
        lock (OneGraphClientAtATime)
            Graph = new GraphServiceClient(graphHttp, Authentication(options, credential), options.GraphBaseUrl.ToString());
        SharePoint = Client(Chain(transport, new SharePointTokenHandler(credential, options.SharePointScope)));
        SharePoint.BaseAddress = options.SiteUrl;
        SharePoint.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json;odata=nometadata");
    }

    public Microsoft365Options Options { get; }

    public GraphServiceClient Graph { get; }

    /// <summary>SharePoint REST of the group's site; relative addresses such as <c>_api/web/lists</c>.</summary>
    public HttpClient SharePoint { get; }

    /// <summary>Round trips since the connection was opened.</summary>
    public RequestCounter Counter { get; } = new();

    internal TimeProvider WallClock { get; }

    private Guid Id { get; } = Guid.NewGuid();

    public void Dispose()
    {
        Graph.Dispose();
        graphHttp.Dispose();
        SharePoint.Dispose();
    }

    private static AzureIdentityAuthenticationProvider Authentication(Microsoft365Options options, TokenCredential credential) =>
        new(credential, [options.GraphBaseUrl.Host], null, true, options.GraphScope);

    private static HttpClient Client(HttpMessageHandler chain) => new(chain) { Timeout = Timeout.InfiniteTimeSpan };

    private CallerHandler Chain(HttpMessageHandler? transport, DelegatingHandler middle)
    {
        var wire = new CountingHandler(Counter) { InnerHandler = transport is null ? Sockets() : new KeptTransport(transport) };
        var repeat = new RepeatHandler(Options, WallClock) { InnerHandler = wire };
        middle.InnerHandler = new ErrorHandler(WallClock) { InnerHandler = repeat };
        return new CallerHandler(Id) { InnerHandler = new ParametersNameDecodingHandler { InnerHandler = middle } };
    }

    private static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>The transport belongs to whoever gave it and outlives the connection.</summary>
    private sealed class KeptTransport : HttpMessageHandler
    {
        private readonly HttpMessageInvoker invoker;

        public KeptTransport(HttpMessageHandler transport) => invoker = new HttpMessageInvoker(transport, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            invoker.SendAsync(request, cancellationToken);
    }
}
