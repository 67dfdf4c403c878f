using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Workspace.Planning;

/// <summary>An entry that the menu shall have.</summary>
public sealed record MenuEntry
{
    /// <summary>What SharePoint writes as the address of a heading without a link.</summary>
    private const string NoLink = "http://linkless.header/";

    private const string Heading = "strategists";

    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>Key of the heading that it stands under.</summary>
    public string? Parent { get; init; }

    /// <summary>Server-relative, or absolute elsewhere; null while what it leads to is not there.</summary>
    public string? Url { get; init; }

    /// <summary>Null for the heading.</summary>
    public MenuItem? Item { get; init; }

    public static IEnumerable<MenuEntry> Of(WorkspaceTarget target, WorkspaceState state)
    {
        var navigation = target.Definition.Navigation;
        return navigation.Menu.Where(item => IsWanted(item, target)).Select(item => Of(item, null, target, state))
            .Append(new MenuEntry { Key = Heading, Title = navigation.Strategists.Title, Url = NoLink })
            .Concat(navigation.Strategists.Items.Where(item => IsWanted(item, target)).Select(item => Of(item, Heading, target, state)));
    }

    /// <summary>The node that leads there, on whatever level; a heading is known by its words alone.</summary>
    public NodeState? Find(WorkspaceState state) => Url is null ? null : All(state.SharePoint?.Menu ?? []).FirstOrDefault(node =>
        SameAddress(node.Url, Url) && (Url != NoLink || node.Title == Title));

    private static bool IsWanted(MenuItem item, WorkspaceTarget target) => !item.Board || target.Group.Planner;

    private static MenuEntry Of(MenuItem item, string? parent, WorkspaceTarget target, WorkspaceState state)
    {
        if (item.Page is { } key)
        {
            var page = target.Definition.Pages.Single(candidate => candidate.Key == key);
            return new MenuEntry { Key = key, Title = page.Title, Url = $"{target.Group.Site}/{page.SitePath}", Item = item, Parent = parent };
        }
        if (item.List is { } name)
        {
            var list = target.Definition.List(name);
            return new MenuEntry { Key = list.Key, Title = list.Title, Url = target.AddressOf(list), Item = item, Parent = parent };
        }
        var url = state.Board is { } board ? $"https://planner.cloud.microsoft/webui/plan/{board.Id}/view/board" : null;
        return new MenuEntry { Key = "board", Title = target.Definition.Board.Title, Url = url, Item = item, Parent = parent };
    }

    private static IEnumerable<NodeState> All(IEnumerable<NodeState> nodes) => nodes.SelectMany(node => All(node.Children).Prepend(node));

    private static bool SameAddress(string one, string other) =>
        string.Equals(Uri.UnescapeDataString(one).TrimEnd('/'), Uri.UnescapeDataString(other).TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
