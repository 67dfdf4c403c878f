using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Files;

internal static class DriveJson
{
    private static readonly Dictionary<string, string> MimeTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pdf"] = "application/pdf",
        [".json"] = "application/json",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".html"] = "text/html",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".ics"] = "text/calendar",
    };

    public static string MimeType(string name) => MimeTypes.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");

    public static JsonObject Shown(Drive drive) => J.Obj(
        ("createdDateTime", drive.List.Created), ("description", drive.List.Description), ("id", drive.Id),
        ("lastModifiedDateTime", drive.List.Modified), ("name", drive.List.DisplayName), ("webUrl", drive.List.WebUrl),
        ("driveType", "documentLibrary"));

    public static JsonObject Shown(Call call, DriveNode node)
    {
        var created = J.Iso(node.Item?.Created ?? DateTimeOffset.Parse(node.Drive.List.Created, CultureInfo.InvariantCulture));
        var modified = node.Item is null ? created : J.Iso(node.Item.Modified);
        var shown = J.Obj(("@odata.etag", node.ETag));
        if (!node.IsFolder) shown["@microsoft.graph.downloadUrl"] = call.Tenant.Handouts.Address(node, null);
        Add(shown, ("createdDateTime", created), ("eTag", node.ETag), ("id", node.Id), ("lastModifiedDateTime", modified),
            ("name", node.Name),
            ("webUrl", node.WebUrl), ("cTag", "\"c:{" + node.ETag.Trim('"') + "}\""), ("size", node.Size),
            ("parentReference", Parent(node)), ("fileSystemInfo", J.Obj(("createdDateTime", created), ("lastModifiedDateTime", modified))));
        if (node.Item is { } item) Add(shown, ("createdBy", Identity(item.Author)), ("lastModifiedBy", Identity(item.Editor)));
        if (node.IsFolder) shown["folder"] = J.Obj(("childCount", node.Children.Count));
        else shown["file"] = J.Obj(("mimeType", MimeType(node.Name)));
        if (node.Parent is null) shown["root"] = new JsonObject();
        return shown;
    }

    public static JsonObject Identity(SiteUser user) => user.Upn.Length == 0
        ? J.Obj(("application", J.Obj(("id", user.DirectoryId), ("displayName", user.Title))))
        : J.Obj(("user", J.Obj(("email", user.Email), ("id", user.DirectoryId), ("displayName", user.Title))));

    private static JsonObject Parent(DriveNode node)
    {
        var parent = J.Obj(("driveType", "documentLibrary"), ("driveId", node.Drive.Id), ("siteId", node.Drive.Site.SiteId.ToString()));
        if (node.Parent is { } folder)
            Add(parent, ("id", folder.Id), ("name", folder.Name), ("path", $"/drives/{node.Drive.Id}/root:{folder.Path}"));
        return parent;
    }

    private static void Add(JsonObject target, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        foreach (var (name, value) in members) target[name] = value;
    }
}
