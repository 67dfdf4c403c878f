using Hallbarhet.Microsoft365.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Hallbarhet.Hosting.Access;

/// <summary>
/// Judges a call by its bearer token alone: signature, issuer, audience, lifetime and app role. Headers that a gateway may have added,
/// such as X-MS-CLIENT-PRINCIPAL, are not looked at: whoever reaches the host could have written them.
/// </summary>
public sealed partial class CallerCheck(
    IOptions<AccessOptions> settings, Microsoft365Options service, OpenOnThisMachine open, ILogger<CallerCheck> logger)
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);
    private readonly JsonWebTokenHandler tokens = new();
    private readonly Lazy<ConfigurationManager<OpenIdConnectConfiguration>> directory = new(() => Directory(settings.Value.MetadataOf(service.TenantId)));

    /// <returns>Null when the caller has one of the roles, else the answer that refuses.</returns>
    public async Task<IResult?> RefusalAsync(HttpRequest request, IReadOnlyList<string> anyOf, CancellationToken ct)
    {
        if (!settings.Value.IsSet)
            return open.IsOpen ? null : Refuse(StatusCodes.Status403Forbidden, "Calls by people are closed: set ApiAudience to the application whose tokens open them, and Microsoft365:TenantId.");
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Refuse(StatusCodes.Status401Unauthorized, "Send a bearer token for this application.");
        try
        {
            return Judge(await tokens.ValidateTokenAsync(header[Scheme.Length..].Trim(), Rules(await directory.Value.GetConfigurationAsync(ct))), anyOf);
        }
        catch (InvalidOperationException e)
        {
            Log.DirectoryAway(logger, directory.Value.MetadataAddress, e);
            return Refuse(StatusCodes.Status503ServiceUnavailable, "The directory's keys cannot be read just now, so no token can be checked.");
        }
    }

    private IResult? Judge(TokenValidationResult token, IReadOnlyList<string> anyOf)
    {
        if (!token.IsValid)
        {
            // A key that is not known may be new: the next call reads the keys again.
            if (token.Exception is SecurityTokenSignatureKeyNotFoundException) directory.Value.RequestRefresh();
            Log.Refused(logger, token.Exception?.GetType().Name ?? "not valid");
            return Refuse(StatusCodes.Status401Unauthorized, "The token is not valid for this application.");
        }

        return token.ClaimsIdentity.FindAll("roles").Any(r => anyOf.Contains(r.Value))
            ? null
            : Refuse(StatusCodes.Status403Forbidden, $"The call needs the app role {string.Join(" or ", anyOf)}.");
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration keys) => new()
    {
        ValidIssuer = settings.Value.IssuerOf(service.TenantId),
        ValidAudiences = settings.Value.Audiences,
        IssuerSigningKeys = keys.SigningKeys,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ClockSkew = ClockSkew,
    };

    private static ConfigurationManager<OpenIdConnectConfiguration> Directory(Uri metadata) => new(
        metadata.ToString(), new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !metadata.IsLoopback });

    private static IResult Refuse(int status, string error) => Results.Json(new { error }, statusCode: status);

    private static partial class Log
    {
        [LoggerMessage(50, LogLevel.Warning, "A token was refused: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(51, LogLevel.Error, "The directory's keys cannot be read at {Metadata}")]
        public static partial void DirectoryAway(ILogger logger, string metadata, Exception e);
    }
}

/// <summary>Whether calls by people need no token as long as no directory is set: a host on this machine with a local tenant.</summary>
public sealed record OpenOnThisMachine(bool IsOpen);
