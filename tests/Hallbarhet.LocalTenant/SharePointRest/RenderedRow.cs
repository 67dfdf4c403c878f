using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>
/// A row of RenderListDataAsStream: everything is text in the site's language, people and lookups are lists of objects, and the
/// raw value of dates and numbers stands under the column's name with a dot.
/// </summary>
internal static class RenderedRow
{
    public static JsonObject Of(RestCall call, CamlRow row, IReadOnlyList<Column> columns)
    {
        var item = row.Item;
        var rendered = J.Obj(("ID", item.Id.ToString(CultureInfo.InvariantCulture)), ("PermMask", CamlRest.Mask(call)),
            ("FSObjType", item.Node?.IsFolder == true ? "1" : "0"), ("UniqueId", item.UniqueId.ToString("B").ToUpperInvariant()),
            ("ContentTypeId", ItemShape.ContentTypeId(row.List, item)), ("FileRef", ItemShape.FileRef(row.List, item)),
            ("Attachments", item.Attachments.Count > 0 ? "1" : "0"));
        foreach (var column in columns.Where(c => c != Column.Number))
        {
            rendered[column.Name] = Value(row, column);
            if (Raw(row.Value(column)) is { } raw) rendered[column.Name + "."] = raw;
        }
        rendered["owshiddenversion"] = item.Version.ToString(CultureInfo.InvariantCulture);
        return rendered;
    }

    private static JsonNode? Value(CamlRow row, Column column) => row.Value(column) switch
    {
        int id when column.IsPerson => new JsonArray(Person(row, id)),
        int[] ids when column.IsPerson => J.Array(ids.Select(id => Person(row, id))),
        int id when column.IsReference => new JsonArray(Lookup(row, column, id)),
        int[] ids => J.Array(ids.Select(id => Lookup(row, column, id))),
        null when column.IsReference => column.IsMany ? new JsonArray() : "",
        string[] texts => J.Array(texts.Select(t => (JsonNode?)t)),
        _ => RowText.Of(row, column),
    };

    private static JsonObject Person(CamlRow row, int id)
    {
        var user = row.Site.Users.Find(id);
        return J.Obj(("id", id.ToString(CultureInfo.InvariantCulture)), ("title", user?.Title), ("email", user?.Email), ("sip", user?.Email),
            ("picture", ""));
    }

    private static JsonObject Lookup(CamlRow row, Column column, int id) =>
        J.Obj(("lookupId", id), ("lookupValue", LookupText.Of(row.Site, column, id)), ("isSecretFieldValue", false));

    private static string? Raw(object? value) => value switch
    {
        DateTimeOffset at => J.Iso(at),
        double number => number.ToString("0.00000000000000", CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        _ => null,
    };
}
