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
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (node is JsonObject resource && names.Length > 0 && !resource.ContainsKey(names[0]))
            throw new GraphError(400, "BadRequest", $"Could not find a property named '{names[0]}', or it cannot be used in $filter and $orderby.");
        return names.Aggregate(node, (at, name) => (at as JsonObject)?[name]);
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
