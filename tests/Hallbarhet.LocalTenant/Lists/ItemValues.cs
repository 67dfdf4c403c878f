using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Lists;

/// <summary>Reads and checks the field values of a request.</summary>
internal static class ItemValues
{
    public static Dictionary<string, object?> Read(Site site, SharePointList list, JsonObject fields)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            if (name.Contains('@', StringComparison.Ordinal)) continue;
            var column = list.ByField(name, out var byId) ?? throw GraphError.Invalid($"Field '{name}' is not recognized");
            if (column.ReadOnly) throw GraphError.Invalid($"Field '{name}' is read-only");
            if (column.IsReference && !byId) throw GraphError.Invalid($"Field '{name}' is set through '{name}LookupId'");
            if (value is JsonArray && fields.Text(name + "@odata.type") is null)
                throw GraphError.Invalid($"A value without a type name was found and no expected type is available for '{name}': send '{name}@odata.type'.");
            result[column.Name] = value is null ? null : Value(site, column, value);
        }
        return result;
    }

    /// <summary>Defaults for a new row, then the rules that concern the row as a whole.</summary>
    public static void Complete(TenantState tenant, SharePointList list, Dictionary<string, object?> values)
    {
        foreach (var column in list.Columns.Values)
        {
            Default(tenant, column, values);
            if (column.Required && values.GetValueOrDefault(column.Name) is null) throw Missing(column);
        }
    }

    public static void Check(SharePointList list, Dictionary<string, object?> values, ListItem? self)
    {
        foreach (var (name, value) in values)
        {
            var column = list.Columns[name];
            if (value is null && column.Required) throw Missing(column);
            if (!column.Unique || value is null) continue;
            if (list.Items.Holder(name, value) is { } holder && holder != self)
                throw new GraphError(409, "nameAlreadyExists",
                    $"The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [{column.DisplayName}].");
        }
    }

    private static GraphError Missing(Column column) =>
        GraphError.Invalid($"{column.DisplayName}: You must specify a value for this required field.");

    /// <summary>Sets a column's default value where the request says nothing about the column.</summary>
    public static void Default(TenantState tenant, Column column, Dictionary<string, object?> values)
    {
        if (!values.ContainsKey(column.Name) && column.DefaultValue is JsonObject given && given.Text("value") is { } text)
            values[column.Name] = FromText(tenant, column, text);
    }

    private static object FromText(TenantState tenant, Column column, string text) => column.Kind switch
    {
        ColumnKind.Boolean => text is "1" or "true",
        ColumnKind.Number => double.Parse(text, CultureInfo.InvariantCulture),
        ColumnKind.Choices => new[] { text },
        ColumnKind.Date or ColumnKind.DateTime when text == "[today]" => Day(tenant.Now),
        ColumnKind.Date or ColumnKind.DateTime => Clock.TenantClock.Parse(text),
        _ => text,
    };

    private static object? Value(Site site, Column column, JsonNode value) => column.Kind switch
    {
        ColumnKind.Text => Text(column, value, (int?)column.Facet["maxLength"] ?? 255),
        ColumnKind.Note => Text(column, value, int.MaxValue),
        ColumnKind.Choice => Choice(column, Text(column, value, 255)),
        ColumnKind.Choices => Choices(column, value),
        ColumnKind.Number => Number(column, value),
        ColumnKind.Boolean =>
            value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.GetValue<bool>() : throw Wrong(column),
        ColumnKind.Date => Day(Time(column, value)),
        ColumnKind.DateTime => Time(column, value),
        ColumnKind.Link => throw GraphError.Invalid("One of the provided arguments is not acceptable."),
        _ => References(site, column, value),
    };

    private static string? Text(Column column, JsonNode value, int limit)
    {
        if (value.GetValueKind() != JsonValueKind.String) throw Wrong(column);
        var text = value.GetValue<string>();
        if (text.Length > limit)
            throw GraphError.Invalid($"Invalid text value. A text field contains invalid data. Please check the value and try again. ({column.DisplayName})");
        return text.Length == 0 ? null : text;
    }

    private static string? Choice(Column column, string? text) =>
        text is null || column.Facet.Flag("allowTextEntry") == true || column.Choices.Contains(text)
            ? text
            : throw GraphError.Invalid($"The value '{text}' is not one of the choices of the field '{column.DisplayName}'.");

    private static string[]? Choices(Column column, JsonNode value)
    {
        if (value is not JsonArray many) throw Wrong(column);
        var texts = many.Select(v => Choice(column, Text(column, v!, 255))!).ToArray();
        return texts.Length == 0 ? null : texts;
    }

    private static double Number(Column column, JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.Number) throw Wrong(column);
        var number = ColumnReader.Number(value);
        if (column.Facet["minimum"] is { } least && number < ColumnReader.Number(least)
            || column.Facet["maximum"] is { } most && number > ColumnReader.Number(most))
            throw GraphError.Invalid($"{column.DisplayName}: The value of this field may not be outside of its minimum and maximum.");
        return number;
    }

    private static DateTimeOffset Time(Column column, JsonNode value)
    {
        var text = Text(column, value, 64) ?? throw Wrong(column);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero)
            : throw Wrong(column);
    }

    private static DateTimeOffset Day(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);

    private static object? References(Site site, Column column, JsonNode value)
    {
        if (!column.IsMany) return value is JsonArray ? throw Wrong(column) : Reference(site, column, value);
        if (value is not JsonArray many) throw Wrong(column);
        var ids = many.Select(v => Reference(site, column, v!)).Distinct().ToArray();
        return ids.Length == 0 ? null : ids;
    }

    private static int Reference(Site site, Column column, JsonNode value)
    {
        if (value.GetValueKind() is not (JsonValueKind.Number or JsonValueKind.String)
            || !int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) throw Wrong(column);
        var known = column.IsPerson ? site.Users.Find(id) is not null : site.FindList(column.LookupListId!)?.Items.ContainsKey(id) == true;
        if (known) return id;
        throw GraphError.Invalid(column.IsPerson
            ? $"The specified user {id} could not be found. (field '{column.DisplayName}')"
            : $"The lookup value {id} of the field '{column.DisplayName}' refers to an item that does not exist.");
    }

    private static GraphError Wrong(Column column) =>
        GraphError.Invalid($"The value of the field '{column.Name}' does not have the type of its column.");
}
