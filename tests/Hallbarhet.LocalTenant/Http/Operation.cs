using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Http;

/// <summary>One row of the table of what the tenant answers.</summary>
internal sealed class Operation(string method, string template, Right right, Func<Call, Reply> handler, string options = "")
{
    private static readonly HashSet<string> ManyRows = new(StringComparer.OrdinalIgnoreCase)
        { "lists", "columns", "items", "versions", "drives", "children", "pages", "AttachmentFiles", "delta" };

    private readonly int units = PermissionTable.Of(right).Service != Service.SharePoint ? 0
        : right is Right.SiteGrant ? 5
        : method != "GET" || ManyRows.Contains(template.Split('/')[^1]) ? 2 : 1;

    private readonly string[] names = [.. RouteTable.Split(template).SelectMany(GraphPath.Function).Where(s => s.StartsWith('{')).Select(s => s[1..^1])];

    public string Method { get; } = method;

    public string Template { get; } = template;

    public Right Right { get; } = right;

    public Func<Call, Reply> Handler { get; } = handler;

    /// <summary>How reports call it.</summary>
    public string Name { get; } = $"{method} /v1.0{template}";

    /// <summary>Query options that this operation honours.</summary>
    public string Options { get; } = options;

    /// <summary>SharePoint's documented cost: 1 single read, download or delta with a token, 2 other queries and writes, 5 permissions; other services have none.</summary>
    public int ResourceUnits(Query query) => units == 2 && query["token"] is not null ? 1 : units;

    public int IndexOf(string name) => Array.IndexOf(names, name);
}
