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
    public async Task<WorkspaceState> ReadAsync(WorkspaceTarget target, WorkspaceState? known, CancellationToken cancellationToken)
    {
        var state = await new SiteReader(connection, target).ReadAsync(known, cancellationToken);
        return state.SiteId is null ? state : await WithSharePointAsync(target, state, cancellationToken);
    }

    public async Task<WorkspaceState> ReadAgainAsync(WorkspaceTarget target, WorkspaceState left, CancellationToken cancellationToken) =>
        await WithSharePointAsync(target, await new SiteReader(connection, target).ReadAgainAsync(left, cancellationToken), cancellationToken);

    public Task<IReadOnlyDictionary<(string List, string Column), ColumnUsage>> CountAsync(
        WorkspaceState state, IReadOnlyList<(string List, string Column)> columns, CancellationToken cancellationToken) =>
        new UsageReader(connection).ReadAsync(state, columns, cancellationToken);

    private async Task<WorkspaceState> WithSharePointAsync(WorkspaceTarget target, WorkspaceState state, CancellationToken cancellationToken)
    {
        var questions = target.Definition.Lists.Where(list => state.List(list.Name) is not null)
            .Select(list => new SharePointQuestion(state.List(list.Name)!.Id, list.Access is not null));
        return state with { SharePoint = await sharePoint.ReadAsync([.. questions], cancellationToken) };
    }

    public async Task<ApplyRound> ApplyAsync(
        WorkspaceTarget target, WorkspaceState state, IReadOnlyList<Change> changes, IProgress<int>? handled, CancellationToken cancellationToken)
    {
        var step = new ApplyStep(connection, target, state, changes, handled);
        if (state.SiteId is null)
        {
            await GroupChanges.ApplyAsync(step, cancellationToken);
            return new ApplyRound(step.Left, step.Failures);
        }
        await SchemaChanges.ApplyAsync(step, cancellationToken);
        await SharePointChanges.ApplyAsync(step, sharePoint, cancellationToken);
        await RowChanges.ApplyAsync(step, cancellationToken);
        await LibraryChanges.ApplyRecordAsync(step, cancellationToken);
        return new ApplyRound(step.Left, step.Failures);
    }
}
