namespace Hallbarhet.LocalTenant.OData;

/// <summary>What a filter or an order looks at: values are string, double, bool, DateTimeOffset, a list of strings, or null.</summary>
internal interface IRow
{
    object? Value(string path);

    IEnumerable<IRow> Rows(string path);
}

/// <summary>A resource kept as JSON.</summary>
internal sealed class JsonRow(JsonNode? node) : IRow
{
    public object? Value(string path) => Scalar(Walk(path));

    public IEnumerable<IRow> Rows(string path) => Walk(path) is JsonArray items ? items.Select(i => new JsonRow(i)) : [];

    private JsonNode? Walk(string path)
    {
        var at = node;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries)) at = (at as JsonObject)?[name];
        return at;
    }

    private static object? Scalar(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Convert.ToDouble(value.ToString(), CultureInfo.InvariantCulture),
        _ => throw new GraphError(400, "BadRequest", "A complex property cannot be compared in $filter."),
    };
}
