using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.OData;
using Hallbarhet.LocalTenant.Sites;
using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>
/// items/delta: first every row, page by page, then what changed since. A link is good for as long as SharePoint keeps its change log;
/// one from before that is answered 410 with the address to begin again at.
/// </summary>
internal static class ItemDelta
{
    /// <summary>SharePoint's change log goes back this far, in wall time.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/sites/{site}/lists/{list}/items/delta", Right.SiteRead, c => Answer(c, c.Query["token"]), "$select,$expand,$top,token"),
        new("GET", "/sites/{site}/lists/{list}/items/delta(token='{token}')", Right.SiteRead, c => Answer(c, c["token"]),
            "$select,$expand,$top"),
    ];

    private static Reply Answer(Call call, string? token)
    {
        var list = ListOperations.Of(call, out var site);
        var plan = FieldPlan.For(call, list);
        var path = PathOf(call);
        if (token == "latest") return Page(call, site, list, plan, [], [], Link(call, path, "since", 0, list.Items.LastChange), isLast: true);
        var from = token is null
            ? new("all", 0, list.Items.LastChange, call.Tenant.Wire.GetUtcNow())
            : Position.Parse(PageToken.Read(call, path, "token", token));
        if (call.Tenant.Wire.GetUtcNow() - from.At > Kept) return Gone(call, path);
        return from.Kind == "all" ? Everything(call, site, list, plan, from) : Since(call, site, list, plan, from);
    }

    private static Reply Gone(Call call, string path)
    {
        var error = new GraphError(410, "resyncChangesApplyDifferences",
            "Resync required. Replace any local items with the server's version (including deletes).");
        var start = call.Tenant.Address + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
        return ErrorReplies.Graph(error, call.Tenant.Wire, call.Headers).With("Location", start);
    }

    /// <summary>Both spellings of the function lead to the same links.</summary>
    private static string PathOf(Call call) => call.Path[..(call.Path.LastIndexOf("/delta", StringComparison.OrdinalIgnoreCase) + "/delta".Length)];

    private static string Link(Call call, string path, string kind, int after, long change) =>
        PageToken.Link(call, path, "token", new Position(kind, after, change, call.Tenant.Wire.GetUtcNow()).ToString());

    private static Reply Everything(Call call, Site site, SharePointList list, FieldPlan plan, Position from)
    {
        var size = ItemQuery.PageSize(call);
        var rows = list.Items.After(from.After).Take(size + 1).ToList();
        var isLast = rows.Count <= size;
        if (!isLast) rows.RemoveAt(size);
        var link = isLast
            ? Link(call, PathOf(call), "since", 0, from.Change)
            : Link(call, PathOf(call), "all", rows[^1].Id, from.Change);
        return Page(call, site, list, plan, rows, [], link, isLast);
    }

    private static Reply Since(Call call, Site site, SharePointList list, FieldPlan plan, Position from)
    {
        var size = ItemQuery.PageSize(call);
        var changes = list.Items.Values.Where(i => i.Change > from.Change).Select(i => (i.Change, Row: (ListItem?)i, i.Id))
            .Concat(list.Items.Deleted.Where(d => d.Key > from.Change).Select(d => (Change: d.Key, Row: (ListItem?)null, Id: d.Value)))
            .OrderBy(c => c.Change).Take(size + 1).ToList();
        var isLast = changes.Count <= size;
        if (!isLast) changes.RemoveAt(size);
        var link = Link(call, PathOf(call), "since", 0, isLast ? list.Items.LastChange : changes[^1].Change);
        return Page(call, site, list, plan, changes.Select(c => c.Row).OfType<ListItem>(),
            changes.Where(c => c.Row is null).Select(c => c.Id), link, isLast);
    }

    private static Reply Page(Call call, Site site, SharePointList list, FieldPlan plan, IEnumerable<ListItem> rows,
        IEnumerable<int> deleted, string link, bool isLast) =>
        ItemWriter.Many(call, site, list, rows, plan, (isLast ? "@odata.deltaLink" : "@odata.nextLink", link), deleted);

    /// <param name="Kind">"all" while every row is listed, "since" after that.</param>
    /// <param name="After">Number of the last row listed.</param>
    /// <param name="Change">Number of the last change that the client knows.</param>
    /// <param name="At">Wall time at which the link was given.</param>
    private sealed record Position(string Kind, int After, long Change, DateTimeOffset At)
    {
        public static Position Parse(string text) => text.Split(';') is [var kind, var after, var change, var at]
            ? new(kind, int.Parse(after, CultureInfo.InvariantCulture), long.Parse(change, CultureInfo.InvariantCulture),
                DateTimeOffset.FromUnixTimeSeconds(long.Parse(at, CultureInfo.InvariantCulture)))
            : throw new FormatException(text);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind};{After};{Change};{At.ToUnixTimeSeconds()}");
    }
}
