using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Sites;

internal sealed class SiteStore(TenantState tenant)
{
    private readonly List<Site> all = [];

    public IReadOnlyList<Site> All => all;

    public Site Add(string name, string title)
    {
        var site = new Site
        {
            SiteId = tenant.Ids.Guid(),
            WebId = tenant.Ids.Guid(),
            Name = name,
            Title = title,
            WebUrl = $"{tenant.Address}/sites/{name}",
            Created = tenant.NowText,
            Users = new(),
            ReadyFrom = tenant.WireAfter(tenant.Options.SiteCreationDelay),
        };
        all.Add(site);
        // What IT's script would do: the product has one site, and its service may write there.
        if (all.Count == 1 && tenant.Applications.ByClientId(Applications.RuntimeId) is { } runtime)
            _ = site.Grants.Add(tenant, runtime.ClientId, runtime.DisplayName, SiteRole.Write);
        TeamSite.Furnish(tenant, site);
        return site;
    }

    /// <summary>A site by "host,site,web", "host:/sites/name", "sites/name" or the site collection's id.</summary>
    public Site? Find(string key)
    {
        var path = key.Split(':')[^1].TrimStart('/');
        return all.Find(s => s.Id.Equals(key, StringComparison.OrdinalIgnoreCase)
            || s.SiteId.ToString().Equals(key, StringComparison.OrdinalIgnoreCase)
            || path.Equals("sites/" + s.Name, StringComparison.OrdinalIgnoreCase));
    }

    public Site Get(Call call, string key) => Allow(call, Find(key) ?? throw GraphError.ItemNotFound("Requested site could not be found"));

    /// <summary>Writes come from those who have found it; done again from the journal they must not depend on the wall clock.</summary>
    public Site Allow(Call call, Site site) => call.IsWrite || site.ReadyFrom <= tenant.Wire.GetUtcNow() ? Allow(call.Caller, site)
        : throw GraphError.ItemNotFound("Requested site could not be found");

    public Site Allow(Caller caller, Site site) => tenant.Access.MayEnter(caller, site) ? site : throw PermissionTable.Refused(Right.SiteRead);
}
