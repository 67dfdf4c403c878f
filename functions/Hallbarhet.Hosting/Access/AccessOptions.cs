namespace Hallbarhet.Hosting.Access;

/// <summary>Whose tokens open the calls that people make, as flat app settings.</summary>
public sealed class AccessOptions
{
    /// <summary>The directory whose people may call; empty closes these calls.</summary>
    public string? EntraTenantId { get; set; }

    /// <summary>Client id of the application that the tokens are for.</summary>
    public string? ApiAudience { get; set; }

    /// <summary>Where the directory describes its keys; empty means Microsoft Entra's own address for <see cref="EntraTenantId"/>.</summary>
    public Uri? EntraMetadata { get; set; }

    /// <summary>Who signs the tokens; empty means Microsoft Entra, version 2.0.</summary>
    public string? EntraIssuer { get; set; }

    public bool IsSet => !string.IsNullOrEmpty(EntraTenantId);

    public string Issuer => string.IsNullOrEmpty(EntraIssuer) ? $"https://login.microsoftonline.com/{EntraTenantId}/v2.0" : EntraIssuer;

    public Uri Metadata => EntraMetadata ?? new Uri($"https://login.microsoftonline.com/{EntraTenantId}/v2.0/.well-known/openid-configuration");

    /// <summary>What is wrong, each as a sentence that says what to set.</summary>
    public IEnumerable<string> Problems()
    {
        if (IsSet && !Guid.TryParse(EntraTenantId, out _)) yield return "EntraTenantId must be the directory's id, for example 00000000-0000-0000-0000-000000000000.";
        if (IsSet && string.IsNullOrEmpty(ApiAudience)) yield return "ApiAudience must be the client id of the application whose tokens open the calls, because EntraTenantId is set.";
        if (EntraMetadata is { } metadata && !(metadata.IsAbsoluteUri && (metadata.Scheme == Uri.UriSchemeHttps || metadata.IsLoopback)))
            yield return "EntraMetadata must be an https address.";
    }
}
