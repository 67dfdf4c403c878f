using System.Security.Cryptography;
using System.Text.Json;

namespace Hallbarhet.Workspace.Definition;

/// <summary>What the site shall be: the workspace's data for one group.</summary>
public sealed class WorkspaceTarget
{
    /// <summary>The hidden column by which the system knows its own rows.</summary>
    public const string SourceKey = "SourceKey";

    /// <summary>The hidden library that keeps the system's state.</summary>
    public const string SystemLibrary = "_system";

    /// <summary>The file in the system library that says what was applied last.</summary>
    public const string RecordFile = "workspace.json";

    /// <summary>The column of the system library that holds small JSON values.</summary>
    public const string ValueColumn = "Value";

    public WorkspaceTarget(WorkspaceDefinition definition, GroupFile group)
    {
        Definition = definition;
        Group = group;
        Rows = SeedRows.Of(definition, group);
        Snapshot = JsonSerializer.Serialize(definition, SnapshotOptions);
        Hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Snapshot)));
    }

    public WorkspaceDefinition Definition { get; }

    public GroupFile Group { get; }

    public IReadOnlyList<SeedRow> Rows { get; }

    /// <summary>The definition as one JSON text, kept on the site as what was applied last.</summary>
    public string Snapshot { get; }

    /// <summary>SHA-256 of <see cref="Snapshot"/>, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>A list's server-relative address, which comes from its internal name and stays.</summary>
    public string AddressOf(ListDefinition list) => list.IsLibrary ? $"{Group.Site}/{list.Name}" : $"{Group.Site}/Lists/{list.Name}";

    private static JsonSerializerOptions SnapshotOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
