using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>Everything below /sites: finds the page, list, form, folder or document that an address names.</summary>
internal static class SitePages
{
    public static Reply Get(Visit visit, string name, string[] rest)
    {
        var site = Find(visit, name);
        return rest switch
        {
            [] => Welcome(visit, site),
            ["_layouts", ..] => Contents(visit, site),
            ["SitePages", var file] => CanvasPage.Show(visit, site, file),
            ["SitePages"] or ["SitePages", ..] => CanvasPage.Index(visit, site),
            _ => InList(visit, site, rest),
        };
    }

    public static async Task<Reply> PostAsync(Visit visit, string name, string[] rest)
    {
        Site site;
        SharePointList list;
        string[] inside;
        lock (visit.Tenant.Gate)
        {
            site = Find(visit, name);
            list = Locate(visit, site, rest, out inside);
        }
        return inside switch
        {
            ["NewForm.aspx"] => await ItemForm.AddAsync(visit, site, list),
            ["EditForm.aspx"] => await ItemForm.ChangeAsync(visit, site, list),
            _ => await ListPage.PressAsync(visit, site, list, inside),
        };
    }

    private static Site Find(Visit visit, string name) =>
        visit.Tenant.Sites.Allow(visit.Person, visit.Tenant.Sites.Find("sites/" + name) ?? throw WebSite.NotFound());

    /// <summary>The list that the address starts with, and what follows; the folder of a library's forms is left out.</summary>
    private static SharePointList Locate(Visit visit, Site site, string[] rest, out string[] inside)
    {
        foreach (var list in site.Lists)
        {
            var own = RouteTable.Split(Uri.UnescapeDataString(Link.Of(list)[Link.Of(site).Length..]));
            if (rest.Length < own.Length || !own.AsSpan().SequenceEqual(rest.AsSpan(0, own.Length), StringComparer.OrdinalIgnoreCase)) continue;
            inside = rest[own.Length..];
            if (list.Drive is not null && inside is ["Forms", _]) inside = inside[1..];
            Rights.Demand(visit.Tenant, site, list, null, visit.Person, RoleLevel.Read);
            return list;
        }
        throw WebSite.NotFound();
    }

    private static Reply InList(Visit visit, Site site, string[] rest)
    {
        var list = Locate(visit, site, rest, out var inside);
        return inside switch
        {
            ["DispForm.aspx"] => ItemPage.Show(visit, site, list),
            ["EditForm.aspx"] => ItemForm.Edit(visit, site, list),
            ["NewForm.aspx"] when list.Drive is null => ItemForm.New(visit, site, list),
            ["Attachments", var item, var file] when list.Drive is null => ItemPage.Attachment(visit, site, list, item, file),
            [var row] when row.EndsWith("_.000", StringComparison.Ordinal) => Reply.Redirect(Link.Item(list, list.Item(row[..^5]))),
            [var view] when ListPage.ViewOf(list, view) is { } found => ListPage.Show(visit, site, list, found, null),
            _ when list.Drive is not null => LibraryPage.Show(visit, site, list, inside),
            [] => ListPage.Show(visit, site, list, ListPage.DefaultView(list), null),
            _ => throw WebSite.NotFound(),
        };
    }

    private static Reply Welcome(Visit visit, Site site) =>
        CanvasPage.Exists(site, site.WelcomePage.Split('/')[^1]) ? CanvasPage.Show(visit, site, site.WelcomePage.Split('/')[^1]) : Contents(visit, site);

    private static Reply Contents(Visit visit, Site site)
    {
        var shown = site.Lists.Where(l => l is { Hidden: false, System: false } && visit.May(site, l, RoleLevel.Read))
            .OrderBy(l => l.DisplayName, StringComparer.Create(SiteCulture.Swedish, true));
        return Layout.Show(visit, new("Webbplatsinnehåll", H($"""
            <h1>Webbplatsinnehåll</h1>
            {Table.Show("Listor och bibliotek", [Table.Head("Namn"), Table.Head("Typ"), Table.NumberHead("Objekt"), Table.Head("Ändrad")], shown.Select(Row))}
            """))
        { Site = site });

        Html Row(SharePointList list) => H($"""
            <tr><th scope="row"><a href="{Link.Of(list)}">{list.DisplayName}</a></th><td>{(list.Drive is null ? "Lista" : "Dokumentbibliotek")}</td>
            <td class="number">{(list.Template == "webPageLibrary" ? site.Pages.Count : list.Items.Count)}</td><td>{Words.Moment(list.Modified)}</td></tr>
            """);
    }
}
