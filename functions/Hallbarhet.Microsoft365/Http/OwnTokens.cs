using System.Collections.Concurrent;
using Azure.Core;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>
/// Identity libraries keep a managed identity's tokens per process and client id. Two local tenants in one process
/// would be shown each other's: so a fresh token is asked for, which claims do, and kept here.
/// </summary>
internal sealed class OwnTokens(TokenCredential inner, TimeProvider wallClock) : TokenCredential
{
    private const string AnyClaims = """{"access_token":{}}""";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, AccessToken> tokens = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Kept(requestContext) ?? Keep(requestContext, inner.GetToken(Fresh(requestContext), cancellationToken));

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Kept(requestContext) ?? Keep(requestContext, await inner.GetTokenAsync(Fresh(requestContext), cancellationToken));

    private static TokenRequestContext Fresh(TokenRequestContext context) => new(context.Scopes, claims: AnyClaims);

    private AccessToken? Kept(TokenRequestContext context) =>
        context.Claims is null && tokens.TryGetValue(context.Scopes[0], out var token) && token.ExpiresOn - Margin > wallClock.GetUtcNow() ? token : null;

    private AccessToken Keep(TokenRequestContext context, AccessToken token) => tokens[context.Scopes[0]] = token;
}
