using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Tests.Provisioning;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;
using Microsoft.Graph.Models;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.SharePointPort;

/// <summary>A local tenant with the group's site and one list on it, and a client of the SharePoint-only port.</summary>
internal sealed class PortSite : IAsyncDisposable
{
    public const string Api = "/sites/*/_api/web/";

    private PortSite(Tenant tenant, Microsoft365Connection connection, ISharePointOnly port)
    {
        Tenant = tenant;
        Connection = connection;
        Port = port;
    }

    public Tenant Tenant { get; }

    public Microsoft365Connection Connection { get; }

    public ISharePointOnly Port { get; }

    public string ListId { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="make">Makes the client.</param>
    /// <param name="between">What stands between the client and the tenant and may spoil an answer.</param>
    public static async Task<PortSite> StartAsync(Func<Microsoft365Connection, ISharePointOnly> make, DelegatingHandler? between = null)
    {
        var tenant = await Tenant.StartAsync();
        await tenant.AddGroupAsync(WorkspaceFolder.LoadGroup(WorkspaceFolder.ExampleGroup).Members[0].Upn!);
        var options = Microsoft365Options.ForLocalTenant(tenant.Address, LocalTenantIdentities.Setup) with { FirstPause = TimeSpan.FromMilliseconds(1), MaxRetries = 2 };
        between?.InnerHandler = tenant.Transport;
        var connection = new Microsoft365Connection(options, between ?? tenant.Transport);
        var site = new PortSite(tenant, connection, make(connection));
        site.ListId = await site.AddListAsync("Möten");
        return site;
    }

    public async Task<string> AddListAsync(string title)
    {
        var site = await Connection.Graph.Sites[Connection.Options.SiteKey].GetAsync(null, Cancellation);
        var list = await Connection.Graph.Sites[site!.Id].Lists.PostAsync(new List
        {
            DisplayName = title,
            ListProp = new ListInfo { Template = "genericList" },
            Columns = [new() { Name = "Status", Text = new() }, new() { Name = "Due", DateTime = new() }],
        }, null, Cancellation);
        return list!.Id!;
    }

    public Task<SharePointState> ReadAsync() => Port.ReadAsync([new SharePointQuestion(ListId, true)], Cancellation);

    public async Task<ListDetails> ReadListAsync() => (await ReadAsync()).List(ListId).ShouldNotBeNull();

    public Task<IReadOnlyList<SharePointFailure>> TryAsync(params SharePointStep[] steps) => Port.RunAsync(steps, Cancellation);

    /// <summary>Carries out steps of which every one must succeed.</summary>
    public async Task RunAsync(params SharePointStep[] steps) =>
        (await TryAsync(steps)).ShouldBeEmpty();

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        await Tenant.DisposeAsync();
    }
}
