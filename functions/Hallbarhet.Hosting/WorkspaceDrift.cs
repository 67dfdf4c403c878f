using Hallbarhet.Group.Overview;
using Hallbarhet.Hosting.Provisioning;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Definition;
using Microsoft.Extensions.Logging;
using SetupProblemException = Hallbarhet.Group.Jobs.SetupProblemException;

namespace Hallbarhet.Hosting;

/// <summary>Compares the site with the workspace's data, as a plan does, and changes nothing.</summary>
public sealed partial class WorkspaceDrift(Microsoft365Connection connection, WorkspaceData data, ILogger<WorkspaceDrift> logger) : IWorkspaceDrift
{
    public async Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken ct)
    {
        try
        {
            var report = await data.At(connection).DriftAsync(data.Target(), ct);
            if (!report.WasApplied) return ["The workspace was never applied to this site."];
            if (report.Items.Count > 0) Log.DriftFound(logger, report.Items.Count, Microsoft365Run.Current?.Id ?? Guid.Empty);
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

    private static partial class Log
    {
        [LoggerMessage(31, LogLevel.Warning, "CheckDrift {Run}: {Differences} managed properties differ from the definition")]
        public static partial void DriftFound(ILogger logger, int differences, Guid run);
    }
}
