namespace Hallbarhet.LocalTenant.Files;

/// <summary>Files that somebody has open in an Office program. Graph cannot do that, so the tenant's own interface does.</summary>
internal static class FileLocks
{
    /// <summary>Opens a file for somebody, or closes it when <c>by</c> is null.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="body"><c>item</c> (a drive item's id) or <c>path</c> (from /sites on), and <c>by</c>.</param>
    public static JsonObject Set(TenantState tenant, JsonObject body)
    {
        var drives = tenant.Sites.All.SelectMany(s => s.Lists).Select(l => l.Drive).OfType<Drive>();
        var node = body.Text("item") is { } id ? drives.Select(d => d.Find(id)).OfType<DriveNode>().FirstOrDefault()
            : body.Text("path") is { } path ? drives.Select(d => ByPath(d, path)).OfType<DriveNode>().FirstOrDefault()
            : throw GraphError.Invalid("Give {\"item\": \"id\", \"by\": \"name\"} or {\"path\": \"/sites/…\", \"by\": \"name\"}.");
        if (node is null or { IsFolder: true }) throw GraphError.ItemNotFound("There is no such file.");
        node.LockedBy = body.Text("by");
        return J.Obj(("item", node.Id), ("by", node.LockedBy));
    }

    private static DriveNode? ByPath(Drive drive, string path)
    {
        var library = Uri.UnescapeDataString(new Uri(drive.List.WebUrl).AbsolutePath) + "/";
        return path.StartsWith(library, StringComparison.OrdinalIgnoreCase) ? drive.Find("root:/" + path[library.Length..]) : null;
    }
}
