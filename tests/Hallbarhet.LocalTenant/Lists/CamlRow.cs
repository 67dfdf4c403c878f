using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>An item as CAML sees it, for one reader at one moment.</summary>
internal sealed record CamlRow(Site Site, SharePointList List, ListItem Item, CamlReader Reader)
{
    /// <summary>string, double, bool, DateTimeOffset, int, string[], int[], LinkValue or null.</summary>
    public object? Value(Column column) => column switch
    {
        _ when column == Column.Number => (double)Item.Id,
        { BuiltIn: true, Name: "Created" } => Item.Created,
        { BuiltIn: true, Name: "Modified" } => Item.Modified,
        { BuiltIn: true, Name: "Author" } => Item.Author.Id,
        { BuiltIn: true, Name: "Editor" } => Item.Editor.Id,
        _ => Item.Values.GetValueOrDefault(column.Name),
    };

    /// <summary>What rows are sorted by: lookups and people by what they show.</summary>
    public object? SortKey(Column column) => Value(column) switch
    {
        int id when column.IsReference => LookupText.Of(Site, column, id),
        int[] ids => LookupText.Of(Site, column, ids[0]),
        string[] texts => string.Join("; ", texts),
        LinkValue link => link.Url,
        var value => value,
    };
}

/// <param name="Today">The day in the site's time zone.</param>
/// <param name="UserId">The reader's number on the site; null when the site does not know the reader.</param>
internal sealed record CamlReader(DateOnly Today, int? UserId);
