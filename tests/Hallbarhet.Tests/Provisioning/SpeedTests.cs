using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>How much an apply and a plan cost. A batch counts as one round trip; waiting for a new site is not counted.</summary>
public sealed class SpeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workspace_from_nothing_takes_at_most_forty_round_trips()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        (await provisioner.ApplyAsync(Cancellation)).IsDone.ShouldBeTrue();
        provisioner.Connection.Counter.Requests.ShouldBeLessThanOrEqualTo(40);
    }

    [Fact]
    public async Task A_plan_that_finds_nothing_takes_at_most_eight_round_trips()
    {
        await using var tenant = await Tenant.StartAsync();
        using var provisioner = tenant.Open();
        await provisioner.ApplyAsync(Cancellation);
        var before = provisioner.Connection.Counter.Requests;
        (await provisioner.PlanAsync(Cancellation)).IsEmpty.ShouldBeTrue();
        (provisioner.Connection.Counter.Requests - before).ShouldBeLessThanOrEqualTo(8);
    }
}
