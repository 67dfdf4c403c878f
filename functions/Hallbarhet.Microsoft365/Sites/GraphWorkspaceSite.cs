using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Hallbarhet.Workspace.SharePoint;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>
/// The workspace's site in Microsoft 365: Graph where Graph can, the SharePoint-only port for the rest.
/// Writes in batches, one ordered chain per list.
/// </summary>
public sealed class GraphWorkspaceSite(Microsoft365Connection connection, ISharePointOnly sharePoint) : IWorkspaceSite
{
    public async Task<WorkspaceState> ReadAsync(WorkspaceTarget target, WorkspaceState? known, CancellationToken cancellationToken)
    {
        // What stands on a site that is known is read together with what it has.
        var ahead = known?.SiteId is null || (target.Group.Planner && known.Board is null) ? null : InsideAsync(target, known, Plans(known), cancellationToken);
        var (state, plans) = await new SiteReader(connection, target).ReadAsync(known, cancellationToken);
        if (ahead is not null)
            await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (state.SiteId is null)
            return state;
        // A list that somebody deleted or made anew meanwhile is read after all.
        var isStillSo = ahead is { IsCompletedSuccessfully: true } && Known(target, state).Select(list => state.List(list.Name)!.Id)
            .SequenceEqual(Known(target, known!).Select(list => known!.List(list.Name)!.Id));
        return Merged(state, isStillSo ? await ahead! : await InsideAsync(target, state, plans, cancellationToken));
    }

    private static Models.PlannerPlan[] Plans(WorkspaceState known) =>
        known.Board is { } board ? [new Models.PlannerPlan { Id = board.Id, Title = board.Title }] : [];

    private async Task<WorkspaceState> InsideAsync(
        WorkspaceTarget target, WorkspaceState state, IReadOnlyList<Models.PlannerPlan> plans, CancellationToken cancellationToken)
    {
        var content = new ContentReader(connection, target).ReadAsync(state, plans, cancellationToken);
        var details = sharePoint.ReadAsync([.. Known(target, state).Select(list => Question(state.List(list.Name)!.Id, list, isNew: false))], cancellationToken);
        await Task.WhenAll(content, details);
        return await content with { SharePoint = await details };
    }

    private static WorkspaceState Merged(WorkspaceState state, WorkspaceState inside) => inside with
    {
        Group = state.Group,
        UnknownAccounts = state.UnknownAccounts,
        Pages = state.Pages,
        Lists = [.. state.Lists.Select(list => list with { Folders = inside.Lists.FirstOrDefault(read => read.Id == list.Id)?.Folders ?? [] })],
    };

    /// <summary>A new list has the site's rights and no formatting.</summary>
    private static SharePointQuestion Question(string id, ListDefinition list, bool isNew) => new(id, list.Access is not null && !isNew)
    {
        WithFormats = list.Columns.Any(column => column.Format is not null) && !isNew,
    };

    /// <summary>Of SharePoint's part only the site itself and lists that are new.</summary>
    public async Task<WorkspaceState> ReadAgainAsync(WorkspaceTarget target, WorkspaceState left, CancellationToken cancellationToken)
    {
        var before = left.SharePoint?.Lists ?? new Dictionary<string, ListDetails>();
        var again = new SiteReader(connection, target).ReadAgainAsync(left, cancellationToken);
        var details = sharePoint.ReadAsync([.. Known(target, left).Select(list => Question(left.List(list.Name)!.Id, list, isNew: true))
            .Where(question => !before.ContainsKey(question.ListId))], cancellationToken);
        await Task.WhenAll(again, details);
        var site = await details;
        return await again with { SharePoint = site with { Lists = before.Concat(site.Lists).ToDictionary(list => list.Key, list => list.Value) } };
    }

    public Task<IReadOnlyDictionary<(string List, string Column), ColumnUsage>> CountAsync(
        WorkspaceState state, IReadOnlyList<(string List, string Column)> columns, CancellationToken cancellationToken) =>
        new UsageReader(connection).ReadAsync(state, columns, cancellationToken);

    public async Task<ApplyRound> ApplyAsync(
        WorkspaceTarget target, WorkspaceState state, IReadOnlyList<Change> changes, IProgress<int>? handled, CancellationToken cancellationToken)
    {
        var step = new ApplyStep(connection, target, state, changes, handled);
        if (state.SiteId is null)
        {
            await GroupChanges.ApplyAsync(step, cancellationToken);
            return new ApplyRound(step.Left, step.Done, step.Failures);
        }
        // Rows are no matter of a list's schema, so they need not wait for views and settings.
        await SideBySide.RunAsync(connection.Options,
            () => SchemaAsync(step, cancellationToken), () => RowChanges.ApplyAsync(step, cancellationToken), () => BoardLabels.ApplyAsync(step, cancellationToken));
        await LibraryChanges.ApplyRecordAsync(step, cancellationToken);
        return new ApplyRound(step.Left, step.Done, step.Failures);
    }

    /// <summary>Graph and SharePoint may not change one list side by side: the service answers Save Conflict.</summary>
    private async Task SchemaAsync(ApplyStep step, CancellationToken cancellationToken)
    {
        var work = SharePointChanges.Work(step);
        if (SharePointChanges.Lists(work).Overlaps(SchemaChanges.Lists(step)))
        {
            await SchemaChanges.ApplyAsync(step, cancellationToken);
            await SharePointChanges.ApplyAsync(step, work, sharePoint, cancellationToken);
        }
        else
        {
            await SideBySide.RunAsync(connection.Options,
                () => SchemaChanges.ApplyAsync(step, cancellationToken), () => SharePointChanges.ApplyAsync(step, work, sharePoint, cancellationToken));
        }
    }

    private static IEnumerable<ListDefinition> Known(WorkspaceTarget target, WorkspaceState state) =>
        target.Definition.Lists.Where(list => state.List(list.Name) is not null);
}
