using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>
/// Bodies in SharePoint's two dialects: <c>odata=verbose</c> carries <c>__metadata</c> and wraps lists in <c>results</c>,
/// <c>odata=nometadata</c> does neither. Handlers see the plain form.
/// </summary>
internal static class RestBody
{
    /// <summary>The properties of an entity of this type; others than the known ones are refused as SharePoint does.</summary>
    public static JsonObject Entity(TenantRequest request, string type, params ReadOnlySpan<string> known)
    {
        var body = Parse(request);
        if (IsVerbose(request)) DemandTyped(body, type);
        return Known(Plain(body, IsVerbose(request)), type, known);
    }

    /// <summary>The parameters of a method.</summary>
    public static JsonObject Read(TenantRequest request) =>
        request.Body.Length == 0 ? [] : Plain(Parse(request), IsVerbose(request));

    /// <summary>The one structured parameter of a method, such as <c>parameters</c> or <c>query</c>.</summary>
    public static JsonObject Parameter(TenantRequest request, string name, string type, params ReadOnlySpan<string> known) =>
        Known(Read(request).Inner(name) ?? throw RestError.Query($"The parameter {name} is missing."), type, known);

    public static int? Whole(this JsonObject body, string name) => body[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        _ => throw RestError.Query($"Cannot convert the value of '{name}' to the expected type 'Edm.Int32'."),
    };

    private static void DemandTyped(JsonObject body, string type)
    {
        var given = body.Inner("__metadata")?.Text("type")
            ?? throw RestError.Query("An entry without a type name was found, but no expected type was specified. To allow entries without type information, the expected type must also be specified when the model is specified.");
        // A column may also be called by the type that is derived for its kind.
        if (given != type && !(type == "SP.Field" && given.StartsWith(type, StringComparison.Ordinal)))
            throw RestError.Query($"A type named '{given}' could not be resolved by the model as a {type}.");
        foreach (var (name, value) in body)
            if (value is JsonArray)
                throw RestError.Query($"A node of type 'StartArray' was read from the JSON reader when trying to read the contents of the property '{name}'; however, a 'StartObject' node was expected.");
    }

    private static JsonObject Parse(TenantRequest request)
    {
        if (!Header(request).Contains("json", StringComparison.OrdinalIgnoreCase))
            throw RestError.Query("The body needs Content-Type: application/json;odata=nometadata or odata=verbose.");
        var node = request.Body.Length == 0 ? null : J.Parse(request.Body.Span);
        return node as JsonObject ?? throw RestError.Query("Invalid JSON. A JSON object was expected.");
    }

    private static bool IsVerbose(TenantRequest request) =>
        Header(request).Replace(" ", "", StringComparison.Ordinal).Contains("odata=verbose", StringComparison.OrdinalIgnoreCase);

    private static string Header(TenantRequest request) => request.Headers.GetValueOrDefault("Content-Type") ?? "";

    private static JsonObject Known(JsonObject body, string type, ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in body)
            if (!known.Contains(name)) throw RestError.NoProperty(name, type);
        return body;
    }

    private static JsonObject Plain(JsonObject body, bool verbose)
    {
        var result = new JsonObject();
        foreach (var (name, value) in body)
            if (!verbose || name != "__metadata") result[name] = Plain(value, verbose);
        return result;
    }

    private static JsonNode? Plain(JsonNode? value, bool verbose) => value switch
    {
        JsonObject inner when verbose && inner["results"] is JsonArray items => J.Array(items.Select(i => Plain(i, verbose))),
        JsonObject inner => Plain(inner, verbose),
        JsonArray items => J.Array(items.Select(i => Plain(i, verbose))),
        _ => value?.DeepClone(),
    };
}
