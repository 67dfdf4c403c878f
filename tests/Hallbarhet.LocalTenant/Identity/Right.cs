namespace Hallbarhet.LocalTenant.Identity;

/// <summary>What an operation needs; the permission table says who has it and how Microsoft calls it.</summary>
internal enum Right
{
    UserRead,
    UserWrite,
    GroupRead,
    GroupWrite,
    SiteRead,
    SiteWrite,
    SiteManage,
    Tasks,
    Mail,
    MailSend,
    Calendar,
}
