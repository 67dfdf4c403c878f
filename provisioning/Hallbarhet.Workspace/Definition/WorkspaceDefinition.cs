using System.Text.Json.Serialization;

namespace Hallbarhet.Workspace.Definition;

/// <summary>The whole workspace as data. Load it with <see cref="WorkspaceFolder"/>.</summary>
public sealed record WorkspaceDefinition
{
    public required SiteDefinition Site { get; init; }

    /// <summary>Lists and libraries in their order.</summary>
    public required IReadOnlyList<ListDefinition> Lists { get; init; }

    public required IReadOnlyList<PageDefinition> Pages { get; init; }

    public required NavigationDefinition Navigation { get; init; }

    public required BoardDefinition Board { get; init; }

    public required IReadOnlyList<GoalDefinition> Goals { get; init; }

    /// <summary>Column formatting by key, each as SharePoint's JSON without line breaks.</summary>
    public IReadOnlyDictionary<string, string> Formats { get; init; } = new Dictionary<string, string>();

    /// <summary>The page that opens first.</summary>
    [JsonIgnore]
    public PageDefinition HomePage => Pages.Single(page => page.Key == Site.HomePage);

    public ListDefinition List(string name) =>
        Lists.FirstOrDefault(list => list.Name == name) ?? throw new ArgumentException($"The workspace has no list {name}.", nameof(name));
}

public sealed record SiteDefinition
{
    /// <summary>Code that meets another version on the site writes nothing.</summary>
    public required int SchemaVersion { get; init; }

    public required string Language { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>Key of the page that opens first.</summary>
    public string HomePage { get; init; } = "";

    /// <summary>Versions of each row and document that are kept.</summary>
    public int Versions { get; init; }

    public IReadOnlyList<SiteGroupDefinition> Groups { get; init; } = [];

    /// <summary>What a group may do wherever a list does not say otherwise.</summary>
    public IReadOnlyDictionary<string, AccessLevel> Access { get; init; } = new Dictionary<string, AccessLevel>();
}

/// <summary>The Planner plan; made only for a group that has Planner on.</summary>
public sealed record BoardDefinition
{
    public required string Title { get; init; }

    public required IReadOnlyList<BucketDefinition> Buckets { get; init; }

    /// <summary>What people call Planner's colours; named once, then theirs.</summary>
    public IReadOnlyList<LabelDefinition> Labels { get; init; } = [];
}

/// <param name="Number">Which of Planner's 25 labels, from 1.</param>
/// <param name="Title">What it is called.</param>
public sealed record LabelDefinition(int Number, string Title);

public sealed record BucketDefinition
{
    public required string Key { get; init; }

    public required string Title { get; init; }
}

/// <summary>A goal of one of the steering documents. Source: the city's and the state's public documents.</summary>
public sealed record GoalDefinition
{
    public required string Key { get; init; }

    public required string Framework { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public string? Parent { get; init; }

    public IReadOnlyList<string> Related { get; init; } = [];

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public string? Link { get; init; }
}
