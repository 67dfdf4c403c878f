using System.Security.Cryptography;
using System.Text;

namespace Hallbarhet.SelfHost;

/// <summary>Lets a call in that carries the key, as Functions does it: header x-functions-key. Health needs none.</summary>
public sealed class RequireKey(RequestDelegate next, HostSettings settings)
{
    public const string Header = "x-functions-key";

    public Task InvokeAsync(HttpContext context)
    {
        if (settings.Key is null || context.Request.Path.StartsWithSegments("/health") || Matches(context.Request.Headers[Header]))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return context.Response.WriteAsJsonAsync(new { error = $"Send the host's key in the header {Header}." });
    }

    private bool Matches(string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(settings.Key!));
}
