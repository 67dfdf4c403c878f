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

    private readonly Microsoft365Connection connection;
    private readonly Uri site;
    private readonly PnPContextFactory factory;
    private PnPContext? opened;

    public PnpContexts(Microsoft365Connection connection)
    {
        this.connection = connection;
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
        opened ??= await OpenFirstAsync(cancellationToken);
        return await opened.CloneAsync().WaitAsync(cancellationToken);
    }

    /// <summary>Two reads in one batch, which PnP.Core gives up at the first error; reading again does no harm.</summary>
    private async Task<PnPContext> OpenFirstAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (context, error) = await TryOpenFirstAsync(cancellationToken);
            if (context is not null)
                return context;
            if (!PnpErrors.MayRepeat(error!, idempotent: true) || RetryRules.PauseBefore(connection.Options, attempt, [error]) is not { } pause)
                throw error!;
            await Task.Delay(pause, connection.WallClock, cancellationToken);
        }
    }

    private async Task<(PnPContext? Context, Microsoft365Exception? Error)> TryOpenFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The address is taken as it is set: else PnP.Core goes on with the one that the site tells, https or not.
            return (await factory.CreateAsync(site, new PnPContextOptions { SiteUriCasingIsCorrect = true }).WaitAsync(cancellationToken), null);
        }
        catch (SharePointRestServiceException error)
        {
            return (null, PnpErrors.From(error, site));
        }
        catch (Microsoft365Exception error)
        {
            return (null, error);
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
