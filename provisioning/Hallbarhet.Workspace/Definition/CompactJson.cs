using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hallbarhet.Workspace.Definition;

/// <summary>JSON on one line with Swedish letters as they are: one way of writing for texts that mean the same.</summary>
public static class CompactJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text that is no JSON comes back as it is.</summary>
    public static string Of(string json)
    {
        try
        {
            return JsonNode.Parse(json)?.ToJsonString(Options) ?? json;
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
