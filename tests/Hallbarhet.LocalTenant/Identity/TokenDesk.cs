using System.Collections.Concurrent;

namespace Hallbarhet.LocalTenant.Identity;

/// <summary>Issues and recognises bearer tokens. They look like JWTs to a client; here only a list of the issued ones counts.</summary>
internal sealed class TokenDesk(TimeProvider wire)
{
    public const string HeaderSecret = "local-tenant";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, Token> issued = new();

    public (string Value, DateTimeOffset Expires) Issue(Caller caller, string audience)
    {
        var expires = wire.GetUtcNow() + Lifetime;
        var claims = J.Obj(("aud", audience), ("appid", caller.Id), ("oid", caller.Id), ("idtyp", caller.IsUser ? "user" : "app"),
            ("exp", expires.ToUnixTimeSeconds()), ("jti", Guid.NewGuid().ToString()));
        var value = $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(claims.ToJsonString())}.{Part("local")}";
        issued[value] = new(caller, audience, expires);
        return (value, expires);
    }

    /// <summary>The caller behind an Authorization header; a Graph token is not accepted by SharePoint nor the reverse.</summary>
    public Caller Authenticate(string? authorization, bool sharePoint)
    {
        if (authorization is null) throw new GraphError(401, "InvalidAuthenticationToken", "Access token is empty.");
        if (!authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || !issued.TryGetValue(authorization[7..].Trim(), out var token))
            throw new GraphError(401, "InvalidAuthenticationToken", "IDX14100: JWT is not well formed or was not issued by this tenant.");
        if (token.Expires < wire.GetUtcNow())
            throw new GraphError(401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.");
        if (sharePoint == (token.Audience == Caller.GraphAudience))
            throw new GraphError(401, "InvalidAuthenticationToken", "Access token validation failure. Invalid audience.");
        return token.Caller;
    }

    private static string Part(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private sealed record Token(Caller Caller, string Audience, DateTimeOffset Expires);
}
