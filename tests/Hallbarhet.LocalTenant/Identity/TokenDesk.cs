using System.Collections.Concurrent;

namespace Hallbarhet.LocalTenant.Identity;

/// <summary>Issues and recognises bearer tokens. They look like JWTs to a client; here only a list of the issued ones counts.</summary>
internal sealed class TokenDesk(TimeProvider wire)
{
    public const string HeaderSecret = "local-tenant";

    private readonly ConcurrentDictionary<string, Token> issued = new();

    public (string Value, DateTimeOffset Expires) Issue(Caller caller, string audience)
    {
        var now = wire.GetUtcNow();
        // As Entra ID does it: a managed identity's token lives for a day, a person's for about an hour.
        var expires = now + (caller.IsUser ? TimeSpan.FromMinutes(90) : TimeSpan.FromHours(24));
        var claims = J.Obj(("aud", audience), ("appid", caller.IsUser ? Applications.SetupId : caller.Id), ("oid", caller.Id),
            ("idtyp", caller.IsUser ? "user" : "app"), ("iat", now.ToUnixTimeSeconds()), ("exp", expires.ToUnixTimeSeconds()),
            ("jti", Guid.NewGuid().ToString()));
        if (!caller.IsUser) claims["roles"] = J.Array(caller.Roles.Order(StringComparer.Ordinal).Select(r => (JsonNode?)r));
        var value = $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(claims.ToJsonString())}.{Part("local")}";
        issued[value] = new(caller, audience, expires);
        return (value, expires);
    }

    /// <summary>The caller behind an Authorization header; a Graph token is not accepted by SharePoint nor the reverse.</summary>
    public Caller Authenticate(string? authorization, bool sharePoint)
    {
        var token = authorization is null ? throw Refused(sharePoint, "Access token is empty.") : Find(authorization)
            ?? throw Refused(sharePoint, "IDX14100: JWT is not well formed or was not issued by this tenant.");
        if (token.Expires < wire.GetUtcNow()) throw Expired(sharePoint);
        if (sharePoint == (token.Audience == Caller.GraphAudience))
            throw Refused(sharePoint,
                sharePoint ? $"Invalid audience Uri '{token.Audience}'." : "Access token validation failure. Invalid audience.");
        return token.Caller;
    }

    /// <summary>Whose token this is, good or not; null when it was not issued here.</summary>
    public string? Named(string? authorization) => authorization is null ? null : Find(authorization)?.Caller.Name;

    /// <summary>From now on this token is too old, although its time has not come; a fresh one is not.</summary>
    public bool Expire(string? authorization)
    {
        if (authorization is null || Find(authorization) is not { } token) return false;
        issued[Value(authorization)] = token with { Expires = DateTimeOffset.UnixEpoch };
        return true;
    }

    public static GraphError Expired(bool sharePoint) =>
        Refused(sharePoint, sharePoint ? "Invalid JWT token. The token is expired." : "Lifetime validation failed, the token is expired.");

    private static GraphError Refused(bool sharePoint, string message) =>
        new(401, sharePoint ? "invalid_client" : "InvalidAuthenticationToken", message);

    private Token? Find(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? issued.GetValueOrDefault(Value(authorization)) : null;

    private static string Value(string authorization) => authorization[7..].Trim();

    private static string Part(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private sealed record Token(Caller Caller, string Audience, DateTimeOffset Expires);
}
