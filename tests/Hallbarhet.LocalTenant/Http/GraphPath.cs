using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Http;

/// <summary>
/// Turns a Graph path with its colon notations and short cuts into plain segments: a path below an item is one segment
/// (<c>root:/2026/plan.docx</c>), and every way to a drive starts with <c>drives</c>.
/// </summary>
internal static partial class GraphPath
{
    public static string[] Segments(string path, string? userId)
    {
        var segments = Colons(path);
        if (segments is ["me", ..]) segments = ["users", userId ?? throw NoUser(), .. segments[1..]];
        return Root(Drive([.. segments.Select(Cast).SelectMany(Function)]));
    }

    /// <summary>A function call is two segments, its name and its argument: <c>delta(token='latest')</c>, <c>delta()</c>.</summary>
    public static string[] Function(string segment) => FunctionCall().Match(segment) is not { Success: true } call ? [segment]
        : call.Groups["value"] is { Success: true } value ? [call.Groups["name"].Value + "()", value.Value]
        : [call.Groups["name"].Value];

    private static string[] Colons(string path)
    {
        if (SiteByPath().Match(path) is { Success: true } site)
            return ["sites", $"{site.Groups["host"].Value}:/{site.Groups["path"].Value}", .. Colons(site.Groups["rest"].Value)];
        if (ItemByPath().Match(path) is not { Success: true } item) return RouteTable.Split(path);
        var start = item.Groups["id"] is { Success: true } id ? id.Value : "root";
        var before = RouteTable.Split(item.Groups["before"].Value);
        if (before is [.. var drive, "items"]) before = drive;
        return [.. before, "items", $"{start}:/{item.Groups["path"].Value.TrimEnd('/')}",
            .. RouteTable.Split(item.Groups["rest"].Value)];
    }

    /// <summary>The SDK shortens the namespace of a type cast.</summary>
    private static string Cast(string segment) => segment.StartsWith("graph.", StringComparison.Ordinal) ? "microsoft." + segment : segment;

    private static string[] Drive(string[] segments) => segments switch
    {
        ["sites", var site, "drive", var next, .. var rest] => ["drives", $"site!{site}", next, .. rest],
        ["sites", _, "drives", var drive, .. var rest] => ["drives", drive, .. rest],
        ["sites", var site, "lists", var list, "drive", var next, .. var rest] => ["drives", $"list!{site}!{list}", next, .. rest],
        ["groups", var group, "drive", .. var rest] => ["drives", $"group!{group}", .. rest],
        _ => segments,
    };

    private static string[] Root(string[] segments) =>
        segments is ["drives", var drive, "root", .. var rest] ? ["drives", drive, "items", "root", .. rest] : segments;

    private static GraphError NoUser() => new(400, "BadRequest", "/me request is only valid with delegated authentication flow.");

    [GeneratedRegex(@"^(?<name>delta)\((?:token='(?<value>[^']*)')?\)$", RegexOptions.IgnoreCase)]
    private static partial Regex FunctionCall();

    [GeneratedRegex("^/?sites/(?<host>[^/:]+):/(?<path>[^:]+?)(?:/?:(?<rest>.*))?$")]
    private static partial Regex SiteByPath();

    [GeneratedRegex("^(?<before>.*/)?(?:root|items/(?<id>[^/:]+)):/(?<path>[^:]*)(?::(?<rest>/.*)?)?$")]
    private static partial Regex ItemByPath();
}
