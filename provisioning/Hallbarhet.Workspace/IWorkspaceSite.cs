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
    Task<WorkspaceState> ReadAsync(WorkspaceTarget target, CancellationToken cancellationToken);

    /// <summary>
    /// Carries out changes of a plan in their order. A change that fails does not stop independent ones.
    /// Never creates a second time what may have been created: such a failure is returned with <c>MayTryAgain</c>,
    /// and the caller reads again first.
    /// </summary>
    /// <param name="target">The data that the plan was made from.</param>
    /// <param name="state">The site as it was when the plan was made.</param>
    /// <param name="changes">The changes to carry out.</param>
    /// <param name="cancellationToken">Stops between two round trips.</param>
    /// <returns>The changes that did not happen.</returns>
    Task<IReadOnlyList<ChangeFailure>> ApplyAsync(
        WorkspaceTarget target, WorkspaceState state, IReadOnlyList<Change> changes, CancellationToken cancellationToken);
}
