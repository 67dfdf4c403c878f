using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>The workspace's site in Microsoft 365. Reads in three round trips; writes in batches, one ordered chain per list.</summary>
public sealed class GraphWorkspaceSite(Microsoft365Connection connection) : IWorkspaceSite
{
    public Task<WorkspaceState> ReadAsync(WorkspaceTarget target, CancellationToken cancellationToken) =>
        new SiteReader(connection, target).ReadAsync(cancellationToken);

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
        await BoardChanges.ApplyAsync(step, cancellationToken);
        await RowChanges.ApplyAsync(step, cancellationToken);
        await LibraryChanges.ApplyRecordAsync(step, cancellationToken);
        return step.Failures;
    }
}
