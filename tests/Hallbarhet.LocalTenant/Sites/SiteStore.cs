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

    public Site Allow(Call call, Site site) => Allow(call.Caller, site);

    /// <summary>Sites.Selected for the runtime identity; a person must have some level on the site or one of its lists.</summary>
    public Site Allow(Caller caller, Site site)
    {
        var allowed = caller switch
        {
            { IsUser: true } user => tenant.Users.IsAdministrator(user) || Rights.KnowsThePerson(site, user),
            { Name: "runtime" } => site.Id == (granted ?? all[0].Id),
            _ => true,
        };
        return allowed ? site : throw PermissionTable.Refused(Right.SiteRead);
    }
}
