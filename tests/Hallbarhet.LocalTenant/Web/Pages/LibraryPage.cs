using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>A document library: folders to open, documents to download.</summary>
internal static class LibraryPage
{
    public static Reply Show(Visit visit, Site site, SharePointList list, string[] path)
    {
        var node = list.Drive!.Find("root:/" + string.Join('/', path)) ?? throw WebSite.NotFound();
        Rights.Demand(visit.Tenant, site, list, node.Item, visit.Person, RoleLevel.Read);
        return node.IsFolder ? Folder(visit, site, list, node) : ItemPage.Download(node.Content, node.Name);
    }

    private static Reply Folder(Visit visit, Site site, SharePointList list, DriveNode folder)
    {
        var title = folder.Parent is null ? list.DisplayName : folder.Name;
        var shown = folder.Children.Values.Where(c => visit.May(site, list, RoleLevel.Read, c.Item)).OrderByDescending(c => c.IsFolder).ToList();
        Html[] heads = [Table.Head("Namn"), Table.Head("Ändrad"), Table.Head("Ändrad av"), Table.NumberHead("Storlek"), Table.Head("Mer")];
        return Layout.Show(visit, new(title, H($"""
            {(folder.Parent is null ? None : H($"""<nav class="path" aria-label="Sökväg">{Join(Trail(list, folder.Parent), " › ")}</nav>"""))}
            <h1>{title}</h1>
            {(folder.Parent is null && list.Description.Length > 0 ? H($"""<p class="lead">{list.Description}</p>""") : None)}
            {(shown.Count == 0 ? H($"""<p class="empty">Mappen är tom.</p>""") : Table.Show(title, heads, shown.Select(n => Row(list, n))))}
            """))
        { Site = site });
    }

    private static Html Row(SharePointList list, DriveNode node) => H($"""
        <tr><th scope="row"><span class="kind{(node.IsFolder ? " folder" : "")}" aria-hidden="true"></span><a href="{Link.Of(node)}">{node.Name}</a></th>
        <td>{Words.Moment(node.Item!.Modified)}</td><td>{node.Item.Editor.Title}</td><td class="number">{(node.IsFolder ? "" : Words.Size(node.Size))}</td>
        <td><a href="{Link.Item(list, node.Item)}">Egenskaper<span class="hidden"> för {node.Name}</span></a></td></tr>
        """);

    private static IEnumerable<Html> Trail(SharePointList list, DriveNode folder) => folder.Parent is null
        ? [H($"""<a href="{Link.Of(list)}">{list.DisplayName}</a>""")]
        : Trail(list, folder.Parent).Append(H($"""<a href="{Link.Of(folder)}">{folder.Name}</a>"""));
}
