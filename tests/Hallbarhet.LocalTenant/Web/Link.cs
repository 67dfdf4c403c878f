using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>Addresses of pages, without the host, so that they hold under any name of the tenant.</summary>
internal static class Link
{
    public static string Of(Site site) => Path(site.WebUrl);

    public static string Of(SharePointList list) => Path(list.WebUrl);

    public static string Of(DriveNode node) => Path(node.WebUrl);

    /// <summary>Where a list keeps the pages of its views and forms; a library has them in a folder of their own.</summary>
    public static string Forms(SharePointList list) => list.Drive is null ? Of(list) : Of(list) + "/Forms";

    public static string View(SharePointList list, ListView view) => $"{Forms(list)}/{Uri.EscapeDataString(view.Name)}.aspx";

    public static string Item(SharePointList list, ListItem item, string form = "DispForm") =>
        $"{Forms(list)}/{form}.aspx?ID={item.Id.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Planner's own address of a board.</summary>
    private const string PlannerBoard = "https://planner.cloud.microsoft/webui/plan/";

    /// <summary>An address that somebody stored, if a browser may follow it: https, this tenant, or a path on it; else null.</summary>
    public static string? Safe(TenantState tenant, string? url)
    {
        if (string.IsNullOrWhiteSpace(url)) return null;
        if (url[0] == '#' || (url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal))) return url;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var absolute)) return null;
        if (absolute.GetLeftPart(UriPartial.Authority).Equals(tenant.Address, StringComparison.OrdinalIgnoreCase)) return absolute.PathAndQuery + absolute.Fragment;
        if (url.StartsWith(PlannerBoard, StringComparison.OrdinalIgnoreCase) && tenant.Planner.Plans.ContainsKey(url[PlannerBoard.Length..].Split('/')[0]))
            return "/planner/" + url[PlannerBoard.Length..].Split('/')[0];
        return absolute.Scheme is "https" or "mailto" ? url : null;
    }

    private static string Path(string url) => new Uri(url).AbsolutePath;
}
