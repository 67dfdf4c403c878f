using Hallbarhet.Hosting.Settings;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Sites;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;
using Microsoft.Extensions.Options;
using SetupProblemException = Hallbarhet.Group.Jobs.SetupProblemException;

namespace Hallbarhet.Hosting.Provisioning;

/// <summary>The workspace's data with this group's file, and a site to hold it against.</summary>
public sealed class WorkspaceData(Microsoft365Options service, IOptions<GroupOptions> group, SharePointFor sharePoint)
{
    /// <exception cref="DefinitionException">The data or the group file is wrong.</exception>
    /// <exception cref="SetupProblemException">No group file is set.</exception>
    public WorkspaceTarget Target()
    {
        var file = group.Value.GroupFile ?? (service.LocalTokenEndpoint is not null ? WorkspaceFolder.ExampleGroup : null)
                   ?? throw new SetupProblemException("Set GroupFile to the path of the group file that the workspace was applied with.");
        return new WorkspaceTarget(WorkspaceFolder.Load(), WorkspaceFolder.LoadGroup(file));
    }

    public ProvisionWorkspace At(Microsoft365Connection connection) => new(new GraphWorkspaceSite(connection, sharePoint(connection)));
}

/// <summary>The client of the SharePoint-only port for a connection; a host that has another one than REST brings it.</summary>
public delegate ISharePointOnly SharePointFor(Microsoft365Connection connection);
