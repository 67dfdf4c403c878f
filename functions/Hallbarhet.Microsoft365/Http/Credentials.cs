using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>Makes the credential that the settings ask for, and explains in one sentence when it fails.</summary>
internal static class Credentials
{
    // Any value serves a local tenant; it only proves that the endpoint was meant.
    private const string LocalIdentityHeader = "local-tenant";

    public static TokenCredential Create(Microsoft365Options options, HttpMessageHandler? transport, TimeProvider wallClock) =>
        new ExplainedCredential(options.SignIn switch
        {
            SignIn.Certificate => new ClientCertificateCredential(options.TenantId, options.ClientId, options.CertificatePath),
            SignIn.Default => new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ManagedIdentityClientId }),
            _ => Managed(options, transport, wallClock),
        }, options);

    private static TokenCredential Managed(Microsoft365Options options, HttpMessageHandler? transport, TimeProvider wallClock)
    {
        var id = string.IsNullOrEmpty(options.ManagedIdentityClientId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(options.ManagedIdentityClientId);
        var settings = new ManagedIdentityCredentialOptions(id);
        if (options.LocalTokenEndpoint is not { } endpoint)
            return new ManagedIdentityCredential(settings);
        // Somebody waits at a desk: a tenant on this machine is there at once or not at all.
        settings.RetryPolicy = new RetryPolicy(maxRetries: 1, DelayStrategy.CreateFixedDelayStrategy(TimeSpan.FromMilliseconds(100)));
        if (transport is not null)
            settings.Transport = new HttpClientTransport(new HttpClient(transport, disposeHandler: false));
        return OwnTokens.Of(() => new ManagedIdentityCredential(settings), SetEndpoint, wallClock);

        void SetEndpoint()
        {
            Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", endpoint.ToString());
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", LocalIdentityHeader);
        }
    }

    private sealed class ExplainedCredential(TokenCredential inner, Microsoft365Options options) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            try
            {
                return inner.GetToken(requestContext, cancellationToken);
            }
            catch (AuthenticationFailedException error)
            {
                throw Explain(requestContext, error);
            }
        }

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            try
            {
                return await inner.GetTokenAsync(requestContext, cancellationToken);
            }
            catch (AuthenticationFailedException error)
            {
                throw Explain(requestContext, error);
            }
        }

        private SetupProblemException Explain(TokenRequestContext context, AuthenticationFailedException error)
        {
            if (Unreachable(error) is { } cause)
            {
                var authority = (options.LocalTokenEndpoint ?? options.GraphBaseUrl).GetLeftPart(UriPartial.Authority);
                return new SetupProblemException(
                    $"Microsoft 365 cannot be reached at {authority} ({cause.Message}). Check the address in the settings and the network.", error);
            }
            var identity = options.ClientId ?? options.ManagedIdentityClientId ?? "the host's own identity";
            var where = options.LocalTokenEndpoint is { } endpoint ? $" from {endpoint}" : "";
            var reason = error.Message.Split('\n')[0].Trim();
            return new SetupProblemException(
                $"No token for {context.Scopes[0]}{where} as {identity} ({options.SignIn}): {reason} "
                + "Check that the identity exists, that the address is right and that the service may use it.", error);
        }

        private static Exception? Unreachable(Exception? error) => error switch
        {
            null => null,
            HttpRequestException => error,
            AggregateException several => several.InnerExceptions.Select(Unreachable).FirstOrDefault(found => found is not null),
            _ => Unreachable(error.InnerException),
        };
    }
}
