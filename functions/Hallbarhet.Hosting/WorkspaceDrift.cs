using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Overview;
using Hallbarhet.Hosting.Settings;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Sites;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;
using Microsoft.Extensions.Options;
using SetupProblemException = Hallbarhet.Group.Jobs.SetupProblemException;

namespace Hallbarhet.Hosting;

/// <summary>Compares the site with the workspace's data, as a plan does, and changes nothing.</summary>
public sealed class WorkspaceDrift(Microsoft365Connection connection, ISharePointOnly sharePoint, IOptions<GroupOptions> options) : IWorkspaceDrift
{
    public async Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken ct)
    {
        try
        {
            var report = await new ProvisionWorkspace(new GraphWorkspaceSite(connection, sharePoint)).DriftAsync(Target(), ct);
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

    private WorkspaceTarget Target()
    {
        var isLocal = connection.Options.LocalTokenEndpoint is not null;
        var file = options.Value.GroupFile ?? (isLocal ? WorkspaceFolder.ExampleGroup : null)
                   ?? throw new SetupProblemException("Set GroupFile to the path of the group file that the workspace was applied with.");
        return new WorkspaceTarget(WorkspaceFolder.Load(), WorkspaceFolder.LoadGroup(file));
    }
}
