using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;
using Hallbarhet.LocalTenant.Web.Formatting;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>A list in one of its views, with its formatted columns and their buttons.</summary>
internal static class ListPage
{
    public const string ButtonForm = "knappar";

    public static ListView DefaultView(SharePointList list) => list.Views.Find(v => v.IsDefault) ?? list.Views[0];

    public static ListView? ViewOf(SharePointList list, string file) => file.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase)
        ? list.Views.Find(v => v.Name.Equals(file[..^5], StringComparison.OrdinalIgnoreCase)) : null;

    public static Reply Show(Visit visit, Site site, SharePointList list, ListView view, string? problem, int status = 200)
    {
        var rows = ViewRows.Of(visit.Tenant, site, list, view, visit.Person);
        var skip = view.Paged && int.TryParse(visit.Query["sida"], CultureInfo.InvariantCulture, out var page) && page > 1 ? (page - 1) * view.RowLimit : 0;
        var title = $"{list.DisplayName}, vyn {view.Title}";
        return Layout.Show(visit, new(title, H($"""
            <h1>{list.DisplayName}</h1>
            {(list.Description.Length > 0 ? H($"""<p class="lead">{list.Description}</p>""") : None)}
            {Layout.Alert(problem)}
            {Commands(visit, site, list)}
            {Tabs(list, view)}
            <form id="{ButtonForm}" method="post" action="{Link.View(list, view)}"></form>
            {Shown(visit, site, list, view, rows, skip, title)}
            {Pager(list, view, rows.Rows.Count, skip)}
            """))
        { Site = site, Status = status });
    }

    /// <summary>A formatted button was pressed: it sets its values at once and without asking, as SharePoint does.</summary>
    public static async Task<Reply> PressAsync(Visit visit, Site site, SharePointList list, string[] inside)
    {
        ListView view;
        Press press;
        lock (visit.Tenant.Gate)
        {
            view = inside is [var file] ? ViewOf(list, file) ?? throw WebSite.NotFound() : DefaultView(list);
            press = Press.Read(visit, site, list);
        }
        var outcome = await ItemWrite.UpdateAsync(visit, site, list, press.Item, press.Values);
        if (outcome.Done) return WebSite.SeeOther($"{Link.View(list, view)}#rad-{press.Item.Id}");
        lock (visit.Tenant.Gate) return Show(visit, site, list, view, outcome.Message, outcome.Status);
    }

    private static List<Column> Columns(SharePointList list, ListView view) =>
        [.. view.Fields.Select(f => f is "LinkTitle" or "LinkTitleNoMenu" ? "Title" : f is "LinkFilename" ? "FileLeafRef" : f)
            .Select(f => f == "ID" ? Column.Number : list.Columns.GetValueOrDefault(f)).OfType<Column>()];

    private static Html Commands(Visit visit, Site site, SharePointList list) =>
        list.Drive is null && visit.May(site, list, RoleLevel.Contribute)
            ? H($"""<p class="commands"><a class="button" href="{Link.Of(list)}/NewForm.aspx">Nytt objekt</a></p>""")
            : None;

    private static Html Tabs(SharePointList list, ListView shown)
    {
        var views = list.Views.Where(v => !v.Hidden).OrderByDescending(v => v.IsDefault).ToList();
        if (views.Count < 2) return None;
        return H($"""
            <nav class="tabs" aria-label="Vyer"><ul>{views.Select(v =>
                H($"""<li><a href="{Link.View(list, v)}"{Attribute("aria-current", v == shown ? "page" : null)}>{v.Title}</a></li>"""))}</ul></nav>
            """);
    }

    private static Html Shown(Visit visit, Site site, SharePointList list, ListView view, ViewRows all, int skip, string title)
    {
        var columns = Columns(list, view);
        var rows = all.Rows.Skip(skip).Take(view.Paged ? view.RowLimit : int.MaxValue).ToList();
        if (rows.Count == 0) return H($"""<p class="empty">Det finns inget att visa i den här vyn.</p>""");
        var heads = columns.Select(c => c.Kind == ColumnKind.Number ? Table.NumberHead(Words.ColumnTitle(c)) : Table.Head(Words.ColumnTitle(c)));
        return all.GroupedBy is { } by
            ? Table.Grouped(title, heads, all.Groups.Select(g => Group(visit, site, list, columns, by, g, [.. g.Rows.Where(rows.Contains)])))
            : Table.Show(title, heads, rows.Select(r => Row(visit, site, list, columns, r)));
    }

    /// <summary>A group under its heading, which counts all its rows, also those on the next page.</summary>
    private static Html Group(Visit visit, Site site, SharePointList list, List<Column> columns, Column by, ViewGroup group, List<ListItem> rows)
    {
        if (rows.Count == 0) return None;
        var heading = $"{Words.ColumnTitle(by)}: {(group.Heading.Length > 0 ? group.Heading : "(tomt)")}";
        return H($"""
            <tbody><tr class="group"><th scope="rowgroup" colspan="{columns.Count}">{heading} <span class="hint">({group.Rows.Count})</span></th></tr>
            {rows.Select(r => Row(visit, site, list, columns, r))}</tbody>
            """);
    }

    private static Html Row(Visit visit, Site site, SharePointList list, List<Column> columns, ListItem item) =>
        H($"""<tr id="rad-{item.Id}">{columns.Select((c, i) => Cell(visit, new(visit, site, list, item, c), i == 0))}</tr>""");

    private static Html Cell(Visit visit, RowContext row, bool first)
    {
        var shown = row.Column.Name is "Title" or "FileLeafRef" && row.Column.CustomFormatter is null
            ? ItemLink(row)
            : CellFormat.Show(row);
        return first ? H($"""<th scope="row">{shown}</th>""") : H($"<td{Attribute("class", Kind(row.Column))}>{shown}</td>");
    }

    private static Html ItemLink(RowContext row)
    {
        var text = FieldText.Plain(row.Site, row.Column, FieldText.Value(row.Item, row.Column));
        var address = row.Item.Node is { } node && row.Column.Name == "FileLeafRef" ? Link.Of(node) : Link.Item(row.List, row.Item);
        return H($"""<a href="{address}">{(text.Length > 0 ? text : "(ingen rubrik)")}</a>""");
    }

    /// <summary>How much room the cell needs.</summary>
    private static string? Kind(Column column) => column.Kind switch
    {
        ColumnKind.Number => "number",
        ColumnKind.Note or ColumnKind.People or ColumnKind.Lookups => "wide",
        ColumnKind.Date or ColumnKind.DateTime => "nowrap",
        _ => column.FacetName == "dateTime" ? "nowrap" : null,
    };

    private static Html Pager(SharePointList list, ListView view, int total, int skip)
    {
        if (!view.Paged || total <= view.RowLimit) return None;
        var page = (skip / view.RowLimit) + 1;
        Html Step(int to, string text) => H($"""<a href="{Link.View(list, view)}?sida={to}">{text}</a>""");
        return H($"""
            <nav class="pager" aria-label="Sidor i vyn">
            {(skip > 0 ? Step(page - 1, "Föregående") : None)} <span>{skip + 1}–{Math.Min(skip + view.RowLimit, total)} av {total}</span>
            {(skip + view.RowLimit < total ? Step(page + 1, "Nästa") : None)}
            </nav>
            """);
    }
}
