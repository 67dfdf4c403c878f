namespace Hallbarhet.LocalTenant.Identity;

/// <summary>What an operation needs; the permission table says how Microsoft calls it and what else has it.</summary>
internal enum Right
{
    UserRead,
    UserWrite,
    GroupRead,
    GroupCreate,
    GroupWrite,
    MemberRead,
    MemberWrite,
    OwnerRead,

    /// <summary>The site, its lists, items and pages.</summary>
    SiteRead,

    /// <summary>Items and pages.</summary>
    SiteWrite,

    /// <summary>Lists, columns and views.</summary>
    SiteManage,

    /// <summary>Roles and inheritance of lists and items.</summary>
    SiteShare,

    /// <summary>The site's own settings, menu and groups.</summary>
    SiteControl,

    /// <summary>Which applications may use a site.</summary>
    SiteGrant,
    FileRead,
    FileWrite,
    TaskRead,
    Tasks,
    MailRead,
    Mail,
    MailSend,
    CalendarRead,
    Calendar,
}
