using System.Text;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;

namespace Hallbarhet.Documents.Html;

/// <summary>Text on its way into HTML: encoded here and nowhere else.</summary>
internal static class HtmlText
{
    /// <summary>A mail is read, not archived: a single text longer than this is cut with "…".</summary>
    public const int Most = 1500;

    public static string Encode(string text) => Encoded(PeopleText.Shorten(PeopleText.Clean(text), Most));

    public static string Lines(Line line) => string.Concat(line.Spans.Where(s => s.Text.Length > 0).Select(Of));

    /// <summary>A whole address, never shortened.</summary>
    public static string Attribute(string text) => Encoded(PeopleText.OneLine(text));

    private static string Of(Span span)
    {
        var html = Encode(span.Text).Replace("\n", "<br>", StringComparison.Ordinal);
        if (HasRightToLeft(span.Text)) html = $"<bdi>{html}</bdi>";
        if (span.Bold) html = $"<strong>{html}</strong>";
        if (span.Quiet) html = $"<span style=\"{Css.QuietInline}\">{html}</span>";
        return span.Target is { } target && WebAddress.Parse(target) is not null
            ? $"<a href=\"{Attribute(target)}\" style=\"{Css.Link}\">{html}</a>"
            : html;
    }

    /// <summary>Hebrew and Arabic are isolated, so that numbers and signs after them keep their order.</summary>
    private static bool HasRightToLeft(string text) => text.Any(c => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC'));

    private static string Encoded(string text)
    {
        var html = new StringBuilder(text.Length);
        foreach (var c in text)
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        return html.ToString();
    }
}
