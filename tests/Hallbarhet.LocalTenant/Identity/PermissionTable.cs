using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Identity;

/// <summary>
/// The documented application permissions of every right, from Microsoft's permissions reference. Which role of Sites.Selected is
/// enough for lists and columns is not documented: full control is what is known to be. The "ReadBasic" permissions of Exchange are
/// left out, because with them bodies and extended properties would have to be left out of the answers too.
/// </summary>
internal static class PermissionTable
{
    public const string SitesSelected = "Sites.Selected";

    private static readonly Dictionary<Right, Permission> Rows = new()
    {
        [Right.UserRead] = new(Service.Directory, "User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All"),
        [Right.UserWrite] = new(Service.Directory, "User.ReadWrite.All", "Directory.ReadWrite.All"),
        [Right.GroupRead] = new(Service.Directory, "Group.ReadBasic.All", "GroupMember.Read.All", "Group.Read.All", "Group.ReadWrite.All",
            "Directory.Read.All", "Directory.ReadWrite.All"),
        [Right.GroupCreate] = new(Service.Directory, "Group.Create", "Group.ReadWrite.All", "Directory.ReadWrite.All"),
        [Right.GroupWrite] = new(Service.Directory, "Group.ReadWrite.All", "Directory.ReadWrite.All"),
        [Right.MemberRead] = new(Service.Directory, "GroupMember.ReadBasic.All", "Group.ReadBasic.All", "GroupMember.Read.All",
            "GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All"),
        [Right.MemberWrite] = new(Service.Directory, "GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All"),
        [Right.OwnerRead] = new(Service.Directory, "GroupMember.Read.All", "GroupMember.ReadWrite.All", "Group.Read.All",
            "Group.ReadWrite.All", "Directory.Read.All"),
        [Right.SiteRead] = new(Service.SharePoint, "Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All")
        { Selected = SiteRole.Read, Level = RoleLevel.Read },
        [Right.SiteWrite] = new(Service.SharePoint, "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All")
        { Selected = SiteRole.Write, Level = RoleLevel.Contribute },
        [Right.SiteManage] = new(Service.SharePoint, "Sites.Manage.All", "Sites.FullControl.All")
        { Selected = SiteRole.FullControl, Level = RoleLevel.Edit },
        [Right.SiteShare] = new(Service.SharePoint, "Sites.FullControl.All")
        { Selected = SiteRole.Owner, Level = RoleLevel.FullControl },
        [Right.SiteControl] = new(Service.SharePoint, "Sites.FullControl.All")
        { Selected = SiteRole.FullControl, Level = RoleLevel.FullControl },
        [Right.SiteGrant] = new(Service.SharePoint, "Sites.FullControl.All"),
        [Right.FileRead] = new(Service.SharePoint, "Files.Read.All", "Files.ReadWrite.All", "Sites.Read.All", "Sites.ReadWrite.All",
            "Sites.Manage.All", "Sites.FullControl.All")
        { Selected = SiteRole.Read, Level = RoleLevel.Read },
        [Right.FileWrite] = new(Service.SharePoint, "Files.ReadWrite.All", "Sites.ReadWrite.All", "Sites.Manage.All",
            "Sites.FullControl.All")
        { Selected = SiteRole.Write, Level = RoleLevel.Contribute },
        [Right.TaskRead] = new(Service.Planner, "Tasks.Read.All", "Tasks.ReadWrite.All"),
        [Right.Tasks] = new(Service.Planner, "Tasks.ReadWrite.All"),
        [Right.MailRead] = new(Service.Exchange, "Mail.Read", "Mail.ReadWrite"),
        [Right.Mail] = new(Service.Exchange, "Mail.ReadWrite"),
        [Right.MailSend] = new(Service.Exchange, "Mail.Send"),
        [Right.CalendarRead] = new(Service.Exchange, "Calendars.Read", "Calendars.ReadWrite"),
        [Right.Calendar] = new(Service.Exchange, "Calendars.ReadWrite"),
    };

    /// <summary>Names that Graph knows; granting another one is an error.</summary>
    public static IReadOnlySet<string> OfGraph { get; } = Rows.Values.SelectMany(r => r.Names).Append(SitesSelected).ToHashSet();

    /// <summary>Names on the resource Office 365 SharePoint Online, which are granted apart from those of Graph.</summary>
    public static IReadOnlySet<string> OfSharePoint { get; } =
        OfGraph.Where(n => n.StartsWith("Sites.", StringComparison.Ordinal)).ToHashSet();

    /// <summary>What Exchange's role-based access gives for one mailbox, under the same names.</summary>
    public static IReadOnlySet<string> OfMailbox { get; } = new HashSet<string> { "Mail.ReadWrite", "Mail.Send", "Calendars.ReadWrite" };

    public static Permission Of(Right right) => Rows[right];

    public static GraphError Refused(Right right) => Of(right).Service switch
    {
        Service.Directory => new(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
        Service.Exchange => new(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."),
        Service.Planner => new(403, "accessDenied",
            "You do not have the required permissions to access this item, or the item may not exist."),
        _ => new(403, "accessDenied", "Access denied"),
    };
}
