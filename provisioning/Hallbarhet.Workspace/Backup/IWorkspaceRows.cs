using System.Text.Json.Nodes;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Workspace.Backup;

/// <summary>All rows of lists, read and written as a whole. Every method throws when the service cannot be reached or refuses.</summary>
public interface IWorkspaceRows
{
    Task<IReadOnlyList<ListBackup>> ReadAsync(WorkspaceState state, IReadOnlyList<ListState> lists, CancellationToken cancellationToken);

    /// <returns>The new rows' numbers, in the order of the rows.</returns>
    Task<IReadOnlyList<string>> AddAsync(WorkspaceState state, ListState list, IReadOnlyList<JsonObject> rows, CancellationToken cancellationToken);

    Task ChangeAsync(WorkspaceState state, ListState list, IReadOnlyList<(string Row, JsonObject Fields)> rows, CancellationToken cancellationToken);
}
