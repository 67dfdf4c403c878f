namespace Hallbarhet.Microsoft365.Http;

/// <summary>The names under which a local tenant knows the product's two application identities.</summary>
public static class LocalTenantIdentities
{
    /// <summary>Wide rights, used by IT to plan and apply.</summary>
    public const string Setup = "11111111-1111-1111-1111-111111111111";

    /// <summary>One site and one mailbox, used by the jobs.</summary>
    public const string Runtime = "22222222-2222-2222-2222-222222222222";

    public const string SiteHost = "trollhattanexempel.sharepoint.com";
}
