namespace Hallbarhet.Workspace.Definition;

/// <summary>A row that apply creates once, known by its SourceKey, and never overwrites.</summary>
public sealed record SeedRow
{
    /// <summary>Internal name of the list.</summary>
    public required string List { get; init; }

    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>By internal column name, Title and SourceKey not included.</summary>
    public required IReadOnlyDictionary<string, SeedValue> Values { get; init; }

    /// <summary>Keys of rows that must exist first, as (list, key).</summary>
    public IEnumerable<(string List, string Key)> Needs =>
        Values.Values.OfType<SeedValue.Rows>().SelectMany(rows => rows.Keys.Select(key => (rows.List, key)));
}

/// <summary>What stands in one field of a seed row.</summary>
public abstract record SeedValue
{
    private SeedValue()
    {
    }

    public sealed record Text(string Value) : SeedValue;

    public sealed record Number(double Value) : SeedValue;

    public sealed record YesNo(bool Value) : SeedValue;

    public sealed record Day(DateOnly Value) : SeedValue;

    /// <summary>Rows of another list by their SourceKey.</summary>
    public sealed record Rows(string List, IReadOnlyList<string> Keys, bool Multiple) : SeedValue;

    /// <summary>An account by its user principal name.</summary>
    public sealed record Person(string Upn) : SeedValue;
}
