using Hallbarhet.Group.Overview;
using Hallbarhet.Hosting.Provisioning;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;
using SetupProblemException = Hallbarhet.Group.Jobs.SetupProblemException;

namespace Hallbarhet.Hosting;

/// <summary>Compares the site with the workspace's data, as a plan does, and changes nothing.</summary>
public sealed class WorkspaceDrift(Microsoft365Connection connection, WorkspaceData data) : IWorkspaceDrift
{
    public async Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken ct)
    {
        try
        {
            var report = await WorkspaceData.At(connection).DriftAsync(data.Target(), ct);
            if (!report.WasApplied) return ["The workspace was never applied to this site."];
            return [.. report.Items.Select(i => $"{i.Path} was {i.Applied}, now {i.Site ?? "gone"}.")];
        }
        catch (Exception e) when (e is DefinitionException or WorkspaceMissingException or WorkspaceRefusedException)
        {
            throw new SetupProblemException(e.Message, e);
        }
        catch (Microsoft365Exception e)
        {
            // An error is never drift: the next tick looks again.
            throw new Group.Jobs.ServiceUnavailableException(e.Message, e);
        }
    }
}
