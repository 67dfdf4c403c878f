namespace Hallbarhet.LocalTenant.Sites;

/// <summary>SharePoint's permission levels in the order of what they allow. The ids are the same on every site.</summary>
internal enum RoleLevel
{
    None = 0,
    Read = 1073741826,
    Contribute = 1073741827,
    Design = 1073741828,
    Edit = 1073741830,
    FullControl = 1073741829,
}

/// <summary>A SharePoint group of a site; its members are site users, or the Microsoft 365 group as a whole.</summary>
internal sealed class SiteGroup
{
    public required int Id { get; init; }

    public required string Title { get; set; }

    public string Description { get; set; } = "";

    public required string OwnerTitle { get; set; }

    /// <summary>Ids of site users.</summary>
    public List<int> Users { get; } = [];

    /// <summary>Whether the Microsoft 365 group's owners or members stand in it; null for neither.</summary>
    public GroupPart? Holds { get; init; }
}

internal enum GroupPart
{
    Owners,
    Members,
}

/// <summary>Who has which level on a site, list or item. <see cref="RoleLevel"/> per principal id (site user or site group).</summary>
internal sealed class RoleAssignments
{
    public Dictionary<int, HashSet<RoleLevel>> ByPrincipal { get; } = [];

    public void Add(int principal, RoleLevel level)
    {
        if (!ByPrincipal.TryGetValue(principal, out var levels)) levels = ByPrincipal[principal] = [];
        _ = levels.Add(level);
    }

    public RoleAssignments Copy()
    {
        var copy = new RoleAssignments();
        foreach (var (principal, levels) in ByPrincipal)
            foreach (var level in levels) copy.Add(principal, level);
        return copy;
    }
}
