using Hallbarhet.LocalTenant.OData;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>A list item as $filter and $orderby see it.</summary>
internal sealed class ItemRow(Site site, SharePointList list, ListItem item) : IRow
{
    public ListItem Item => item;

    public object? Value(string path) => path switch
    {
        "id" or "fields/id" or "fields/ID" => (double)item.Id,
        "createdDateTime" or "fields/Created" => item.Created,
        "lastModifiedDateTime" or "fields/Modified" => item.Modified,
        "fields/AuthorLookupId" => (double)item.Author.Id,
        "fields/EditorLookupId" => (double)item.Editor.Id,
        _ => Stored(path["fields/".Length..]),
    };

    public IEnumerable<IRow> Rows(string path) => throw GraphError.Invalid("any() is not supported on list items.");

    private object? Stored(string field)
    {
        var column = list.ByField(field, out var byId);
        if (column is null || !item.Values.TryGetValue(column.Name, out var value)) return null;
        return value switch
        {
            int id => byId ? (double)id : LookupText.Of(site, column, id),
            int[] ids => byId
                ? ids.Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray()
                : ids.Select(i => LookupText.Of(site, column, i) ?? "").ToArray(),
            _ => value,
        };
    }
}

internal static class LookupText
{
    public static string? Of(Site site, Column column, int id)
    {
        if (column.IsPerson) return site.Users.Find(id)?.Title;
        var target = site.FindList(column.LookupListId!);
        if (target is null || !target.Items.TryGetValue(id, out var item)) return null;
        return item.Values.TryGetValue(column.Facet.Text("columnName") ?? "Title", out var value)
            ? Convert.ToString(value, CultureInfo.InvariantCulture)
            : "";
    }
}
