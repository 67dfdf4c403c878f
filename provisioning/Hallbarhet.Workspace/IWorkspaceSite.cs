using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace;

/// <summary>The site that a workspace is made on.</summary>
public interface IWorkspaceSite
{
    /// <summary>
    /// Reads what the plan compares. A missing group or site is no error here: their ids are null.
    /// Throws when the service cannot be reached or refuses to answer.
    /// </summary>
    /// <param name="target">The data that will be compared.</param>
    /// <param name="known">An earlier look, whose ids of site, group and accounts are not asked for again; null for a first look.</param>
    /// <param name="cancellationToken">Stops between two round trips.</param>
    Task<WorkspaceState> ReadAsync(WorkspaceTarget target, WorkspaceState? known, CancellationToken cancellationToken);

    /// <summary>
    /// Reads again only what an apply cannot know by the answers it got; rows, folders and the board are as it left them, and what lists
    /// are like in SharePoint as it was before.
    /// </summary>
    Task<WorkspaceState> ReadAgainAsync(WorkspaceTarget target, WorkspaceState left, CancellationToken cancellationToken);

    /// <summary>Counts how columns are used that a change might lose something of.</summary>
    Task<IReadOnlyDictionary<(string List, string Column), ColumnUsage>> CountAsync(
        WorkspaceState state, IReadOnlyList<(string List, string Column)> columns, CancellationToken cancellationToken);

    /// <summary>
    /// Carries out changes of a plan in their order. A change that fails does not stop independent ones.
    /// Never creates a second time what may have been created: such a failure is returned with <c>MayTryAgain</c>,
    /// and the caller reads again first.
    /// </summary>
    /// <param name="target">The data that the plan was made from.</param>
    /// <param name="state">The site as it was when the plan was made.</param>
    /// <param name="changes">The changes to carry out.</param>
    /// <param name="handled">Told how many more changes have been sent; null when nobody watches.</param>
    /// <param name="cancellationToken">Stops between two round trips.</param>
    Task<ApplyRound> ApplyAsync(
        WorkspaceTarget target, WorkspaceState state, IReadOnlyList<Change> changes, IProgress<int>? handled, CancellationToken cancellationToken);
}

/// <param name="Left">The state as the answers tell it: what was created has its ids.</param>
/// <param name="Done">The changes whose calls were all answered well. Some entail another, such as a list its title.</param>
/// <param name="Failures">The changes that did not happen.</param>
public sealed record ApplyRound(WorkspaceState Left, IReadOnlyList<Change> Done, IReadOnlyList<ChangeFailure> Failures);
