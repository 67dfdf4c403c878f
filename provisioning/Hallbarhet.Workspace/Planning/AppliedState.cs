using System.Text.Json;
using System.Text.Json.Serialization;
using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>
/// The content of <c>_system/workspace.json</c>: the data that was applied last and to which lists. A list with another id is a new one,
/// of which nobody has changed anything yet.
/// </summary>
public sealed record AppliedState
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required WorkspaceDefinition Definition { get; init; }

    /// <summary>List ids by internal name.</summary>
    public required IReadOnlyDictionary<string, string> Lists { get; init; }

    public static AppliedState Of(WorkspaceTarget target, WorkspaceState state) => new()
    {
        Definition = target.Definition,
        Lists = target.Definition.Lists.Select(list => state.List(list.Name)).OfType<ListState>().ToDictionary(list => list.Name, list => list.Id),
    };

    /// <summary>Null when there is none, or when an older program wrote something else.</summary>
    public static AppliedState? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return JsonSerializer.Deserialize<AppliedState>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The list as it was applied to this very list; null when it never was.</summary>
    public ListDefinition? List(ListState list) =>
        Lists.GetValueOrDefault(list.Name) == list.Id ? Definition.Lists.FirstOrDefault(candidate => candidate.Name == list.Name) : null;

    public override string ToString() => JsonSerializer.Serialize(this, Json);
}
