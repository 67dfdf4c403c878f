using System.Text.Json;

namespace Hallbarhet.Workspace.Definition;

/// <summary>A list or library as the data describes it.</summary>
public sealed record ListDefinition
{
    public const string Library = "documentLibrary";

    /// <summary>English key, also the file's name.</summary>
    public required string Key { get; init; }

    /// <summary>Internal name, part of the list's address, frozen for ever.</summary>
    public required string Name { get; init; }

    /// <summary>What people see, Swedish.</summary>
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary><c>genericList</c> or <c>documentLibrary</c>.</summary>
    public required string Template { get; init; }

    public required int Order { get; init; }

    public bool Hidden { get; init; }

    /// <summary>Who may do what, by group key; null where the list does as the site does. Owners are not named, they may everything.</summary>
    public IReadOnlyDictionary<string, AccessLevel>? Access { get; init; }

    public IReadOnlyList<string> Folders { get; init; } = [];

    public required IReadOnlyList<ColumnDefinition> Columns { get; init; }

    public IReadOnlyList<ViewDefinition> Views { get; init; } = [];

    public IReadOnlyList<SeedDefinition> Seed { get; init; } = [];

    public bool IsLibrary => Template == Library;

    public ColumnDefinition? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);
}

/// <summary>A row that the list is born with.</summary>
public sealed record SeedDefinition
{
    public required string Key { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Values { get; init; }
}
