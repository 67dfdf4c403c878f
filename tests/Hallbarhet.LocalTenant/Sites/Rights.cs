using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Sites;

/// <summary>What a person may do on a site, list or item. Applications are judged by their grant on the site alone.</summary>
internal static class Rights
{
    /// <summary>The highest level that a person has; for an application full control, since its grant was judged before.</summary>
    public static RoleLevel Of(TenantState tenant, Site site, SharePointList? list, ListItem? item, Caller caller)
    {
        if (!caller.IsUser || tenant.Users.IsAdministrator(caller)) return RoleLevel.FullControl;
        var roles = item?.OwnRoles ?? list?.OwnRoles ?? site.Roles;
        var level = Principals(site, caller).SelectMany(p => roles.ByPrincipal.GetValueOrDefault(p) ?? [])
            .DefaultIfEmpty(RoleLevel.None).MaxBy(Rank);
        return list is null || Rank(level) >= Rank(RoleLevel.Edit) ? level
            : OnRow(list, item is null || item.Author.DirectoryId == caller.UserId, level);
    }

    /// <summary>The list's item-level permissions for whoever does not manage lists; a new row will be one's own.</summary>
    private static RoleLevel OnRow(SharePointList list, bool isOwn, RoleLevel level)
    {
        if (list.ReadSecurity == 2 && !isOwn) return RoleLevel.None;
        return level == RoleLevel.Contribute && (list.WriteSecurity == 4 || (list.WriteSecurity == 2 && !isOwn)) ? RoleLevel.Read : level;
    }

    public static bool May(TenantState tenant, Site site, SharePointList? list, ListItem? item, Caller caller, RoleLevel needed) =>
        Rank(Of(tenant, site, list, item, caller)) >= Rank(needed);

    public static void Demand(TenantState tenant, Site site, SharePointList? list, ListItem? item, Caller caller, RoleLevel needed)
    {
        if (!May(tenant, site, list, item, caller, needed))
            throw new GraphError(403, "accessDenied", "Access denied. You do not have permission to perform this action or access this resource.");
    }

    private static int Rank(RoleLevel level) => level switch
    {
        RoleLevel.None => 0,
        RoleLevel.Read => 1,
        RoleLevel.Contribute => 2,
        RoleLevel.Edit => 3,
        RoleLevel.Design => 4,
        _ => 5,
    };

    /// <summary>The person's own site user and every SharePoint group that the person stands in.</summary>
    private static IEnumerable<int> Principals(Site site, Caller caller)
    {
        // Judging must not make the site know somebody: only writes change the state.
        var user = site.Users.Find(caller)?.Id;
        var groups = site.Groups.Where(g => user is { } id && g.Users.Contains(id) || g.Holds switch
        {
            GroupPart.Owners => site.Group?.Owners.Contains(caller.UserId!) == true,
            GroupPart.Members => site.Group?.Knows(caller.UserId!) == true,
            _ => false,
        }).Select(g => g.Id);
        return user is { } own ? groups.Prepend(own) : groups;
    }
}
