namespace Hallbarhet.Group.Overview;

/// <summary>Compares the site with the definition it was made from. Throws as <see cref="Jobs.IGroupLists"/> does.</summary>
public interface IWorkspaceDrift
{
    /// <summary>One English sentence per managed property that would break a job; empty when there is none.</summary>
    Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken ct);
}
