using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>Folders and files by their address, to be read; they are written through Graph.</summary>
internal static class FileRest
{
    private const string Folder = "web/getFolderByServerRelativePath(decodedUrl)";
    private const string File = "web/getFileByServerRelativePath(decodedUrl)";

    public static IEnumerable<RestOperation> Table =>
    [
        new("GET", Folder, RoleLevel.Read, call => RestAnswer.One(call, FolderOf(call)), "$select,$expand"),
        new("GET", File, RoleLevel.Read, call => RestAnswer.One(call, FolderShape.File(FileOf(call))), "$select"),
        new("GET", File + "/$value", RoleLevel.Read, call => Reply.Binary(FileOf(call).Content, "application/octet-stream")),
    ];

    private static Shaped FolderOf(RestCall call)
    {
        if (Find(call, out var list) is not { } node) return FolderShape.OfList(list);
        return node.IsFolder ? FolderShape.Folder(node) : throw RestError.NoFile();
    }

    private static DriveNode FileOf(RestCall call) => Find(call, out _) is { IsFolder: false } node ? node
        : throw new GraphError(404, "-2130575338, Microsoft.SharePoint.SPException", $"The file {call.Parameter("decodedUrl")} does not exist.");

    /// <summary>The node at an address that the caller may read; null for the root folder of a list.</summary>
    private static DriveNode? Find(RestCall call, out SharePointList list)
    {
        var path = "/" + call.Parameter("decodedUrl").Trim('/');
        if (!path.StartsWith(WebShape.Path(call.Site) + "/", StringComparison.OrdinalIgnoreCase))
            throw RestError.Argument("Server relative urls must start with SPWeb.ServerRelativeUrl");
        var found = call.Site.Lists.Find(l => (path + "/").StartsWith(ListShape.Path(l) + "/", StringComparison.OrdinalIgnoreCase))
            ?? throw RestError.NoFile();
        list = found;
        var rest = path[ListShape.Path(found).Length..];
        var node = rest.Length == 0 ? null : found.Drive?.Find("root:" + rest) ?? throw RestError.NoFile();
        Rights.Demand(call.Tenant, call.Site, found, node?.Item, call.Caller, RoleLevel.Read);
        return node;
    }
}
