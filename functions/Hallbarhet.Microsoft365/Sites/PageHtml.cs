using System.Net;
using System.Text;
using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>A page's text as the HTML of a text web part. Every word is encoded here.</summary>
internal static class PageHtml
{
    public static string Of(PageDefinition page, WorkspaceTarget target)
    {
        var html = new StringBuilder();
        foreach (var block in page.Blocks)
            Append(html, block, target);
        return html.ToString();
    }

    private static void Append(StringBuilder html, PageBlock block, WorkspaceTarget target)
    {
        if (block.Heading is { } heading)
            html.Append("<h2>").Append(Encode(heading)).Append("</h2>");
        var pieces = new[] { block.Link is { } link ? Anchor(link, target) : null, block.Text is { } text ? Encode(text) : null }.OfType<string>().ToList();
        if (pieces.Count > 0)
            html.Append("<p>").AppendJoin(". ", pieces).Append("</p>");
        if (block.Bullets.Count > 0)
            AppendItems(html, block.Bullets.Select(Encode));
        if (block.Menu)
            AppendItems(html, target.Definition.Navigation.Menu.Where(item => item.List is not null).Select(item => ListAnchor(target.Definition.List(item.List!), target)));
    }

    private static void AppendItems(StringBuilder html, IEnumerable<string> items)
    {
        html.Append("<ul>");
        foreach (var item in items)
            html.Append("<li>").Append(item).Append("</li>");
        html.Append("</ul>");
    }

    private static string ListAnchor(ListDefinition list, WorkspaceTarget target) => Anchor(target.AddressOf(list), list.Title);

    private static string Anchor(PageLink link, WorkspaceTarget target) => Anchor(
        link.List is { } list
            ? target.AddressOf(target.Definition.List(list))
            : $"{target.Group.Site}/SitePages/{target.Definition.Pages.Single(page => page.Key == link.Page).File}",
        link.Text);

    private static string Anchor(string address, string text) => $"<a href=\"{Encode(address)}\">{Encode(text)}</a>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
