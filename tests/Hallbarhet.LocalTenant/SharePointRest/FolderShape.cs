using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>SP.Folder and SP.File.</summary>
internal static class FolderShape
{
    public static Shaped OfSite(Site site) =>
        Of("", WebShape.Path(site), site.WebId.ToString(), site.Lists.Count, site.Created, site.Created, site.WelcomePage);

    /// <summary>Its id is the list's own, which is unique enough and stays.</summary>
    public static Shaped OfList(SharePointList list) => Of(list.Name, ListShape.Path(list), list.Id,
        list.Drive?.Root.Children.Count ?? list.Items.Count, list.Created, list.Modified, "");

    public static Shaped Folder(DriveNode node) => Of(node.Name, Path(node), node.Item!.UniqueId.ToString(), node.Children.Count,
        J.Iso(node.Item.Created), J.Iso(node.Item.Modified), "");

    public static Shaped File(DriveNode node)
    {
        var (item, id) = (node.Item!, node.Item!.UniqueId.ToString("B").ToUpperInvariant());
        var address = $"{node.WebUrl}?d=w{item.UniqueId:N}";
        return new("SP.File", J.Obj(("CheckInComment", ""), ("CheckOutType", 2), ("ContentTag", $"{id},{item.Version},1"),
            ("CustomizedPageStatus", 0), ("ETag", $"\"{id},{item.Version}\""), ("Exists", true), ("IrmEnabled", false),
            ("Length", node.Size.ToString(CultureInfo.InvariantCulture)), ("Level", 1), ("LinkingUri", address), ("LinkingUrl", address),
            ("MajorVersion", item.Version), ("MinorVersion", 0), ("Name", node.Name), ("ServerRelativeUrl", Path(node)),
            ("TimeCreated", J.Iso(item.Created)), ("TimeLastModified", J.Iso(item.Modified)), ("Title", item.Values.GetValueOrDefault("Title") as string ?? ""),
            ("UIVersion", item.Version * 512), ("UIVersionLabel", $"{item.Version}.0"), ("UniqueId", item.UniqueId.ToString())));
    }

    private static string Path(DriveNode node) => ListShape.Path(node.Drive.List) + node.Path;

    private static Shaped Of(string name, string path, string id, int items, string created, string modified, string welcome) =>
        new("SP.Folder", J.Obj(("Exists", true), ("IsWOPIEnabled", false), ("ItemCount", items), ("Name", name), ("ProgID", null),
            ("ServerRelativeUrl", path), ("TimeCreated", created), ("TimeLastModified", modified), ("UniqueId", id),
            ("WelcomePage", welcome)));
}
