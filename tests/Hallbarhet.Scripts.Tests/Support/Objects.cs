using System.Management.Automation;
using System.Text.Json;

namespace Hallbarhet.Scripts.Tests.Support;

/// <summary>Objects as PowerShell's own commands would answer them.</summary>
public static class Objects
{
    public static PSObject Row(params (string Name, object? Value)[] properties)
    {
        var row = new PSObject();
        foreach (var (name, value) in properties) row.Properties.Add(new PSNoteProperty(name, value));
        return row;
    }

    public static object? FromJson(string json) => From(JsonDocument.Parse(json).RootElement);

    private static object? From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Row([.. json.EnumerateObject().Select(p => (p.Name, From(p.Value)))]),
        JsonValueKind.Array => json.EnumerateArray().Select(From).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetInt64(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        _ => null,
    };
}
