using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>What a view shows to somebody: the rows in the view's order, and under which heading each stands.</summary>
internal sealed record ViewRows(IReadOnlyList<ListItem> Rows, Column? GroupedBy, IReadOnlyList<ViewGroup> Groups)
{
    /// <summary>All rows that the caller may read; only a view that is not paged ends at its row limit.</summary>
    public static ViewRows Of(TenantState tenant, Site site, SharePointList list, ListView view, Caller caller)
    {
        var query = CamlQuery.Parse(list, view.Query);
        var rows = query.Run(Readable(tenant, site, list, caller)).Take(view.Paged ? int.MaxValue : view.RowLimit).ToList();
        var group = query.Groups is [var first, ..] ? first.Column : null;
        return new([.. rows.Select(r => r.Item)], group, group is null ? [] : Grouped(rows, group));
    }

    /// <summary>The list's items that the caller may read, as CAML sees them.</summary>
    public static IEnumerable<CamlRow> Readable(TenantState tenant, Site site, SharePointList list, Caller caller)
    {
        var reader = new CamlReader(SiteCulture.DayOf(tenant.Now), site.Users.Find(caller)?.Id);
        return tenant.Access.Seen(caller, site, list, list.Items.Values).Select(i => new CamlRow(site, list, i, reader));
    }

    private static List<ViewGroup> Grouped(List<CamlRow> rows, Column column) =>
        [.. rows.GroupBy(r => RowText.Of(r, column)).Select(g => new ViewGroup(g.Key, [.. g.Select(r => r.Item)]))];
}

/// <param name="Heading">The shared value as text; empty for rows without one.</param>
internal sealed record ViewGroup(string Heading, IReadOnlyList<ListItem> Rows);
