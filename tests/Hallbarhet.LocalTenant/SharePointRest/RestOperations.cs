namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>Everything that the tenant answers under a site's <c>_api/</c>; all else is refused with 501.</summary>
internal static class RestOperations
{
    public static IReadOnlyList<RestOperation> Table { get; } =
    [
        .. WebRest.Table, .. ListRest.Table, .. FieldRest.Table, .. ViewRest.Table, .. ItemRest.Table, .. CamlRest.Table, .. AttachmentRest.Table,
        .. NavigationRest.Table, .. RoleRest.Table, .. SiteUserRest.Table, .. SiteGroupRest.Table, .. FileRest.Table,
    ];
}
