using System.Net;
using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Web;

/// <summary>Rebuilds stored markup from the few elements that a text web part needs; anything else is left out, its text stays.</summary>
internal static partial class SafeHtml
{
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
        { "p", "h2", "h3", "h4", "ul", "ol", "li", "a", "strong", "b", "em", "i", "u", "br", "hr", "blockquote", "table", "thead", "tbody", "tr", "th", "td" };

    public static Html Clean(TenantState tenant, string markup)
    {
        var result = new StringBuilder(markup.Length);
        var open = new Stack<string>();
        var at = 0;
        markup = Dropped().Replace(markup, "");
        foreach (Match tag in Tag().Matches(markup))
        {
            _ = result.Append(Encoded(markup[at..tag.Index]));
            at = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            if (Kept.Contains(name)) Append(tenant, result, open, tag, name);
        }
        _ = result.Append(Encoded(markup[at..]));
        while (open.TryPop(out var name)) Close(result, name);
        return new(result.ToString());
    }

    private static void Append(TenantState tenant, StringBuilder result, Stack<string> open, Match tag, string name)
    {
        if (tag.Groups["end"].Length > 0)
        {
            // An end tag closes what was opened inside it, and one that closes nothing is left out.
            if (!open.Contains(name)) return;
            string inner;
            do Close(result, inner = open.Pop());
            while (inner != name);
            return;
        }
        _ = result.Append(name == "a" ? Anchor(tenant, tag.Groups["rest"].Value).Markup : $"<{name}>");
        if (name is not ("br" or "hr")) open.Push(name);
    }

    private static void Close(StringBuilder result, string name) => result.Append("</").Append(name).Append('>');

    private static Html Anchor(TenantState tenant, string attributes)
    {
        var href = Link.Safe(tenant, WebUtility.HtmlDecode(Href().Match(attributes).Groups["url"].Value));
        return href is null ? Html.H($"<a>") : Html.H($"""<a href="{href}">""");
    }

    private static string Encoded(string text) => Html.Text(WebUtility.HtmlDecode(text)).Markup;

    [GeneratedRegex(@"<!--.*?-->|<(script|style|head|title|iframe|object|svg|template)\b.*?(</\1\s*>|$)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Dropped();

    [GeneratedRegex("""<(?<end>/?)(?<name>[a-z][a-z0-9]*)(?<rest>(?:[^<>"']|"[^"]*"|'[^']*')*)>""", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("""\bhref\s*=\s*(?:"(?<url>[^"]*)"|'(?<url>[^']*)')""", RegexOptions.IgnoreCase)]
    private static partial Regex Href();
}
