namespace Hallbarhet.LocalTenant.Lists;

/// <summary>A field's value as people read it on a page.</summary>
internal static class RowText
{
    public static string Of(CamlRow row, Column column) => row.Value(column) switch
    {
        null => "",
        int id => LookupText.Of(row.Site, column, id) ?? "",
        int[] ids => string.Join("; ", ids.Select(id => LookupText.Of(row.Site, column, id))),
        string[] texts => string.Join("; ", texts),
        bool flag => flag ? "Ja" : "Nej",
        double number when column == Column.Number => number.ToString(CultureInfo.InvariantCulture),
        double number => SiteCulture.Show(number),
        DateTimeOffset at when column.Kind == ColumnKind.Date => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => SiteCulture.Show(at),
        LinkValue link => link.Description.Length > 0 ? link.Description : link.Url,
        var text => (string)text,
    };
}
