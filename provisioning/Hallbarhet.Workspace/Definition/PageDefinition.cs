using System.Text.Json.Serialization;

namespace Hallbarhet.Workspace.Definition;

/// <summary>A simple text page. Set once; afterwards it belongs to the strategists.</summary>
public sealed record PageDefinition
{
    public required string Key { get; init; }

    public required string File { get; init; }

    /// <summary>Where it stands, relative to the site.</summary>
    [JsonIgnore]
    public string SitePath => "SitePages/" + File;

    public required string Title { get; init; }

    public required int Order { get; init; }

    public required IReadOnlyList<PageBlock> Blocks { get; init; }
}

/// <summary>One piece of a page, in the order heading, link with text, bullets, menu.</summary>
public sealed record PageBlock
{
    public string? Heading { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<string> Bullets { get; init; } = [];

    /// <summary>True where the links of the menu stand.</summary>
    public bool Menu { get; init; }

    public PageLink? Link { get; init; }
}

/// <summary>A link to a page (by key) or a list (by internal name).</summary>
public sealed record PageLink
{
    public string? Page { get; init; }

    public string? List { get; init; }

    public required string Text { get; init; }
}

/// <summary>What people find in the menu, and what is meant for the strategists.</summary>
public sealed record NavigationDefinition
{
    public required IReadOnlyList<MenuItem> Menu { get; init; }

    public required StrategistMenu Strategists { get; init; }
}

public sealed record StrategistMenu
{
    public required string Title { get; init; }

    public required IReadOnlyList<MenuItem> Items { get; init; }
}

/// <summary>Exactly one of the three.</summary>
public sealed record MenuItem
{
    public string? Page { get; init; }

    public string? List { get; init; }

    public bool Board { get; init; }
}
