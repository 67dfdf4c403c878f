using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;
using Hallbarhet.LocalTenant.Web.Pages;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>What a page gives to the layout.</summary>
internal sealed record Page(string Title, Html Body)
{
    /// <summary>The site that the page belongs to; null for pages of the tenant itself.</summary>
    public Site? Site { get; init; }

    public int Status { get; init; } = 200;
}

/// <summary>The frame of every page: skip link, bar with the person who looks, menu, content.</summary>
internal static class Layout
{
    private const string SiteContents = "_layouts/15/viewlsts.aspx";

    private static readonly (string Address, string Title)[] TenantMenu =
    [
        ("", "Översikt"), ("klocka", "Klocka"), ("logg", "Anropslogg"), ("fel", "Felskript"), ("behorigheter", "Behörigheter"),
    ];

    public static Reply Show(Visit visit, Page page)
    {
        var place = page.Site?.Title ?? "Lokal Microsoft 365";
        var html = H($"""
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{page.Title} – {place}</title>
            <link rel="stylesheet" href="{TenantPages.Root}/site.css">
            <link rel="icon" href="data:,">
            </head>
            <body>
            <a class="skip" href="#innehall">Hoppa till innehållet</a>
            <header>
            <div class="bar"><a class="brand" href="{TenantPages.Root}/">Lokal Microsoft 365</a>{Person(visit)}</div>
            {(page.Site is { } site ? SiteHeader(site) : None)}
            </header>
            <div class="frame">
            {Menu(visit, page.Site)}
            <main id="innehall" tabindex="-1">
            {page.Body}
            </main>
            </div>
            </body>
            </html>
            """);
        return new() { Status = page.Status, Body = Encoding.UTF8.GetBytes(html.Markup), ContentType = "text/html; charset=utf-8" };
    }

    public static Reply Refused(Visit visit, GraphError error)
    {
        var words = error.Status == 400 || error.Message.StartsWith("Formuläret", StringComparison.Ordinal) ? error.Message : Words.Refusal(error.Status, error.Message);
        var title = error.Status switch { 403 => "Åtkomst nekad", 404 => "Sidan finns inte", _ => "Det gick inte" };
        return Show(visit, new(title, H($"""
            <h1>{title}</h1>
            <p>{words}</p>
            <p>Du tittar som {visit.Person.DisplayName}. Byt person överst på sidan om någon annan har rätt att se den.</p>
            """))
        { Status = error.Status });
    }

    /// <summary>A message above the content, such as why something was refused.</summary>
    public static Html Alert(string? text) => text is null ? None : H($"""<div class="alert" role="alert"><p>{text}</p></div>""");

    private static Html Person(Visit visit)
    {
        var people = visit.Tenant.Users.All.Where(u => u.Enabled)
            .OrderBy(u => u.DisplayName, StringComparer.Create(SiteCulture.Swedish, true));
        var back = visit.IsPost ? visit.Path : visit.Path + (visit.Request.QueryText.Length > 0 ? "?" + visit.Request.QueryText : "");
        return H($"""
            <form class="person" method="post" action="{TenantPages.Root}/person">
            <label for="person">Du är:</label>
            <select id="person" name="person">{people.Select(u => H($"""<option value="{u.Upn}"{Flag("selected", u.Id == visit.Person.Id)}>{Named(visit, u)}</option>"""))}</select>
            <input type="hidden" name="tillbaka" value="{back}">
            <button>Byt person</button>
            </form>
            """);
    }

    /// <summary>The name with the title in the directory, or with a SharePoint group that the person stands in.</summary>
    private static string Named(Visit visit, Directory.UserAccount user)
    {
        var role = user.Properties.Text("jobTitle") ?? visit.Tenant.Sites.All.SelectMany(s => s.Groups, (site, group) => (site, group))
            .Where(g => g.group.Users.Exists(id => g.site.Users.Find(id)?.DirectoryId == user.Id)).Select(g => g.group.Title).FirstOrDefault();
        return role is null ? user.DisplayName : $"{user.DisplayName} ({role.ToLower(SiteCulture.Swedish)})";
    }

    private static Html SiteHeader(Site site) => H($"""
        <div class="site"><span class="tile" aria-hidden="true">{site.Title[..1]}</span><a class="sitename" href="{Link.Of(site)}">{site.Title}</a></div>
        """);

    private static Html Menu(Visit visit, Site? site)
    {
        if (site is null)
        {
            return H($"""
                <nav class="menu" aria-label="Sidor"><ul>{TenantMenu.Select(m => Entry(visit, $"{TenantPages.Root}/{m.Address}", m.Title, []))}</ul></nav>
                """);
        }
        var contents = Entry(visit, $"{Link.Of(site)}/{SiteContents}", "Webbplatsinnehåll", []);
        return H($"""
            <nav class="menu" aria-label="Webbplatsens meny"><ul>{site.QuickLaunch.Select(n => Node(visit, n))}{contents}</ul></nav>
            """);
    }

    /// <summary>The page itself, or what is inside it: a list's forms belong to the list.</summary>
    private static Html Here(string path, string address) => path.Equals(address, StringComparison.OrdinalIgnoreCase) ? Attribute("aria-current", "page")
        : RouteTable.Split(address).Length > 2 && path.StartsWith(address + "/", StringComparison.OrdinalIgnoreCase) ? Attribute("aria-current", "true")
        : None;

    private static Html Node(Visit visit, NavigationNode node) => Entry(visit, Link.Safe(visit.Tenant, node.Url), node.Title, node.Children);

    private static Html Entry(Visit visit, string? address, string title, List<NavigationNode> children)
    {
        var here = address is null ? None : Here(visit.Path, Uri.UnescapeDataString(address));
        var label = address is null ? H($"""<span class="heading">{title}</span>""") : H($"""<a href="{address}"{here}>{title}</a>""");
        return H($"<li>{label}{(children.Count > 0 ? H($"<ul>{children.Select(c => Node(visit, c))}</ul>") : None)}</li>");
    }
}
