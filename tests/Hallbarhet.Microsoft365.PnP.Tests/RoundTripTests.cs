using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.SharePoint;
using Hallbarhet.Tests.SharePointPort;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.SharePoint;
using Shouldly;
using Xunit;

namespace Hallbarhet.Microsoft365.PnP.Tests;

/// <summary>What each client costs, for docs/decisions. A batch is one round trip.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData(SharePointClient.Rest, 1, 1, 1, 1)]
    [InlineData(SharePointClient.Pnp, 2, 1, 2, 1)]
    public async Task A_client_takes_this_many_round_trips(SharePointClient client, int firstRead, int read, int change, int grant)
    {
        await using var site = await PortSite.StartAsync(connection => client == SharePointClient.Pnp ? new PnpSharePoint(connection) : new RestSharePoint(connection));

        (await CostAsync(site, () => site.ReadAsync())).ShouldBe(firstRead, "PnP.Core opens the site first");
        (await CostAsync(site, () => site.ReadAsync())).ShouldBe(read);
        (await CostAsync(site, () => site.RunAsync(new SharePointStep.SetList(site.ListId, 50), new SharePointStep.BreakInheritance(site.ListId))))
            .ShouldBe(change, "PnP.Core reads a list before it changes it");
        (await CostAsync(site, () => site.RunAsync(new SharePointStep.Grant(site.ListId, 5, AccessLevel.Read)))).ShouldBe(grant);
    }

    private static async Task<long> CostAsync(PortSite site, Func<Task> act)
    {
        var before = site.Connection.Counter.Requests;
        await act();
        return site.Connection.Counter.Requests - before;
    }
}
