using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Identity;

/// <summary>
/// Judges every call before its work: an application by its token's roles and its grants, a person by what the person may do there.
/// The tenant's lock is held.
/// </summary>
internal sealed class Access(TenantState tenant)
{
    public UsageReport Usage { get; } = new();

    /// <summary>A Graph call. Mailboxes are judged where they are opened, with <see cref="DemandMailbox"/>.</summary>
    public void Demand(Call call)
    {
        var (caller, right) = (call.Caller, call.Operation!.Right);
        if (caller.IsReplay) return;
        switch (PermissionTable.Of(right).Service)
        {
            case Service.SharePoint when right != Right.SiteGrant:
                if (Place.Of(call) is { } place) Demand(caller, right, place, call.Operation.Name);
                break;
            case Service.Exchange:
                break;
            default:
                if (caller.IsUser ? !MayAdminister(call, right) : !ByRole(caller, right, call.Operation.Name))
                    throw PermissionTable.Refused(right);
                break;
        }
    }

    /// <summary>A call to a site, one of its lists or items, through Graph or SharePoint REST.</summary>
    public void Demand(Caller caller, Right right, Place place, string operation)
    {
        if (caller.IsReplay) return;
        if (caller.IsUser) DemandLevel(caller, PermissionTable.Of(right).Level, place);
        else if (!ByRole(caller, right, operation) && !BySite(caller, right, place.Site, operation)) throw PermissionTable.Refused(right);
    }

    /// <summary>A mail permission granted in Entra opens every mailbox, whatever Exchange's role-based access says.</summary>
    public void DemandMailbox(Call call, UserAccount owner)
    {
        var (caller, operation) = (call.Caller, call.Operation!);
        if (caller.IsReplay) return;
        var allowed = caller.IsUser ? caller.UserId == owner.Id
            : ByRole(caller, operation.Right, operation.Name) || ByExchange(caller, operation, owner);
        if (!allowed) throw PermissionTable.Refused(operation.Right);
    }

    /// <summary>Whether a caller may come to a site at all.</summary>
    public bool MayEnter(Caller caller, Site site)
    {
        if (caller.IsReplay) return true;
        if (caller.IsUser)
            return Rights.May(tenant, site, null, null, caller, RoleLevel.Read)
                || site.Lists.Exists(l => l.OwnRoles is not null && Rights.May(tenant, site, l, null, caller, RoleLevel.Read));
        return caller.Roles.Overlaps(PermissionTable.Of(Right.FileRead).Names)
            || (caller.Roles.Contains(PermissionTable.SitesSelected) && site.Grants.Of(caller.Id) is not null);
    }

    /// <summary>What a person may not read is left out of listings.</summary>
    public IEnumerable<SharePointList> Seen(Caller caller, Site site) => !caller.IsUser ? site.Lists
        : site.Lists.Where(l => Rights.May(tenant, site, l, null, caller, RoleLevel.Read));

    /// <summary>Rows without roles of their own need no look each, unless everybody sees only what is one's own.</summary>
    public IEnumerable<ListItem> Seen(Caller caller, Site site, SharePointList list, IEnumerable<ListItem> rows) => !caller.IsUser ? rows
        : rows.Where(i => (i.OwnRoles is null && list.ReadSecurity == 1)
            || Rights.May(tenant, site, list, i, caller, RoleLevel.Read));

    /// <summary>Who may read one list has SharePoint's "limited access" to the site itself, which is enough to come to the list.</summary>
    private void DemandLevel(Caller caller, RoleLevel needed, Place place)
    {
        if (place.List is null && needed == RoleLevel.Read && MayEnter(caller, place.Site)) return;
        Rights.Demand(tenant, place.Site, place.List, place.Item, caller, needed);
    }

    private bool ByRole(Caller caller, Right right, string operation)
    {
        if (PermissionTable.Of(right).Names.FirstOrDefault(caller.Roles.Contains) is not { } name) return false;
        Usage.Add(caller.Name, operation, right, Resource(operation, name));
        return true;
    }

    private bool BySite(Caller caller, Right right, Site site, string operation)
    {
        if (PermissionTable.Of(right).Selected is not { } enough || !caller.Roles.Contains(PermissionTable.SitesSelected)) return false;
        if (site.Grants.Of(caller.Id) is not { } role || role < enough) return false;
        Usage.Add(caller.Name, operation, right, Resource(operation, PermissionTable.SitesSelected));
        return true;
    }

    private bool ByExchange(Caller caller, Operation operation, UserAccount owner)
    {
        var names = PermissionTable.Of(operation.Right).Names;
        if (names.FirstOrDefault(PermissionTable.OfMailbox.Contains) is not { } name) return false;
        if (!tenant.Applications.MayUseMailbox(caller, owner)) return false;
        Usage.Add(caller.Name, operation.Name, operation.Right, UsageReport.InExchange(name));
        return true;
    }

    private bool MayAdminister(Call call, Right right) => right switch
    {
        Right.UserWrite or Right.GroupCreate or Right.GroupWrite or Right.SiteGrant => tenant.Users.IsAdministrator(call.Caller),
        Right.MemberWrite => tenant.Users.IsAdministrator(call.Caller)
            || tenant.Groups.Get(call["group"]).Owners.Contains(call.Caller.UserId!),
        _ => true,
    };

    private static string Resource(string operation, string permission) =>
        operation.Contains("/_api/", StringComparison.Ordinal) ? UsageReport.InSharePoint(permission) : permission;
}
