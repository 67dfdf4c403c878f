using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hallbarhet.Tests.Hosting;

/// <summary>A directory on a free port that describes its key as Entra does, and signs tokens with it or with another.</summary>
internal sealed class Directory : IAsyncDisposable
{
    public const string Issuer = "https://login.example/11111111-2222-3333-4444-555555555555/v2.0";
    public const string Audience = "99999999-8888-7777-6666-555555555555";

    private readonly RSA stranger = RSA.Create(2048);
    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048);

    private Directory(WebApplication app) => this.app = app;

    public Uri Metadata => new(app.Urls.Single() + "/openid-configuration");

    public static async Task<Directory> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var directory = new Directory(app);
        app.MapGet("/openid-configuration", (HttpRequest request) => Results.Json(new { issuer = Issuer, jwks_uri = $"http://{request.Host}/keys" }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { directory.PublicKey() } }));
        await app.StartAsync();
        return directory;
    }

    /// <summary>A good token unless told otherwise.</summary>
    public string Token(string[] roles, string issuer = Issuer, string audience = Audience, int minutes = 30, bool byStranger = false) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(minutes),
            NotBefore = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-120),
            Claims = new Dictionary<string, object> { ["roles"] = roles },
            SigningCredentials = new(new RsaSecurityKey(byStranger ? stranger : key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
        });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
        stranger.Dispose();
    }

    private const string KeyId = "key-1";

    private object PublicKey()
    {
        var numbers = key.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = KeyId, n = Base64UrlEncoder.Encode(numbers.Modulus), e = Base64UrlEncoder.Encode(numbers.Exponent) };
    }
}
