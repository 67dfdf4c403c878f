using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>SP.Folder: the root folders of a site and of its lists.</summary>
internal static class FolderShape
{
    public static Shaped OfSite(Site site) =>
        Of("", WebShape.Path(site), site.WebId.ToString(), site.Lists.Count, site.Created, site.Created, site.WelcomePage);

    /// <summary>Its id is the list's own, which is unique enough and stays.</summary>
    public static Shaped OfList(SharePointList list) => Of(list.Name, ListShape.Path(list), list.Id,
        list.Drive?.Root.Children.Count ?? list.Items.Count, list.Created, list.Modified, "");

    private static Shaped Of(string name, string path, string id, int items, string created, string modified, string welcome) =>
        new("SP.Folder", J.Obj(("Exists", true), ("IsWOPIEnabled", false), ("ItemCount", items), ("Name", name), ("ProgID", null),
            ("ServerRelativeUrl", path), ("TimeCreated", created), ("TimeLastModified", modified), ("UniqueId", id),
            ("WelcomePage", welcome)));
}
