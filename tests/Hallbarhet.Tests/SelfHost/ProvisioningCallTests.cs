using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Tests.Provisioning;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.SelfHost;

/// <summary>ProvisionWorkspace over HTTP: the service's identity plans, and the setup identity applies while it is attached.</summary>
public sealed class ProvisioningCallTests
{
    private const string Order = "api/workspace/provision";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_answered_at_its_status_address()
    {
        await using var group = await ServedGroup.StartAsync(Ct);

        var (status, body, follow) = await group.PostAsync(Order);

        status.ShouldBe(202);
        follow.ShouldBe($"/api/workspace/provision/{body.GetProperty("id").GetGuid()}");
        body.GetProperty("statusAddress").GetString().ShouldBe(follow);
        var plan = await group.FollowAsync(follow);
        plan.GetProperty("state").GetString().ShouldBe("done", plan.ToString());
        plan.GetProperty("result").GetProperty("summary").GetString().ShouldBe("No changes: the site is as the data says.");
        (await group.GetAsync($"api/work/{body.GetProperty("id").GetGuid()}")).Status.ShouldBe(404, "a plan asks for a token, work does not");
    }

    [Fact]
    public async Task Without_the_setup_identity_nothing_is_applied()
    {
        await using var group = await ServedGroup.StartAsync(Ct);
        var plan = await group.FollowAsync((await group.PostAsync(Order)).Follow);

        var refused = await group.FollowAsync((await group.PostAsync(Order, new { apply = Fingerprint(plan) })).Follow);

        refused.GetProperty("state").GetString().ShouldBe("refused");
        refused.GetProperty("message").GetString()!.ShouldContain("SetupIdentityClientId");
    }

    [Fact]
    public async Task In_the_change_window_exactly_the_plan_that_was_read_is_applied()
    {
        await using var group = await ServedGroup.StartAsync(Ct, "--SetupIdentityClientId", LocalTenantIdentities.Setup);
        using (var it = group.Tenant.Open()) await new HandWork(it).DeleteColumnAsync("Meetings", "DateReason");
        var plan = await group.FollowAsync((await group.PostAsync(Order)).Follow);
        plan.GetProperty("result").GetProperty("plan").GetString()!.ShouldContain("DateReason");

        var stale = await group.FollowAsync((await group.PostAsync(Order, new { apply = "0123456789abcdef" })).Follow);
        stale.GetProperty("state").GetString().ShouldBe("refused");
        stale.GetProperty("message").GetString()!.ShouldContain("stale");

        var applied = await group.FollowAsync((await group.PostAsync(Order, new { apply = Fingerprint(plan) })).Follow);
        applied.GetProperty("state").GetString().ShouldBe("done", applied.ToString());
        var after = await group.FollowAsync((await group.PostAsync(Order)).Follow);
        after.GetProperty("result").GetProperty("summary").GetString().ShouldBe("No changes: the site is as the data says.");
    }

    [Fact]
    public async Task A_body_that_is_no_order_is_refused()
    {
        await using var group = await ServedGroup.StartAsync(Ct);
        (await group.PostAsync(Order, "everything")).Status.ShouldBe(400);
    }

    private static string Fingerprint(System.Text.Json.JsonElement plan) => plan.GetProperty("result").GetProperty("fingerprint").GetString()!;
}
