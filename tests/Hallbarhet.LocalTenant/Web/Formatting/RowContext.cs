using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Web.Formatting;

/// <summary>The row, the column and the person that a format is evaluated for.</summary>
internal sealed record RowContext(Visit Visit, Site Site, SharePointList List, ListItem Item, Column Column)
{
    private (string Name, object? Value)? loop;

    /// <summary>The same row inside a forEach, where a name stands for one of a field's values.</summary>
    public RowContext With(string name, object? value) => this with { loop = (name, value) };

    /// <summary>Value of <c>[$Name.Property]</c>, <c>@currentField.Property</c> and the other special strings.</summary>
    public object? Resolve(string reference)
    {
        var parts = reference.Split('.', 2);
        var property = parts.Length > 1 ? parts[1] : null;
        return parts[0] switch
        {
            "@me" => Visit.Tenant.Users.Get(Visit.Person.UserId!).Mail ?? Visit.Person.Name,
            "@now" => Visit.Tenant.Now,
            "@currentWeb" => Site.WebUrl,
            "@currentField" => Property(Column, Field(Column), property),
            var name when loop is { } own && own.Name == name => Property(Column, own.Value, property),
            var name when name.StartsWith('@') => throw new FormattingProblem($"{name} är inte känt"),
            var name => OfColumn(name, property),
        };
    }

    /// <summary>A person or lookup is an object, several are an array; a field without a value is an empty text.</summary>
    public object? Field(Column column)
    {
        var value = FieldText.Value(Item, column);
        return value switch
        {
            null => column.IsMany ? Array.Empty<object?>() : "",
            int id => Reference(column, id),
            int[] ids => ids.Select(id => (object?)Reference(column, id)).ToArray(),
            DateTimeOffset at when column.Kind == ColumnKind.Date => SiteCulture.Moment(SiteCulture.Local(at).Date),
            string[] texts => texts.Cast<object?>().ToArray(),
            _ => value,
        };
    }

    private object? OfColumn(string name, string? property)
    {
        var column = name == "ID" ? Column.Number : List.Columns.GetValueOrDefault(name) ?? throw new FormattingProblem($"kolumnen {name} finns inte");
        return property == "DisplayName" ? Words.ColumnTitle(column) : Property(column, Field(column), property);
    }

    private object? Property(Column column, object? value, string? property) => (value, property) switch
    {
        (_, null) => value,
        (_, "displayValue") => FieldText.Plain(Site, column, FieldText.Value(Item, column)),
        (Dictionary<string, object?> own, _) => own.TryGetValue(property, out var found) ? found : throw new FormattingProblem($"egenskapen {property} är inte känd"),
        (object?[] many, _) => many.Select(one => Property(column, one, property)).ToArray(),
        ("", _) => "",
        _ => throw new FormattingProblem($"kolumnen {column.Name} har ingen egenskap {property}"),
    };

    private Dictionary<string, object?> Reference(Column column, int id)
    {
        if (!column.IsPerson) return new() { ["lookupId"] = (double)id, ["lookupValue"] = LookupText.Of(Site, column, id) ?? "" };
        var user = Site.Users.Find(id);
        return new() { ["id"] = (double)id, ["title"] = user?.Title ?? "", ["email"] = user?.Email ?? "", ["sip"] = user?.Email ?? "" };
    }
}
