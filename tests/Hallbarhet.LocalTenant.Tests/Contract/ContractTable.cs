namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Everything that the tenant promises, in one table; the areas are its chapters in docs/local-tenant.md.</summary>
internal static class ContractTable
{
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        .. Area("Sites", SiteCases.All),
        .. Area("Lists", ListCases.All),
        .. Area("Columns", ColumnCases.All),
        .. Area("Items", ItemCases.All, Who.Runtime),
        .. Area("Files", FileCases.All, Who.Runtime),
        .. Area("Uploads and downloads", UploadCases.All, Who.Nobody),
        .. Area("Pages", PageCases.All, Who.Runtime),
        .. Area("People", UserCases.All),
        .. Area("Groups", GroupCases.All),
        .. Area("Mail", MailCases.All, Who.Runtime),
        .. Area("Calendar", CalendarCases.All, Who.Runtime),
        .. Area("Planner", PlannerCases.All, Who.Runtime),
        .. Area("Batch", BatchCases.All),
        .. Area("SharePoint REST: site and people", SharePointSiteCases.All, Who.SharePoint),
        .. Area("SharePoint REST: lists and columns", SharePointListCases.All, Who.SharePoint),
        .. Area("SharePoint REST: views", SharePointViewCases.All, Who.SharePoint),
        .. Area("SharePoint REST: rows and attachments", SharePointItemCases.All, Who.SharePoint),
        .. Area("SharePoint REST: queries, folders and files", SharePointQueryCases.All, Who.SharePoint),
        .. Area("SharePoint REST: menu", SharePointMenuCases.All, Who.SharePoint),
        .. Area("SharePoint REST: groups and rights", SharePointRightsCases.All, Who.SharePoint),
        .. Area("SharePoint REST: batch", SharePointBatchCases.All, Who.SharePoint),
    ];

    public static ContractCase Find(string key) => All.Single(c => c.Key == key);

    private static IEnumerable<ContractCase> Area(string name, IEnumerable<ContractCase> cases, Who who = Who.Setup) =>
        cases.Select(c => c with { Area = name, As = c.As ?? who });
}
