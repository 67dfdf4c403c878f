using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>SP.ListItem: values of single people and lookups come as their ids.</summary>
internal static class ItemShape
{
    public static IEnumerable<Shaped> Readable(RestCall call, SharePointList list) =>
        ViewRows.Readable(call.Tenant, call.Site, list, call.Caller).Select(r => Of(call, list, r.Item));

    public static Shaped Of(RestCall call, SharePointList list, ListItem item)
    {
        var plain = J.Obj(("FileSystemObjectType", item.Node?.IsFolder == true ? 1 : 0), ("Id", item.Id), ("ServerRedirectedEmbedUri", null),
            ("ServerRedirectedEmbedUrl", ""), ("ID", item.Id), ("ContentTypeId", ContentTypeId(list, item)));
        foreach (var column in list.Columns.Values.Where(c => !c.BuiltIn || c.Name == "Title"))
            plain[FieldShape.EntityName(column.Name) + (column.IsReference ? "Id" : "")] = Value(item.Values.GetValueOrDefault(column.Name));
        foreach (var (name, value) in Kept(item)) plain[name] = value?.DeepClone();
        if (item.Node is null) plain["Attachments"] = item.Attachments.Count > 0;
        return new(ListShape.ItemType(list), plain)
        {
            Asked = new()
            {
                ["EffectiveBasePermissions"] = () => RoleShape.Permissions(RoleShape.LevelOf(call, list, item)),
                ["FileLeafRef"] = () => FileName(item),
                ["FileRef"] = () => FileRef(list, item),
                ["HasUniqueRoleAssignments"] = () => item.OwnRoles is not null,
            },
            Inner = new()
            {
                ["RoleAssignments"] =
                    inner => Shaped.Show(RoleShape.Assignments(call, item.OwnRoles ?? list.OwnRoles ?? call.Site.Roles), inner),
            },
        };
    }

    public static string ContentTypeId(SharePointList list, ListItem item) =>
        list.Drive is null ? "0x0100" + list.Id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()
        : item.Node?.IsFolder == true ? "0x0120" : "0x0101";

    public static string FileName(ListItem item) => item.Node?.Name ?? $"{item.Id}_.000";

    public static string FileRef(SharePointList list, ListItem item) => ListShape.Path(list) + (item.Node?.Path ?? "/" + FileName(item));

    private static JsonObject Kept(ListItem item) => J.Obj(("Modified", J.Iso(item.Modified)), ("Created", J.Iso(item.Created)),
        ("AuthorId", item.Author.Id), ("EditorId", item.Editor.Id), ("OData__UIVersionString", $"{item.Version}.0"),
        ("GUID", item.UniqueId.ToString()), ("OData__ColorTag", null), ("ComplianceAssetId", null));

    private static JsonNode? Value(object? value) => value switch
    {
        null => null,
        int id => id,
        int[] ids => J.Array(ids.Select(i => (JsonNode?)i)),
        string[] texts => J.Array(texts.Select(t => (JsonNode?)t)),
        bool flag => flag,
        double number => number,
        DateTimeOffset at => J.Iso(at),
        LinkValue link => J.Obj(("Description", link.Description), ("Url", link.Url)),
        _ => (string)value,
    };
}
