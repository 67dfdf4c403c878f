using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Drift;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Workspace.Planning;

/// <summary>
/// The quick launch. An entry is known by the address that it leads to, wherever people have moved it and whatever they call it;
/// what people added stays, and what they removed stays away.
/// </summary>
internal static class MenuComparison
{
    public static IEnumerable<Change> Changes(WorkspaceTarget target, WorkspaceState state)
    {
        if (state.SharePoint is { Menu: null } || (state.SharePoint is null && state.SiteId is not null))
            return [];
        var before = state.Applied is { } applied
            ? MenuEntry.Of(DriftReport.AsApplied(target, applied), state).ToDictionary(entry => entry.Key, entry => entry.Title)
            : [];
        return MenuEntry.Of(target, state).Select(entry => entry.Find(state) is { } node
            ? Retitle(entry, node, before.GetValueOrDefault(entry.Key))
            : WasApplied(entry, state) ? null : Change(entry, null, "the menu has no such entry")).OfType<Change>();
    }

    /// <summary>A new title of the data reaches the menu where people kept the old one.</summary>
    private static Change? Retitle(MenuEntry entry, NodeState node, string? before) => before is not null && LocalProperty.IsToSet(before, entry.Title, node.Title)
        ? Change(entry, node.Title, "the data has a new title, and people kept the old one")
        : null;

    private static Change Change(MenuEntry entry, string? old, string why) => new()
    {
        Verb = old is null ? ChangeVerb.Create : ChangeVerb.Update,
        Kind = ChangeKind.Menu,
        Name = entry.Key,
        Within = entry.Parent ?? "",
        Old = old is null ? null : $"\"{old}\"",
        New = $"\"{entry.Title}\"",
        Why = why,
    };

    public static IEnumerable<string> Notes(WorkspaceTarget target, WorkspaceState state) =>
        state.SharePoint?.Menu is null
            ? []
            : MenuEntry.Of(target, state).Where(entry => entry.Find(state) is null && WasApplied(entry, state))
                .Select(entry => $"menu {entry.Key} was removed on the site; the menu belongs to the users");

    /// <summary>
    /// The steps for one entry; null while what it leads to, or its heading, is not there yet. Entries come in the data's order, so one
    /// also waits for those above it.
    /// </summary>
    public static IReadOnlyList<SharePointStep>? Steps(WorkspaceTarget target, WorkspaceState state, string key)
    {
        var entries = MenuEntry.Of(target, state).ToList();
        var entry = entries.Single(candidate => candidate.Key == key);
        if (entry.Find(state) is { } node)
            return [new SharePointStep.RenameNode(node.Id, entry.Title)];
        var parent = entry.Parent is null ? null : entries.Single(candidate => candidate.Key == entry.Parent).Find(state);
        if (entry.Url is null || (entry.Parent is not null && parent is null) || entries.TakeWhile(before => before != entry).Any(before => before.Parent is null && before.Url is null))
            return null;
        return [new SharePointStep.AddNode(entry.Title, entry.Url, parent?.Id)];
    }

    private static bool WasApplied(MenuEntry entry, WorkspaceState state) => state.Applied?.Definition.Navigation is { } menu
        && (entry.Item is { } item ? menu.Menu.Concat(menu.Strategists.Items).Contains(item) : true)
        && (entry.Item?.Board != true || state.Record?.Plan is not null);
}
