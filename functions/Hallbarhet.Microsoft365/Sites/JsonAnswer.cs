using System.Text.Json;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Reads an answer of which parts may be missing or null.</summary>
internal static class JsonAnswer
{
    public static JsonElement? Inner(this JsonElement? json, string name) => json is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    public static JsonElement? Inner(this JsonElement json, string name) => Inner((JsonElement?)json, name);

    public static string? Text(this JsonElement? json, string name) => json.Inner(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static string? Text(this JsonElement json, string name) => Text((JsonElement?)json, name);

    public static bool Holds(this JsonElement? json, string name) => json.Inner(name)?.ValueKind == JsonValueKind.True;

    public static bool Holds(this JsonElement json, string name) => Holds((JsonElement?)json, name);

    public static IEnumerable<JsonElement> Rows(this JsonElement? json, string name) => json.Inner(name) is { ValueKind: JsonValueKind.Array } rows ? rows.EnumerateArray() : [];

    public static IEnumerable<JsonElement> Rows(this JsonElement json, string name) => Rows((JsonElement?)json, name);
}
