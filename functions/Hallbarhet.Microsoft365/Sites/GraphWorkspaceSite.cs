using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>
/// The workspace's site in Microsoft 365: Graph where Graph can, the SharePoint-only port for the rest.
/// Writes in batches, one ordered chain per list.
/// </summary>
public sealed class GraphWorkspaceSite(Microsoft365Connection connection, ISharePointOnly sharePoint) : IWorkspaceSite
{
    public async Task<WorkspaceState> ReadAsync(WorkspaceTarget target, CancellationToken cancellationToken)
    {
        var state = await new SiteReader(connection, target).ReadAsync(cancellationToken);
        if (state.SiteId is null)
            return state;
        var questions = target.Definition.Lists.Where(list => state.List(list.Name) is not null)
            .Select(list => new SharePointQuestion(state.List(list.Name)!.Id, list.Access is not null));
        return state with { SharePoint = await sharePoint.ReadAsync([.. questions], cancellationToken) };
    }

    public async Task<IReadOnlyList<ChangeFailure>> ApplyAsync(
        WorkspaceTarget target, WorkspaceState state, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var step = new ApplyStep(connection, target, state, changes);
        if (state.SiteId is null)
        {
            await GroupChanges.ApplyAsync(step, cancellationToken);
            return step.Failures;
        }
        await ListChanges.ApplyAsync(step, cancellationToken);
        await LibraryChanges.ApplyFoldersAsync(step, cancellationToken);
        await PageChanges.ApplyAsync(step, cancellationToken);
        await SharePointChanges.ApplyAsync(step, sharePoint, cancellationToken);
        await BoardChanges.ApplyAsync(step, cancellationToken);
        await RowChanges.ApplyAsync(step, cancellationToken);
        await LibraryChanges.ApplyRecordAsync(step, cancellationToken);
        return step.Failures;
    }
}
