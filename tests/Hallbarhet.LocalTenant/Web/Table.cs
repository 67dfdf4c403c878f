using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>Tables as every page has them: named, with headings for both directions, and scrolled within the page when they are wide.</summary>
internal static class Table
{
    public static Html Head(string title) => H($"""<th scope="col">{title}</th>""");

    public static Html NumberHead(string title) => H($"""<th scope="col" class="number">{title}</th>""");

    public static Html Show(string caption, IEnumerable<Html> heads, IEnumerable<Html> rows) => Grouped(caption, heads, [H($"<tbody>{rows}</tbody>")]);

    public static Html Grouped(string caption, IEnumerable<Html> heads, IEnumerable<Html> bodies) => H($"""
        <div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table>
        <caption class="hidden">{caption}</caption>
        <thead><tr>{heads}</tr></thead>
        {bodies}
        </table></div>
        """);
}
