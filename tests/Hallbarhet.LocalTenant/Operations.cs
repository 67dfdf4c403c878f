using Hallbarhet.LocalTenant.Calendar;
using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Mail;
using Hallbarhet.LocalTenant.Pages;
using Hallbarhet.LocalTenant.Planner;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant;

/// <summary>Everything that the tenant answers under /v1.0; all else is refused with 501.</summary>
internal static class Operations
{
    public static RouteTable Graph { get; } = new([
        .. UserOperations.Table, .. GroupOperations.Table, .. SiteOperations.Table, .. SitePermissionOperations.Table,
        .. ListOperations.Table, .. ItemOperations.Table, .. ItemDelta.Table,
        .. DriveOperations.Table, .. Content.Table, .. PageOperations.Table, .. PlanOperations.Table, .. TaskOperations.Table,
        .. MessageOperations.Table, .. SendOperations.Table, .. EventOperations.Table,
    ]);
}
