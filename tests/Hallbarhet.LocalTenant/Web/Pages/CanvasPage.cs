using Hallbarhet.LocalTenant.Sites;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>Site pages: text web parts as they are, other web parts by their title.</summary>
internal static class CanvasPage
{
    public static bool Exists(Site site, string file) => Find(site, file) is not null;

    public static Reply Show(Visit visit, Site site, string file)
    {
        var page = Find(site, file) ?? throw WebSite.NotFound();
        Rights.Demand(visit.Tenant, site, null, null, visit.Person, RoleLevel.Read);
        var title = page.Text("title") ?? file;
        var draft = page["publishingState"]?["level"]?.GetValue<string>() == "published" ? None
            : H($"""<p class="hint">Sidan är ett utkast och inte publicerad.</p>""");
        return Layout.Show(visit, new(title, H($"""
            <article class="canvas">
            <h1>{title}</h1>
            {draft}
            {Sections(page).Select(s => Section(visit, s))}
            </article>
            """))
        { Site = site });
    }

    public static Reply Index(Visit visit, Site site)
    {
        Rights.Demand(visit.Tenant, site, null, null, visit.Person, RoleLevel.Read);
        return Layout.Show(visit, new("Webbplatssidor", H($"""
            <h1>Webbplatssidor</h1>
            <ul class="plain">{site.Pages.Values.Select(p => H($"""<li><a href="{Link.Of(site)}/SitePages/{Uri.EscapeDataString(p.Text("name")!)}">{p.Text("title")}</a></li>"""))}</ul>
            """))
        { Site = site });
    }

    private static JsonObject? Find(Site site, string file) =>
        site.Pages.Values.FirstOrDefault(p => string.Equals(p.Text("name"), file, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<List<JsonObject>> Sections(JsonObject page)
    {
        if (page.Inner("canvasLayout") is not { } canvas) return [];
        var sections = canvas.Objects("horizontalSections").Select(s => s.Objects("columns").ToList());
        return canvas.Inner("verticalSection") is { } vertical ? sections.Append([vertical]) : sections;
    }

    private static Html Section(Visit visit, List<JsonObject> columns) => H($"""
        <section class="columns">{columns.Select(c => H($"<div>{c.Objects("webparts").Select(p => Part(visit, p))}</div>"))}</section>
        """);

    private static Html Part(Visit visit, JsonObject part) => part.Text("innerHtml") is { } text
        ? H($"""<div class="text">{SafeHtml.Clean(visit.Tenant, text)}</div>""")
        : H($"""<p class="hint">Webbdel: {part.Inner("data")?.Text("title") ?? part.Text("webPartType")}</p>""");
}
