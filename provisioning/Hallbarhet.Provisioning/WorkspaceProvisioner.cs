using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.SharePoint;
using Hallbarhet.Microsoft365.Sites;
using Hallbarhet.Workspace;
using Hallbarhet.Workspace.Backup;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Drift;
using Hallbarhet.Workspace.Planning;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Provisioning;

/// <summary>Everything that plan and apply need, put together for one group and one tenant.</summary>
public sealed class WorkspaceProvisioner : IDisposable
{
    private readonly GraphWorkspaceSite site;
    private readonly ProvisionWorkspace provision;

    private WorkspaceProvisioner(Microsoft365Options options, WorkspaceTarget target, HttpMessageHandler? transport, TimeProvider? wallClock = null)
    {
        Target = target;
        Connection = new Microsoft365Connection(options, transport, wallClock);
        site = new GraphWorkspaceSite(Connection, SharePointClients.Choose(Connection, Pnp));
        provision = new ProvisionWorkspace(site, wallClock);
    }

    public WorkspaceTarget Target { get; }

    public Microsoft365Connection Connection { get; }

    /// <summary>For a local tenant at <paramref name="address"/>, as its setup identity.</summary>
    /// <param name="address">Where the tenant answers.</param>
    /// <param name="groupFile">Path of the group file; null takes the example group.</param>
    /// <param name="transport">A tenant in the same process; null means sockets.</param>
    /// <param name="data">The folder with the workspace's data; null takes what came with the program.</param>
    /// <param name="wallClock">What pauses are measured with; null means the real clock.</param>
    /// <param name="sharePoint">What speaks to SharePoint where Graph cannot.</param>
    /// <param name="oneAtATime">For runs that are held against each other: the same seed gives the same ids only in the same order.</param>
    /// <exception cref="DefinitionException">The data or the group file is wrong.</exception>
    public static WorkspaceProvisioner ForLocalTenant(
        Uri address, string? groupFile = null, HttpMessageHandler? transport = null, string? data = null, TimeProvider? wallClock = null, SharePointClient sharePoint = SharePointClient.Rest, bool oneAtATime = false)
    {
        var target = Load(groupFile, data);
        var options = Microsoft365Options.ForLocalTenant(address, LocalTenantIdentities.Setup) with { SharePointClient = sharePoint, OneAtATime = oneAtATime };
        return new WorkspaceProvisioner(Fitted(options, target.Group), target, transport, wallClock);
    }

    /// <summary>For the tenant that <paramref name="options"/> name; the group file says which site.</summary>
    /// <exception cref="DefinitionException">The data or the group file is wrong.</exception>
    /// <exception cref="SetupProblemException">A setting is missing or wrong.</exception>
    public static WorkspaceProvisioner ForTenant(Microsoft365Options options, string groupFile, string? data = null)
    {
        var target = Load(groupFile, data);
        return new WorkspaceProvisioner(Fitted(options, target.Group), target, null);
    }

    public Task<Plan> PlanAsync(CancellationToken cancellationToken) => provision.PlanAsync(Target, cancellationToken);

    public Task<ApplyResult> ApplyAsync(CancellationToken cancellationToken, ApplyOrder? order = null) =>
        provision.ApplyAsync(Target, order, cancellationToken);

    public Task<DriftReport> DriftAsync(CancellationToken cancellationToken) => provision.DriftAsync(Target, cancellationToken);

    public Task<ApplyResult> RestoreAsync(CancellationToken cancellationToken, ApplyOrder? order = null) =>
        provision.RestoreAsync(Target, order, cancellationToken);

    public Task<Adoption> AdoptAsync(string folder, CancellationToken cancellationToken) => provision.AdoptAsync(Target, folder, cancellationToken);

    /// <returns>What could not be described.</returns>
    public Task<IReadOnlyList<string>> ExportAsync(string? from, string to, CancellationToken cancellationToken) =>
        provision.ExportAsync(Target, from ?? WorkspaceFolder.Default, to, cancellationToken);

    /// <returns>How many rows were written.</returns>
    public Task<int> BackUpAsync(string to, CancellationToken cancellationToken) =>
        new BackUpRows(site, new GraphWorkspaceRows(Connection)).WriteAsync(Target, to, cancellationToken);

    /// <returns>How many rows came back, by list.</returns>
    public Task<IReadOnlyDictionary<string, int>> BringBackAsync(string from, CancellationToken cancellationToken) =>
        new BringRowsBack(site, new GraphWorkspaceRows(Connection)).FromAsync(Target, from, cancellationToken);

    public void Dispose() => Connection.Dispose();

    /// <summary>PnP.Core's client, where the program was built with it.</summary>
    private static Func<Microsoft365Connection, ISharePointOnly>? Pnp =>
#if AZURE
        connection => new Microsoft365.PnP.PnpSharePoint(connection);
#else
        null;
#endif

    private static WorkspaceTarget Load(string? groupFile, string? data) =>
        new(WorkspaceFolder.Load(data), WorkspaceFolder.LoadGroup(groupFile ?? WorkspaceFolder.ExampleGroup));

    private static Microsoft365Options Fitted(Microsoft365Options options, GroupFile group) =>
        options with { SitePath = group.Site, ServiceMailbox = group.ServiceMailbox };
}
