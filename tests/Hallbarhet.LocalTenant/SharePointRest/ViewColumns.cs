using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>
/// What a view may name. SharePoint finds a wrong column in a query only when somebody opens the view; here it is found at once.
/// </summary>
internal static class ViewColumns
{
    /// <summary>Computed columns that show another one, with a link or an icon.</summary>
    private static readonly HashSet<string> Computed =
        ["ID", "LinkTitle", "LinkTitleNoMenu", "LinkFilename", "LinkFilenameNoMenu", "DocIcon", "Edit"];

    public static string Demand(SharePointList list, string name) =>
        list.Columns.ContainsKey(name) || Computed.Contains(name) ? name : throw RestError.NoColumn(name);

    public static string DemandQuery(SharePointList list, string query)
    {
        _ = CamlQuery.Parse(list, query);
        return query;
    }
}
