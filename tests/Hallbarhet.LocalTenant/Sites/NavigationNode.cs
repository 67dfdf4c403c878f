namespace Hallbarhet.LocalTenant.Sites;

/// <summary>An entry of the quick launch; children are shown indented below it.</summary>
internal sealed class NavigationNode
{
    public required int Id { get; init; }

    public required string Title { get; set; }

    public required string Url { get; set; }

    public bool IsExternal { get; set; }

    public List<NavigationNode> Children { get; } = [];
}
