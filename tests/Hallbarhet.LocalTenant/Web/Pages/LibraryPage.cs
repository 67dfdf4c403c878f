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
        var table = shown.Count == 0 ? H($"""<p class="empty">Mappen är tom.</p>""") : H($"""
            <div class="scroll" role="region" aria-label="{title}" tabindex="0"><table class="list">
            <caption class="hidden">{title}: {Words.Count(shown.Count, "fil eller mapp", "filer och mappar")}</caption>
            <thead><tr><th scope="col">Namn</th><th scope="col">Ändrad</th><th scope="col">Ändrad av</th><th scope="col" class="number">Storlek</th><th scope="col">Mer</th></tr></thead>
            <tbody>{shown.Select(n => Row(list, n))}</tbody>
            </table></div>
            """);
        return Layout.Show(visit, new(title, H($"""
            {(folder.Parent is null ? None : H($"""<nav class="path" aria-label="Sökväg">{Join(Trail(list, folder.Parent), " › ")}</nav>"""))}
            <h1>{title}</h1>
            {(folder.Parent is null && list.Description.Length > 0 ? H($"""<p class="lead">{list.Description}</p>""") : None)}
            {table}
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
