using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Sites;

internal sealed class SiteStore(TenantState tenant)
{
    private readonly List<Site> all = [];
    private string? granted;

    public IReadOnlyList<Site> All => all;

    /// <summary>Gives the runtime identity its one site; until then it has the first site that was made.</summary>
    public void Grant(string path) => granted = Find(path.TrimStart('/'))?.Id
        ?? throw GraphError.ItemNotFound($"There is no site {path}");

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

    /// <summary>Sites.Selected for the runtime identity; a person must belong to the site's group.</summary>
    public Site Allow(Caller caller, Site site)
    {
        var allowed = caller switch
        {
            { IsUser: true } user => tenant.Users.IsAdministrator(user) || site.Group?.Knows(user.UserId!) == true,
            { Name: "runtime" } => site.Id == (granted ?? all[0].Id),
            _ => true,
        };
        return allowed ? site : throw PermissionTable.Refused(Right.SiteRead);
    }
}
