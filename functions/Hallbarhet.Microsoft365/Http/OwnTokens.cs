using System.Collections.Concurrent;
using Azure.Core;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>
/// Identity libraries keep a managed identity's tokens per process and client id. Two local tenants in one process
/// would be shown each other's: so a fresh token is asked for, which claims do, and kept here. They also read the endpoint from the
/// environment, when they are made and again when a token is asked for: it is set each time, by one at a time.
/// </summary>
internal sealed class OwnTokens(TokenCredential inner, Action setEndpoint, TimeProvider wallClock) : TokenCredential
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private const string AnyClaims = """{"access_token":{}}""";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, AccessToken> tokens = [];

    public static OwnTokens Of(Func<TokenCredential> make, Action setEndpoint, TimeProvider wallClock)
    {
        OneAtATime.Wait();
        try
        {
            setEndpoint();
            return new OwnTokens(make(), setEndpoint, wallClock);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Kept(requestContext) ?? Keep(requestContext, await AskAsync(Fresh(requestContext), cancellationToken));

    private async Task<AccessToken> AskAsync(TokenRequestContext fresh, CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            setEndpoint();
            return await inner.GetTokenAsync(fresh, cancellationToken);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static TokenRequestContext Fresh(TokenRequestContext context) => new(context.Scopes, claims: AnyClaims);

    private AccessToken? Kept(TokenRequestContext context) =>
        context.Claims is null && tokens.TryGetValue(context.Scopes[0], out var token) && token.ExpiresOn - Margin > wallClock.GetUtcNow() ? token : null;

    private AccessToken Keep(TokenRequestContext context, AccessToken token) => tokens[context.Scopes[0]] = token;
}
