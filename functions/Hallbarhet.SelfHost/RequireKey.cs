using System.Security.Cryptography;
using System.Text;

namespace Hallbarhet.SelfHost;

/// <summary>Lets a call in that carries the key, as Functions does it: header x-functions-key. Health needs none, and people send a token.</summary>
public sealed class RequireKey(RequestDelegate next, HostSettings settings)
{
    public const string Header = "x-functions-key";

    public Task InvokeAsync(HttpContext context)
    {
        if (settings.Key is null || context.Request.Path.StartsWithSegments("/health") || IsByToken(context) || Matches(context.Request.Headers[Header]))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return context.Response.WriteAsJsonAsync(new { error = $"Send the host's key in the header {Header}." });
    }

    private static bool IsByToken(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ByToken>() is not null;

    private bool Matches(string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(settings.Key!));
}

/// <summary>Marks an endpoint that judges a person's token itself.</summary>
public sealed class ByToken
{
    public static ByToken Instance { get; } = new();
}
