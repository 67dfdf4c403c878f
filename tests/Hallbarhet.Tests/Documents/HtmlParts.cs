using System.Net;
using System.Text.RegularExpressions;

namespace Hallbarhet.Tests.Documents;

/// <summary>Looks into a mail's HTML; it is our own and regular, so patterns are enough.</summary>
internal static partial class HtmlParts
{
    public static IReadOnlyList<int> Headings(string html) => [.. Heading().Matches(html).Select(m => m.Groups[1].Value[0] - '0')];

    public static IReadOnlyList<string> LinkTexts(string html) => [.. Anchor().Matches(html).Select(m => Text(m.Groups[1].Value))];

    public static IReadOnlyList<string> DataTables(string html) =>
        [.. Table().Matches(html).Select(m => m.Value).Where(t => !t.Contains("role=\"presentation\"", StringComparison.Ordinal))];

    /// <summary>What is left when everything between angle brackets goes, as a mail server makes the plain part.</summary>
    public static string Text(string html)
    {
        var body = Head().Replace(html, "");
        var lines = WebUtility.HtmlDecode(Tag().Replace(body, "")).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
        return string.Join('\n', lines);
    }

    [GeneratedRegex("<h([1-6])[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<a [^>]*>(.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Anchor();

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<head>.*?</head>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
