using System.Text;
using System.Text.RegularExpressions;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;

namespace Hallbarhet.Documents.Html;

/// <summary>Text on its way into HTML: encoded here and nowhere else.</summary>
internal static partial class HtmlText
{
    /// <summary>A mail is read, not archived: a single text longer than this is cut with "…".</summary>
    private const int Most = 1500;

    /// <summary>No Swedish word is longer; what is gets places to break, or it would push a table out of the window.</summary>
    private const int LongestWord = 40;

    public static string Encode(string text) => Encoded(PeopleText.Shorten(PeopleText.Clean(text), Most), breakLongWords: true);

    /// <summary>A title or a whole address: one line, never divided.</summary>
    public static string Attribute(string text) => Encoded(PeopleText.OneLine(text), breakLongWords: false);

    public static string Lines(Line line, bool narrow = false) =>
        string.Concat(line.Spans.Where(s => s.Text.Length > 0).Select(s => Of(narrow ? Hyphenated(s) : s)));

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

    /// <summary>In a narrow column long names of departments are divided where a Swede would divide them.</summary>
    private static Span Hyphenated(Span span) => span with { Text = CompoundName().Replace(span.Text, "\u00AD$0") };

    /// <summary>Hebrew and Arabic are isolated, so that numbers and signs after them keep their order.</summary>
    private static bool HasRightToLeft(string text) => text.Any(c => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC'));

    private static string Encoded(string text, bool breakLongWords)
    {
        var html = new StringBuilder(text.Length);
        var word = 0;
        foreach (var c in text)
        {
            word = char.IsWhiteSpace(c) ? 0 : word + 1;
            if (breakLongWords && word > LongestWord && !char.IsLowSurrogate(c))
            {
                html.Append("<wbr>");
                word = 1;
            }
            html.Append(Entity(c) ?? c.ToString());
        }
        return html.ToString();
    }

    private static string? Entity(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => null,
    };

    [GeneratedRegex(@"(?<=\p{L}{6})(förvaltning|ledning|verksamhet)")]
    private static partial Regex CompoundName();
}
