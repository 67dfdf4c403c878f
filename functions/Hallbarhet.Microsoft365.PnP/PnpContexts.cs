using Hallbarhet.Microsoft365.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PnP.Core;
using PnP.Core.Services;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>
/// Opens PnP.Core on the group's site. Put together by hand and not by AddPnPCore, because that adds handlers of its own which
/// send every call again after a 429, 503 or 504, a POST too, up to ten times: only the connection repeats.
/// </summary>
internal sealed class PnpContexts
{
    /// <summary>A collection's load asks for one page and, in a batch, never for the next; so a page holds what a site can have.</summary>
    private const int Everything = 5000;

    private readonly Uri site;
    private readonly PnPContextFactory factory;
    private PnPContext? opened;

    public PnpContexts(Microsoft365Connection connection)
    {
        // Only addresses that begin with https:// are complete to PnP.Core; the handler leads them to where the tenant is.
        site = new Uri($"https://{connection.Options.SiteHost}{connection.Options.SitePath}");
        var settings = Options.Create(new PnPGlobalSettingsOptions
        {
            // On by default: it would tell Microsoft's telemetry which tenant calls.
            DisableTelemetry = true,
            HttpTimeout = -1,
            HttpSharePointRestDefaultPageSize = Everything,
        });
        var wire = new HttpClient(new ConnectionHandler(connection));
        factory = new PnPContextFactory(
            NullLogger<PnPContext>.Instance,
            new SharePointRestClient(wire, NullLogger<SharePointRestClient>.Instance, settings),
            new MicrosoftGraphClient(new HttpClient(new NoGraph()), NullLogger<MicrosoftGraphClient>.Instance, settings),
            // On by default too: reads that Graph could answer would go there, with other errors and other rights.
            Options.Create(new PnPContextFactoryOptions { GraphFirst = false, GraphCanUseBeta = false, DefaultAuthenticationProvider = new NoSignIn() }),
            settings,
            new EventHub());
    }

    /// <summary>A context that knows the site and nothing else, so that no call sees what an earlier one read.</summary>
    public async Task<PnPContext> OpenAsync(CancellationToken cancellationToken)
    {
        opened ??= await FirstAsync(cancellationToken);
        return await opened.CloneAsync().WaitAsync(cancellationToken);
    }

    /// <summary>The address is taken as it is set, since PnP.Core would otherwise go on with the one that the site tells, https or not.</summary>
    private async Task<PnPContext> FirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await factory.CreateAsync(site, new PnPContextOptions { SiteUriCasingIsCorrect = true }).WaitAsync(cancellationToken);
        }
        catch (SharePointRestServiceException error)
        {
            throw PnpErrors.From(error, site);
        }
    }

    /// <summary>The connection puts the token on each call.</summary>
    private sealed class NoSignIn : IAuthenticationProvider
    {
        public Task AuthenticateRequestAsync(Uri resource, HttpRequestMessage request) => Task.CompletedTask;

        public Task<string> GetAccessTokenAsync(Uri resource, string[] scopes) => GetAccessTokenAsync(resource);

        public Task<string> GetAccessTokenAsync(Uri resource) => throw new NotSupportedException("The connection signs every call itself.");
    }

    /// <summary>
    /// After a 429 inside a Graph batch PnP.Core sends the whole batch again, writes that were done included. What is Graph's is
    /// done by the product's own Graph client; a call that comes here is a mistake.
    /// </summary>
    private sealed class NoGraph : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new NotSupportedException($"PnP.Core may not call Graph: {request.Method} {request.RequestUri?.AbsolutePath}.");
    }
}
