using System.Net;
using System.Text;
using Hallbarhet.Group.Overview;

namespace Hallbarhet.Microsoft365.Pages;

/// <summary>Sections as the HTML of a text web part. Every word is encoded; an address that leads nowhere safe is no link.</summary>
internal static class SectionHtml
{
    public static string Of(IReadOnlyList<PageSection> sections)
    {
        var html = new StringBuilder();
        foreach (var section in sections)
        {
            html.Append("<h2>").Append(Encode(section.Heading)).Append("</h2><ul>");
            foreach (var line in section.Lines) Append(html, line);
            html.Append("</ul>");
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, PageLine line)
    {
        html.Append("<li><strong>");
        if (IsSafe(line.Url)) html.Append("<a href=\"").Append(Encode(line.Url!)).Append("\">").Append(Encode(line.Title)).Append("</a>");
        else html.Append(Encode(line.Title));
        html.Append("</strong>");
        if (!string.IsNullOrWhiteSpace(line.Text)) html.Append(' ').Append(Encode(line.Text));
        html.Append("</li>");
    }

    private static bool IsSafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
