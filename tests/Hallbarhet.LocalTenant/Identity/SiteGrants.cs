namespace Hallbarhet.LocalTenant.Identity;

/// <param name="Id">Id of the permission, as Graph answers it.</param>
/// <param name="ClientId">The application that was granted the role; the tenant need not know it, as Graph need not.</param>
internal sealed record SiteGrant(string Id, string ClientId, string DisplayName, SiteRole Role);

/// <summary>Which applications may use a site by Sites.Selected, and as what. One grant counts for Graph and for SharePoint REST.</summary>
internal sealed class SiteGrants
{
    private readonly List<SiteGrant> all = [];

    public IReadOnlyList<SiteGrant> All => all;

    public SiteRole? Of(string clientId) =>
        all.Where(g => g.ClientId.Equals(clientId, StringComparison.OrdinalIgnoreCase)).Max(g => (SiteRole?)g.Role);

    public SiteGrant? Find(string id) => all.Find(g => g.Id == id);

    public SiteGrant Add(TenantState tenant, string clientId, string displayName, SiteRole role)
    {
        var grant = new SiteGrant(tenant.Ids.Opaque("aTowaS50fG1zLnNwLmV4dHw", 40), clientId, displayName, role);
        all.Add(grant);
        return grant;
    }

    public void Remove(SiteGrant grant) => _ = all.Remove(grant);

    public void RemoveFor(string clientId) => _ = all.RemoveAll(g => g.ClientId.Equals(clientId, StringComparison.OrdinalIgnoreCase));

    public static SiteRole Parse(string role) => role switch
    {
        "read" => SiteRole.Read,
        "write" => SiteRole.Write,
        "owner" => SiteRole.Owner,
        "fullcontrol" => SiteRole.FullControl,
        _ => throw GraphError.Invalid($"'{role}' is no role of an application on a site (read, write, owner, fullcontrol)."),
    };

    public static string Name(SiteRole role) => role.ToString().ToLowerInvariant();
}
