using Hallbarhet.LocalTenant.OData;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>
/// $filter, $orderby and paging over a list's rows, with SharePoint's conditions: indexed columns only, and in a list above the
/// threshold a first condition that selects fewer rows than the threshold.
/// </summary>
internal sealed class ItemQuery(Call call, Site site, SharePointList list)
{
    /// <summary>SharePoint's list view threshold.</summary>
    public const int Threshold = 5000;

    private const int DefaultPage = 200;

    public static int PageSize(Call call) => Math.Min(call.Query.Top ?? DefaultPage, Threshold);

    /// <summary>The rows of this page, and the link to the next when there is more.</summary>
    public (List<ListItem> Rows, string? NextLink) Page() => call.Query["$orderby"] is { } order ? Sorted(order) : InOrderOfNumbers();

    private (List<ListItem> Rows, string? NextLink) InOrderOfNumbers()
    {
        var size = PageSize(call);
        var start = int.Parse(PageToken.Position(call) ?? "0", CultureInfo.InvariantCulture);
        var rows = Filtered(Seen(list.Items.After(start))).Take(size + 1).ToList();
        if (rows.Count <= size) return (rows, null);
        rows.RemoveAt(size);
        return (rows, PageToken.NextLink(call, rows[^1].Id.ToString(CultureInfo.InvariantCulture)));
    }

    private (List<ListItem> Rows, string? NextLink) Sorted(string order)
    {
        var paths = Listing.Keys(order).Select(k => k.Path).ToList();
        DemandIndexed(paths);
        if (list.Items.Count > Threshold && paths.Exists(p => !IsIndexed(p))) throw Throttled();
        var rows = Listing.Ordered(call, Filtered(Seen(list.Items.Values)).ToList(), Row).ToList();
        var (skip, size) = (Listing.Skip(call), PageSize(call));
        var next = skip + size < rows.Count ? PageToken.NextLink(call, (skip + size).ToString(CultureInfo.InvariantCulture)) : null;
        return ([.. rows.Skip(skip).Take(size)], next);
    }

    private IEnumerable<ListItem> Filtered(IEnumerable<ListItem> rows)
    {
        if (call.Query["$filter"] is not { } text) return rows;
        var filter = Filter.Parse(text);
        DemandIndexed(filter.Paths);
        DemandBelowThreshold(filter);
        return rows.Where(r => filter.Matches(Row(r)));
    }

    /// <summary>$top does not help: SharePoint would have to look at every row that the first condition lets through.</summary>
    private void DemandBelowThreshold(Filter filter)
    {
        if (list.Items.Count <= Threshold || filter.First is not { } first) return;
        if (!IsIndexed(first.Path) || list.Items.Values.Where(r => first.Matches(Row(r))).Take(Threshold).Count() == Threshold)
            throw Throttled();
    }

    private IEnumerable<ListItem> Seen(IEnumerable<ListItem> rows) => call.Tenant.Access.Seen(call.Caller, site, list, rows);

    private ItemRow Row(ListItem item) => new(site, list, item);

    private static GraphError Throttled() => new(429, "throttledRequest", "The request has been throttled");

    /// <summary>Only indexed columns may be used, unless the caller accepts that it may fail.</summary>
    private void DemandIndexed(IEnumerable<string> paths)
    {
        if (call.Prefers("HonorNonIndexedQueriesWarningMayFailRandomly"))
        {
            foreach (var path in paths) _ = IsIndexed(path);
            return;
        }
        if (paths.FirstOrDefault(p => !IsIndexed(p)) is { } unindexed)
            throw GraphError.Invalid($"Field '{unindexed["fields/".Length..]}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.");
    }

    private bool IsIndexed(string path)
    {
        if (path is "id" or "createdDateTime" or "lastModifiedDateTime" or "fields/id" or "fields/ID") return true;
        if (!path.StartsWith("fields/", StringComparison.Ordinal)) throw GraphError.Invalid($"Invalid filter clause: '{path}'");
        var column = list.ByField(path["fields/".Length..], out _)
            ?? throw GraphError.Invalid($"Field '{path["fields/".Length..]}' is not recognized");
        return column.Indexed;
    }
}
