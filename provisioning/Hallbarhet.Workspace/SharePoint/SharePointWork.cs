using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace.SharePoint;

/// <summary>Turns changes of a plan into steps for SharePoint.</summary>
public static class SharePointWork
{
    /// <summary>The steps of a change; null while something it needs is not there, and for changes that are Graph's.</summary>
    public static IReadOnlyList<SharePointStep>? Steps(WorkspaceTarget target, WorkspaceState state, Change change) => change.Kind switch
    {
        _ when state.SharePoint is null => null,
        ChangeKind.Settings => state.List(change.Name) is { } list ? [new SharePointStep.SetList(list.Id, target.Definition.Site.Versions)] : null,
        ChangeKind.Format => Format(target, state, change),
        ChangeKind.View => View(target, state, change),
        ChangeKind.Role => Role(target, change),
        ChangeKind.Person => Person(target, state, change),
        ChangeKind.Access => AccessComparison.Steps(target, state, change.Name),
        ChangeKind.Home => Home(target, state),
        ChangeKind.Menu => MenuComparison.Steps(target, state, change.Name),
        _ => null,
    };

    private static SharePointStep[]? Format(WorkspaceTarget target, WorkspaceState state, Change change)
    {
        var format = target.Definition.List(change.Within).Column(change.Name)!.Format!;
        return state.List(change.Within) is { } list && list.Column(change.Name) is not null
            ? [new SharePointStep.FormatColumn(list.Id, change.Name, target.Definition.Formats[format])]
            : null;
    }

    /// <summary>A view waits for its columns, lookups among them.</summary>
    private static SharePointStep[]? View(WorkspaceTarget target, WorkspaceState state, Change change)
    {
        var definition = target.Definition.List(change.Within);
        var view = definition.Views.Single(candidate => candidate.Name == change.Name);
        if (state.List(change.Within) is not { } list || definition.Columns.Any(column => list.Column(column.Name) is null))
            return null;
        var content = ViewQuery.Content(definition, view);
        return state.SharePoint!.List(list.Id)?.View(view.Name) is { } existing
            ? [new SharePointStep.ChangeView(list.Id, existing.Id, content)]
            : [new SharePointStep.AddView(list.Id, view.Name, content)];
    }

    private static SharePointStep[] Role(WorkspaceTarget target, Change change)
    {
        var group = target.Definition.Site.Groups.Single(candidate => candidate.Key == change.Name);
        return [new SharePointStep.AddGroup(group.Title, group.Description)];
    }

    private static SharePointStep[]? Person(WorkspaceTarget target, WorkspaceState state, Change change)
    {
        var group = AccessGroups.Find(state.SharePoint, target.Definition.Site.Groups.Single(candidate => candidate.Key == change.Within));
        return group is null ? null : [new SharePointStep.AddPerson(group.Id, target.Group.Members.Single(member => member.Key == change.Name).Upn!)];
    }

    private static SharePointStep[]? Home(WorkspaceTarget target, WorkspaceState state)
    {
        var page = target.Definition.HomePage;
        return state.Pages.Any(actual => actual.Published && string.Equals(actual.File, page.File, StringComparison.OrdinalIgnoreCase))
            ? [new SharePointStep.SetHomePage(page.SitePath)]
            : null;
    }
}
