namespace Hallbarhet.Workspace.Definition;

/// <summary>What somebody may do with a list or the whole site, in the order of how much it is.</summary>
public enum AccessLevel
{
    /// <summary>Less than reading everything, such as Limited Access, which SharePoint gives by itself.</summary>
    Other,
    Read,
    Contribute,
    Edit,
    Design,
    Full,
}

/// <summary>A SharePoint group of the site whose people come from the group file by their role.</summary>
public sealed record SiteGroupDefinition
{
    /// <summary>Everybody in the Microsoft 365 group; comes with the site.</summary>
    public const string Members = "members";

    /// <summary>The owners of the Microsoft 365 group; they always have full control.</summary>
    public const string Owners = "owners";

    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The role of those in the group file who stand in it.</summary>
    public required string Role { get; init; }
}
