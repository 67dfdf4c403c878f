namespace Hallbarhet.Hosting.Access;

/// <summary>Whose tokens open the calls that people make, as flat app settings.</summary>
public sealed class AccessOptions
{
    private const string Entra = "https://login.microsoftonline.com";
    private const string UriScheme = "api://";

    /// <summary>The application that the tokens are for, its client id or its id URI; empty closes these calls.</summary>
    public string? ApiAudience { get; set; }

    /// <summary>Where the directory describes its keys; empty means Microsoft Entra's own address for the tenant of <c>Microsoft365:TenantId</c>.</summary>
    public Uri? EntraMetadata { get; set; }

    /// <summary>Who signs the tokens; empty means Microsoft Entra, version 2.0.</summary>
    public string? EntraIssuer { get; set; }

    public bool IsSet => !string.IsNullOrEmpty(ApiAudience);

    /// <summary>Entra writes the client id into tokens of version 2.0, whatever the caller asked for.</summary>
    public IReadOnlyList<string> Audiences => ApiAudience?.Replace(UriScheme, "", StringComparison.Ordinal) is { Length: > 0 } id ? [id, UriScheme + id] : [];

    /// <summary>What is wrong, each as a sentence that says what to set.</summary>
    public IEnumerable<string> Problems()
    {
        if (EntraMetadata is { } metadata && !(metadata.IsAbsoluteUri && (metadata.Scheme == Uri.UriSchemeHttps || metadata.IsLoopback)))
            yield return "EntraMetadata must be an https address.";
    }

    public string IssuerOf(string? tenant) => string.IsNullOrEmpty(EntraIssuer) ? $"{Entra}/{tenant}/v2.0" : EntraIssuer;

    public Uri MetadataOf(string? tenant) => EntraMetadata ?? new Uri($"{Entra}/{tenant}/v2.0/.well-known/openid-configuration");
}
