namespace Hallbarhet.Workspace.Definition;

/// <summary>What a column holds. <c>Note</c> is plain text of several lines.</summary>
public enum ColumnType
{
    Text,
    Note,
    Choice,
    Person,
    Lookup,
    Date,
    DateTime,
    Number,
    YesNo,

    /// <summary>Something on the site that the data cannot describe.</summary>
    Other,
}

/// <summary>A column as the data describes it. Name is frozen for ever; title and description belong to the users once they are set.</summary>
public sealed record ColumnDefinition
{
    /// <summary>The column that every list is born with.</summary>
    public const string BuiltInTitle = "Title";

    /// <summary>Internal name: English, at most 32 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What people see, Swedish.</summary>
    public required string Title { get; init; }

    public required ColumnType Type { get; init; }

    public string? Description { get; init; }

    public bool Required { get; init; }

    public bool Indexed { get; init; }

    public bool Unique { get; init; }

    /// <summary>Not shown in forms; the system's own.</summary>
    public bool Hidden { get; init; }

    /// <summary>Several values: persons, rows or choices.</summary>
    public bool Multiple { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    public string? Default { get; init; }

    /// <summary>The least and the most that a number may be; null for no limit.</summary>
    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    /// <summary>Choices of earlier versions, and the choice that each became. Rows are changed over.</summary>
    public IReadOnlyDictionary<string, string> Replaces { get; init; } = new Dictionary<string, string>();

    /// <summary>Internal name of the list that a lookup points at.</summary>
    public string? Target { get; init; }

    /// <summary>Key of the formatting that shows it.</summary>
    public string? Format { get; init; }
}
