using System.Text.Json;
using Hallbarhet.Workspace.Definition;

namespace Hallbarhet.Workspace.Planning;

/// <summary>
/// What apply leaves on the site: which data it applied and the ids that jobs need. Stands as JSON in the column Value of
/// <c>_system/workspace.json</c>, so that a job reads it with one small call.
/// </summary>
public sealed record WorkspaceRecord
{
    private const int HashShown = 12;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Code that knows another version must write nothing.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Beginning of the SHA-256 of the data that was applied last. SharePoint cuts such a column at 255 characters in a library.</summary>
    public required string Definition { get; init; }

    /// <summary>Id of the Planner plan, when there is one.</summary>
    public string? Plan { get; init; }

    /// <summary>Planner bucket ids by the data's key; people may rename a bucket.</summary>
    public IReadOnlyDictionary<string, string> Buckets { get; init; } = new Dictionary<string, string>();

    public static WorkspaceRecord Of(WorkspaceTarget target, WorkspaceState state) => new()
    {
        SchemaVersion = target.Definition.Site.SchemaVersion,
        Definition = target.Hash[..HashShown],
        Plan = state.Board?.Id,
        Buckets = target.Definition.Board.Buckets
            .Select(bucket => (bucket.Key, Found: Find(bucket, state)))
            .Where(bucket => bucket.Found is not null)
            .ToDictionary(bucket => bucket.Key, bucket => bucket.Found!.Id),
    };

    /// <summary>The bucket that was made for this entry, by its recorded id, else by its name.</summary>
    public static BucketState? Find(BucketDefinition bucket, WorkspaceState state)
    {
        var recorded = state.Record?.Buckets.GetValueOrDefault(bucket.Key);
        return state.Board?.Buckets.FirstOrDefault(candidate => candidate.Id == recorded)
            ?? state.Board?.Buckets.FirstOrDefault(candidate => candidate.Title == bucket.Title);
    }

    /// <summary>Reads the column's value; null when there is none. A text that is no JSON counts as an unknown version.</summary>
    public static WorkspaceRecord? Parse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        try
        {
            return JsonSerializer.Deserialize<WorkspaceRecord>(value, Json);
        }
        catch (JsonException)
        {
            return new WorkspaceRecord { SchemaVersion = 0, Definition = "" };
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, Json);
}
