using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Sites;

internal sealed class Site
{
    public required Guid SiteId { get; init; }

    public required Guid WebId { get; init; }

    public required string Name { get; init; }

    public required string Title { get; set; }

    public string Description { get; set; } = "";

    public required string WebUrl { get; init; }

    public required string Created { get; init; }

    public string Id => $"{TenantState.SharePointHost},{SiteId},{WebId}";

    public GroupEntry? Group { get; set; }

    /// <summary>Wire time from which the site is found: SharePoint makes it some time after its group.</summary>
    public DateTimeOffset ReadyFrom { get; set; }

    public List<SharePointList> Lists { get; } = [];

    public required SiteUsers Users { get; init; }

    /// <summary>SharePoint groups; owners, visitors and members come with the site.</summary>
    public List<SiteGroup> Groups { get; } = [];

    public RoleAssignments Roles { get; } = new();

    /// <summary>Applications that may use this site by Sites.Selected.</summary>
    public SiteGrants Grants { get; } = new();

    public List<NavigationNode> QuickLaunch { get; } = [];

    /// <summary>The last number given to an entry of the menu; those that are made are numbered from 2001 on.</summary>
    public int LastNodeId { get; set; } = 2000;

    public string WelcomePage { get; set; } = "SitePages/Home.aspx";

    /// <summary>Site pages in the order of their creation, by id.</summary>
    public Dictionary<string, JsonObject> Pages { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SharePointList? FindList(string key) => Lists.Find(l => l.Id.Equals(key, StringComparison.OrdinalIgnoreCase))
        ?? Lists.Find(l => l.DisplayName.Equals(key, StringComparison.OrdinalIgnoreCase))
        ?? Lists.Find(l => l.Name.Equals(key, StringComparison.OrdinalIgnoreCase));

    public SharePointList List(string key) => FindList(key) ?? throw GraphError.ItemNotFound("The specified list was not found");
}
