using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Tests.Workspace;

/// <summary>What SharePoint alone knows of a site on which everything is as the data says, and changes to it.</summary>
internal static class SharePointSites
{
    public const int Owners = 3;
    public const int Visitors = 4;
    public const int Members = 5;
    private const int FirstGroup = 20;

    public static SharePointState Complete(WorkspaceTarget target, WorkspaceState state)
    {
        var site = target.Definition.Site;
        var groups = site.Groups.Select((group, index) => new SiteGroupState(FirstGroup + index, group.Title,
            [.. target.Group.Members.Where(member => member.Role == group.Role).Select(member => "i:0#.f|membership|" + member.Upn)])).ToList();
        return new SharePointState
        {
            HomePage = target.Definition.HomePage.SitePath,
            Owners = Owners,
            Members = Members,
            Groups = groups,
            Access = Rights(site, site.Access),
            Menu = Menu(target, state),
            Lists = target.Definition.Lists.ToDictionary(list => state.List(list.Name)!.Id, list => Details(target.Definition, list)),
        };
    }

    /// <summary>Changes what SharePoint knows of one list.</summary>
    public static WorkspaceState WithDetails(this WorkspaceState state, string list, Func<ListDetails, ListDetails> change)
    {
        var lists = state.SharePoint!.Lists.ToDictionary();
        lists[state.List(list)!.Id] = change(state.Details(list)!);
        return state with { SharePoint = state.SharePoint with { Lists = lists } };
    }

    public static WorkspaceState WithSharePoint(this WorkspaceState state, Func<SharePointState, SharePointState> change) =>
        state with { SharePoint = change(state.SharePoint!) };

    private static List<Assignment> Rights(SiteDefinition site, IReadOnlyDictionary<string, AccessLevel> access) =>
        [.. access.Select(right => new Assignment(Id(site, right.Key), right.Key, [right.Value])), new Assignment(Owners, "owners", [AccessLevel.Full])];

    private static int Id(SiteDefinition site, string key) =>
        key == SiteGroupDefinition.Members ? Members : FirstGroup + site.Groups.Select(group => group.Key).ToList().IndexOf(key);

    private static List<NodeState> Menu(WorkspaceTarget target, WorkspaceState state)
    {
        var entries = MenuEntry.Of(target, state).ToList();
        return [.. entries.Where(entry => entry.Parent is null).Select(entry => Node(entry, entries))];
    }

    private static NodeState Node(MenuEntry entry, List<MenuEntry> all) => new(
        2000 + all.IndexOf(entry), entry.Title, entry.Url!, [.. all.Where(child => child.Parent == entry.Key).Select(child => Node(child, all))]);

    private static ListDetails Details(WorkspaceDefinition definition, ListDefinition list) => new()
    {
        Versioning = true,
        Versions = definition.Site.Versions,
        ReadSecurity = 1,
        WriteSecurity = 1,
        OwnAccess = list.Access is not null,
        Access = list.Access is { } access ? Rights(definition.Site, access) : null,
        Views = [.. list.Views.Select(view => new ViewState("view-" + view.Name, view.Name, ViewQuery.Content(list, view)))],
        Formats = list.Columns.Where(column => column.Format is not null).ToDictionary(column => column.Name, column => definition.Formats[column.Format!]),
    };
}
