using System.Text.Json.Nodes;

namespace Hallbarhet.Workspace.Backup;

/// <summary>The rows of a list as they were at one time.</summary>
public sealed record ListBackup
{
    /// <summary>The list's id then; a list that was made anew has another.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<RowBackup> Rows { get; init; }
}

/// <summary>One row with the values of its latest version.</summary>
public sealed record RowBackup
{
    /// <summary>Its number in the list, by which lookups point at it.</summary>
    public required string Id { get; init; }

    /// <summary>The latest version's number, such as 3.0, and when it was made (UTC).</summary>
    public string? Version { get; init; }

    public DateTimeOffset? Modified { get; init; }

    /// <summary>Values by name, as the service takes them: a lookup or person as <c>NameLookupId</c> with numbers.</summary>
    public required JsonObject Fields { get; init; }
}
