using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hallbarhet.Workspace.Drift;

/// <summary>Writes a data file as people keep it: a property a line, and each column, view or row on a line of its own.</summary>
public static class DataText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonObject file)
    {
        var text = new StringBuilder("{\n");
        text.AppendJoin(",\n", file.Select(property => $"  {Quoted(property.Key)}: {Property(property.Value)}"));
        return text.Append("\n}\n").ToString();
    }

    private static string Property(JsonNode? value) => value is JsonArray { Count: > 0 } items && items[0] is JsonObject
        ? "[\n" + string.Join(",\n", items.Select(item => "    " + Line(item))) + "\n  ]"
        : Line(value);

    private static string Line(JsonNode? value) => value switch
    {
        JsonObject { Count: 0 } => "{ }",
        JsonObject item => "{ " + string.Join(", ", item.Select(property => $"{Quoted(property.Key)}: {Line(property.Value)}")) + " }",
        JsonArray items => "[" + string.Join(", ", items.Select(Line)) + "]",
        _ => value?.ToJsonString(Options) ?? "null",
    };

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString(Options);
}
