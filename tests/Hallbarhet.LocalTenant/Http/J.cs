using System.Text.Encodings.Web;

namespace Hallbarhet.LocalTenant.Http;

/// <summary>Small helpers around JsonNode; the tenant keeps most resources as the JSON that it answers.</summary>
internal static class J
{
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    public static JsonObject Obj(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members) result[name] = value;
        return result;
    }

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonNode? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(body, null, NoDuplicates);
        }
        catch (JsonException e)
        {
            throw new GraphError(400, "BadRequest", "Unable to read JSON request payload. " + e.Message);
        }
    }

    public static string? Text(this JsonObject source, string name) => source[name] switch
    {
        null => null,
        JsonValue v when v.TryGetValue<string>(out var text) => text,
        _ => throw Wrong(name, "Edm.String"),
    };

    public static bool? Flag(this JsonObject source, string name) => source[name] switch
    {
        null => null,
        JsonValue v when v.TryGetValue<bool>(out var flag) => flag,
        _ => throw Wrong(name, "Edm.Boolean"),
    };

    public static JsonObject? Inner(this JsonObject source, string name) => source[name] switch
    {
        null => null,
        JsonObject inner => inner,
        _ => throw Wrong(name, "an object"),
    };

    public static IEnumerable<JsonObject> Objects(this JsonObject source, string name) => source[name] switch
    {
        null => [],
        JsonArray items => items.OfType<JsonObject>(),
        _ => throw Wrong(name, "an array"),
    };

    public static IEnumerable<string> Texts(this JsonObject source, string name) => source[name] switch
    {
        null => [],
        JsonArray items => items.Select(i => i?.GetValueKind() == JsonValueKind.String
            ? i.GetValue<string>()
            : throw Wrong(name, "Collection(Edm.String)")),
        _ => throw Wrong(name, "an array"),
    };

    public static JsonObject Copy(this JsonObject source) => (JsonObject)source.DeepClone();

    /// <summary>UTC with Z, whole seconds: the form Graph answers for SharePoint, mail and directory times.</summary>
    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static GraphError Wrong(string name, string type) =>
        new(400, "BadRequest", $"Cannot convert the value of '{name}' to the expected type '{type}'.");
}
