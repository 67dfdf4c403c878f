using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>An item with all its fields, its attachments and who changed what.</summary>
internal static class ItemPage
{
    public static ListItem Find(Visit visit, Site site, SharePointList list)
    {
        var item = list.Item(visit.Query["ID"] ?? "");
        Rights.Demand(visit.Tenant, site, list, item, visit.Person, RoleLevel.Read);
        return item;
    }

    public static string Title(ListItem item) => item.Node?.Name ?? item.Values.GetValueOrDefault("Title") as string ?? $"objekt {item.Id.ToString(CultureInfo.InvariantCulture)}";

    public static Reply Show(Visit visit, Site site, SharePointList list)
    {
        var item = Find(visit, site, list);
        var columns = list.Columns.Values.Where(c => !c.Hidden && (!c.BuiltIn || c.Name is "Title" or "FileLeafRef")).ToList();
        return Layout.Show(visit, new($"{Title(item)} – {list.DisplayName}", H($"""
            <p class="path"><a href="{Link.Of(list)}">{list.DisplayName}</a></p>
            <h1>{Title(item)}</h1>
            {Commands(visit, site, list, item)}
            <dl class="fields">{columns.Select(c => Field(visit, site, c, item))}</dl>
            {Attachments(list, item)}
            <p class="hint">Skapad {Words.Moment(item.Created)} av {item.Author.Title}. Ändrad {Words.Moment(item.Modified)} av {item.Editor.Title}.</p>
            {History(visit, site, list, item)}
            """))
        { Site = site });
    }

    public static Reply Attachment(Visit visit, Site site, SharePointList list, string id, string file)
    {
        var item = list.Item(id);
        Rights.Demand(visit.Tenant, site, list, item, visit.Person, RoleLevel.Read);
        return item.Attachments.TryGetValue(file, out var content) ? Download(content, file) : throw WebSite.NotFound();
    }

    /// <summary>A file to keep, never to run in the page's name.</summary>
    public static Reply Download(ReadOnlyMemory<byte> content, string name, string? type = null) => Reply.Binary(content, type ?? DriveJson.MimeType(name))
        .With("Content-Disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}")
        .With("Content-Security-Policy", "default-src 'none'; sandbox");

    private static Html Commands(Visit visit, Site site, SharePointList list, ListItem item) =>
        visit.May(site, list, RoleLevel.Contribute, item)
            ? H($"""<p class="commands"><a class="button" href="{Link.Item(list, item, "EditForm")}">Redigera</a></p>""")
            : None;

    private static Html Field(Visit visit, Site site, Column column, ListItem item)
    {
        var value = FieldText.Show(visit, site, column, FieldText.Value(item, column), false);
        return H($"""<div><dt>{Words.ColumnTitle(column)}</dt><dd>{(value.IsEmpty ? H($"""<span class="hint">–</span>""") : value)}</dd></div>""");
    }

    private static Html Attachments(SharePointList list, ListItem item) => item.Attachments.Count == 0 ? None : H($"""
        <h2>Bifogade filer</h2>
        <ul class="plain">{item.Attachments.Select(a => H($"""<li><a href="{Link.Of(list)}/Attachments/{item.Id}/{Uri.EscapeDataString(a.Key)}">{a.Key}</a> <span class="hint">{Words.Size(a.Value.Length)}</span></li>"""))}</ul>
        """);

    private static Html History(Visit visit, Site site, SharePointList list, ListItem item)
    {
        var newestFirst = item.Versions.Select((version, i) => (version, i == 0 ? null : item.Versions[i - 1])).Reverse();
        Html[] heads = [Table.Head("Version"), Table.Head("Ändrad"), Table.Head("Av"), Table.Head("Vad som ändrades")];
        return H($"""
            <h2>Versionshistorik</h2>
            {Table.Show("Versionshistorik", heads, newestFirst.Select(Row))}
            """);

        Html Row((ItemVersion This, ItemVersion? Before) v) => H($"""
            <tr><th scope="row">{v.This.Number}.0</th><td class="nowrap">{Words.Moment(v.This.At)}</td><td>{v.This.Editor.Title}</td>
            <td>{Changes(visit, site, list, v.This, v.Before)}</td></tr>
            """);
    }

    private static Html Changes(Visit visit, Site site, SharePointList list, ItemVersion version, ItemVersion? before)
    {
        var changed = list.Columns.Values.Where(c => !c.Hidden && Differs(version.Values.GetValueOrDefault(c.Name), before?.Values.GetValueOrDefault(c.Name))).ToList();
        if (changed.Count == 0) return H($"""<span class="hint">inga synliga fält</span>""");
        return H($"""<ul class="plain">{changed.Select(c => H($"""
            <li>{Words.ColumnTitle(c)}: {(version.Values.TryGetValue(c.Name, out var value) ? FieldText.Show(visit, site, c, value, true) : H($"<em>tömt</em>"))}</li>
            """))}</ul>""");
    }

    private static bool Differs(object? now, object? then) => (now, then) switch
    {
        (int[] a, int[] b) => !a.SequenceEqual(b),
        (string[] a, string[] b) => !a.SequenceEqual(b),
        _ => !Equals(now, then),
    };
}
