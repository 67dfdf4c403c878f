using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Benchmarks.Provisioning;

/// <summary>What nobody can do with less: one write for each object of the workspace, and two reads for each list.</summary>
internal static class IdealUnits
{
    private const int OfWrite = 2;
    private const int OfPermission = 5;
    private const int OfQuery = 2;

    public static int Of(WorkspaceTarget target) =>
        ((Objects(target) - Rights(target)) * OfWrite) + (Rights(target) * OfPermission) + (target.Definition.Lists.Count * 2 * OfQuery);

    public static int Objects(WorkspaceTarget target)
    {
        var definition = target.Definition;
        var inLists = definition.Lists.Sum(list => 1 + list.Columns.Count + list.Columns.Count(column => column.Format is not null) + list.Views.Count + list.Folders.Count);
        var people = target.Group.Members.Count(member => member.Upn is not null && definition.Site.Groups.Any(group => group.Role == member.Role));
        var menu = definition.Navigation.Menu.Count + 1 + definition.Navigation.Strategists.Items.Count;
        return inLists + people + menu + definition.Site.Groups.Count + definition.Pages.Count + 1 + target.Rows.Count + Rights(target);
    }

    /// <summary>A group's level on the site; of a list that differs from it, that it does, and each group's level with the owners'.</summary>
    private static int Rights(WorkspaceTarget target) =>
        target.Definition.Site.Access.Count + target.Definition.Lists.Where(list => list.Access is not null).Sum(list => 1 + list.Access!.Count + 1);
}
