using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;
using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>What Graph cannot do: site users, attachments of list items, deletion of versions.</summary>
internal static partial class SharePointRouter
{
    private const string Item =
        "^web/lists(?:/getbyid\\(guid'(?<id>[^']+)'\\)|\\(guid'(?<id>[^']+)'\\)|/getbytitle\\('(?<title>(?:[^']|'')+)'\\))/items\\((?<item>\\d+)\\)";

    private static readonly (string Method, Regex Path, string Template, Func<RestCall, Reply> Handler)[] Table =
    [
        ("POST", EnsureUserPath(), "web/ensureuser", SiteUserRest.Ensure),
        ("GET", AttachmentsPath(), "web/lists({list})/items({item})/AttachmentFiles", AttachmentRest.List),
        ("POST", AddAttachmentPath(), "web/lists({list})/items({item})/AttachmentFiles/add", AttachmentRest.Add),
        ("GET", AttachmentContentPath(), "web/lists({list})/items({item})/AttachmentFiles({name})/$value", AttachmentRest.Content),
        ("DELETE", AttachmentPath(), "web/lists({list})/items({item})/AttachmentFiles({name})", AttachmentRest.Delete),
        ("POST", DeleteVersionsPath(), "web/lists({list})/items({item})/versions/deleteAll", VersionRest.DeleteAll),
    ];

    public static Reply Answer(TenantState tenant, TenantRequest request, Caller caller, LogEntry entry, Action allowed)
    {
        var at = request.Path.IndexOf("/_api/", StringComparison.OrdinalIgnoreCase);
        var path = request.Path[(at + 6)..].TrimEnd('/');
        var method = request.Headers.GetValueOrDefault("X-HTTP-Method")?.ToUpperInvariant() ?? request.Method;
        DemandJson(request);
        var site = Allowed(tenant, caller, request.Path[..at]);
        foreach (var row in Table)
        {
            if (row.Method != method || row.Path.Match(path) is not { Success: true } match) continue;
            (entry.Path, entry.ResourceUnits) = ("/sites/{site}/_api/" + row.Template, method == "GET" ? 1 : 2);
            var call = new RestCall(tenant, site, caller, request, match);
            var place = match.Groups["item"].Success ? new Place(site, call.List, call.Item) : new Place(site);
            tenant.Access.Demand(caller, method == "GET" ? Right.SiteRead : Right.SiteWrite, place, $"{method} {entry.Path}");
            allowed();
            return row.Handler(call);
        }
        throw GraphError.NotKnown(request.Method, request.Path);
    }

    private static Site Allowed(TenantState tenant, Caller caller, string path)
    {
        var site = tenant.Sites.Find(path.TrimStart('/')) ?? throw new GraphError(404, "itemNotFound", "404 FILE NOT FOUND");
        return tenant.Sites.Allow(caller, site);
    }

    /// <summary>SharePoint would answer Atom XML; nobody here reads that.</summary>
    private static void DemandJson(TenantRequest request)
    {
        var accept = request.Headers.GetValueOrDefault("Accept") ?? "";
        if (request.Path.EndsWith("/$value", StringComparison.Ordinal)) return;
        if (!accept.Contains("json", StringComparison.OrdinalIgnoreCase) || accept.Contains("verbose", StringComparison.OrdinalIgnoreCase))
            throw new GraphError(501, "notImplemented", $"The local tenant answers application/json;odata=nometadata, not '{accept}'");
    }

    [GeneratedRegex("^web/ensureuser$", RegexOptions.IgnoreCase)]
    private static partial Regex EnsureUserPath();

    [GeneratedRegex(Item + "/attachmentfiles$", RegexOptions.IgnoreCase)]
    private static partial Regex AttachmentsPath();

    [GeneratedRegex(Item + "/attachmentfiles/add\\(filename='(?<name>(?:[^']|'')+)'\\)$", RegexOptions.IgnoreCase)]
    private static partial Regex AddAttachmentPath();

    [GeneratedRegex(Item + "/attachmentfiles\\('(?<name>(?:[^']|'')+)'\\)/\\$value$", RegexOptions.IgnoreCase)]
    private static partial Regex AttachmentContentPath();

    [GeneratedRegex(Item + "/attachmentfiles\\('(?<name>(?:[^']|'')+)'\\)$", RegexOptions.IgnoreCase)]
    private static partial Regex AttachmentPath();

    [GeneratedRegex(Item + "/versions/deleteall(?:\\(\\))?$", RegexOptions.IgnoreCase)]
    private static partial Regex DeleteVersionsPath();
}

/// <summary>A SharePoint call with its site and what the path named.</summary>
internal sealed record RestCall(TenantState Tenant, Site Site, Caller Caller, TenantRequest Request, Match Match)
{
    public string Name => Match.Groups["name"].Value.Replace("''", "'", StringComparison.Ordinal);

    public SharePointList List => Match.Groups["id"] is { Success: true } id
        ? Site.Lists.Find(l => l.Id.Equals(id.Value, StringComparison.OrdinalIgnoreCase)) ?? throw NoList(id.Value)
        : Site.Lists.Find(l => l.DisplayName.Equals(Title, StringComparison.OrdinalIgnoreCase)) ?? throw NoList(Title);

    public ListItem Item => List.Items.GetValueOrDefault(int.Parse(Match.Groups["item"].ValueSpan, CultureInfo.InvariantCulture))
        ?? throw new GraphError(404, "-2130575338, System.ArgumentException",
            "Item does not exist. It may have been deleted by another user.");

    private string Title => Match.Groups["title"].Value.Replace("''", "'", StringComparison.Ordinal);

    public static Reply Json(JsonObject body) => Reply.Json(200, Reply.Utf8(body), Reply.SharePointJson);

    private GraphError NoList(string name) =>
        new(404, "-1, System.ArgumentException", $"List '{name}' does not exist at site with URL '{Site.WebUrl}'.");
}
