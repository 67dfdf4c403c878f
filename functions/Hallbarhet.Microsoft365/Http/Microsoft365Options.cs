namespace Hallbarhet.Microsoft365.Http;

/// <summary>How the service signs in to Microsoft 365.</summary>
public enum SignIn
{
    /// <summary>The managed identity of the host, in Azure and against a local tenant.</summary>
    ManagedIdentity,

    /// <summary>Whatever the machine offers: environment, az login, managed identity.</summary>
    Default,

    /// <summary>An app registration with a certificate on disk, for IT's command line.</summary>
    Certificate,
}

/// <summary>What speaks to SharePoint where Graph cannot; both do the same.</summary>
public enum SharePointClient
{
    /// <summary>SharePoint's REST, called by the product itself.</summary>
    Rest,

    /// <summary>PnP.Core, in programs that are built in configuration Azure.</summary>
    Pnp,
}

/// <summary>Where Microsoft 365 is and who we are there. Bound from the section <c>Microsoft365</c>.</summary>
public sealed record Microsoft365Options
{
    public const string SectionName = "Microsoft365";

    /// <summary>Graph's address with version, no trailing slash.</summary>
    public Uri GraphBaseUrl { get; init; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>Where SharePoint REST answers when that is not <c>https://{SiteHost}</c>: a local tenant.</summary>
    public Uri? SharePointBaseUrl { get; init; }

    /// <summary>SharePoint's host name as it stands in site ids, for example contoso.sharepoint.com.</summary>
    public string SiteHost { get; init; } = "";

    /// <summary>The site's server-relative path, for example /sites/ekologiska-hallbarhetsgruppen.</summary>
    public string SitePath { get; init; } = "";

    /// <summary>Mail address of the group's service mailbox, which sends every mail and owns the meetings.</summary>
    public string ServiceMailbox { get; init; } = "";

    public SignIn SignIn { get; init; } = SignIn.ManagedIdentity;

    public SharePointClient SharePointClient { get; init; } = SharePointClient.Rest;

    /// <summary>Client id of a user-assigned managed identity; empty means the host's own.</summary>
    public string? ManagedIdentityClientId { get; init; }

    public string? TenantId { get; init; }

    public string? ClientId { get; init; }

    public string? CertificatePath { get; init; }

    /// <summary>Token endpoint of a local tenant; never set in production.</summary>
    public Uri? LocalTokenEndpoint { get; init; }

    /// <summary>Independent writes wait for each other, so that the same seed of a local tenant gives the same ids.</summary>
    public bool OneAtATime { get; init; }

    /// <summary>The longest wait for one answer, wall clock.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a call that may be repeated is repeated.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>First pause when the service names none; doubles for each further one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A Retry-After above this is left to the next tick of the job.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The site's key in Graph: <c>host:/path</c>.</summary>
    public string SiteKey => $"{SiteHost}:{SitePath}";

    /// <summary>The site's address for SharePoint REST, with trailing slash so that <c>_api/…</c> is relative to it.</summary>
    public Uri SiteUrl => new((SharePointBaseUrl?.ToString() ?? $"https://{SiteHost}").TrimEnd('/') + SitePath + "/");

    public string GraphScope => LocalTokenEndpoint is null
        ? $"{GraphBaseUrl.GetLeftPart(UriPartial.Authority)}/.default"
        : "https://graph.microsoft.com/.default";

    public string SharePointScope => $"https://{SiteHost}/.default";

    /// <summary>Settings for a local tenant at <paramref name="address"/>, for one of its two application identities.</summary>
    public static Microsoft365Options ForLocalTenant(Uri address, string clientId) => new()
    {
        GraphBaseUrl = new Uri(address, "v1.0"),
        SharePointBaseUrl = address,
        SiteHost = LocalTenantIdentities.SiteHost,
        SitePath = "/sites/ekologiska-hallbarhetsgruppen",
        ServiceMailbox = "hallbarhetsgruppen@trollhattan.example",
        ManagedIdentityClientId = clientId,
        LocalTokenEndpoint = new Uri(address, "_tenant/msi/token"),
    };

    /// <summary>What is missing or wrong, each as a sentence that says what to set; empty when all is well.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        AddUnless(GraphBaseUrl is { IsAbsoluteUri: true, Segments.Length: > 1 },
            "GraphBaseUrl must be an absolute address with version, for example https://graph.microsoft.com/v1.0.");
        AddUnless(SiteHost.Length > 0 && !SiteHost.Contains('/'),
            "SiteHost must be SharePoint's host name alone, for example contoso.sharepoint.com.");
        AddUnless(SitePath.StartsWith('/') && !SitePath.EndsWith('/') && SitePath.Length > 1,
            "SitePath must start with a slash and not end with one, for example /sites/ekologiska-hallbarhetsgruppen.");
        AddUnless(ServiceMailbox.Contains('@'),
            "ServiceMailbox must be the mail address of the group's service mailbox, for example hallbarhetsgruppen@kommun.example.");
        AddUnless(SignIn != SignIn.Certificate || (TenantId, ClientId, CertificatePath) is (not null, not null, not null),
            "SignIn=Certificate needs TenantId, ClientId and CertificatePath.");
        AddUnless(AttemptTimeout > TimeSpan.Zero && MaxRetries >= 0,
            "AttemptTimeout must be positive and MaxRetries zero or more.");
        return problems;

        void AddUnless(bool holds, string problem)
        {
            if (!holds)
                problems.Add($"{SectionName}:{problem}");
        }
    }
}
