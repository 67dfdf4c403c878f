namespace Hallbarhet.Acceptance.Tests;

/// <summary>A tenant that is not there, or that does not know the service.</summary>
public sealed class OutOfReachTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task An_unreachable_tenant_is_told_in_one_sentence_and_the_host_lives_on()
    {
        await using var host = await RunningHost.StartAsync(new Uri("http://127.0.0.1:9"), clock: "system");

        var answer = await host.RunAsync("SendAgendas");

        answer.Outcome.ShouldBe("failed");
        var message = answer.Failed.ShouldHaveSingleItem().Message;
        message.ShouldStartWith("Microsoft 365 cannot be reached at http://127.0.0.1:9 (");
        message.ShouldEndWith("Check the address in the settings and the network.");
        (await host.GetAsync("health")).ShouldBe((200, "healthy"));
        (await host.GetAsync("health/ready")).Status.ShouldBe(503);
    }

    [Fact]
    public async Task A_tenants_clock_that_does_not_answer_is_told_like_any_other_call()
    {
        await using var host = await RunningHost.StartAsync(new Uri("http://127.0.0.1:9"));

        var answer = await host.RunAsync("SendAgendas");

        answer.Outcome.ShouldBe("failed");
        answer.Failed.ShouldHaveSingleItem().Message.ShouldStartWith("Microsoft 365 cannot be reached at http://127.0.0.1:9");
    }

    [Fact]
    public async Task An_identity_that_the_tenant_does_not_know_is_named()
    {
        const string stranger = "99999999-9999-9999-9999-999999999999";
        await using var host = await RunningHost.StartAsync(scene.Stage.Tenant, identity: stranger);

        var answer = await host.RunAsync("PrepareMeetings");

        answer.Outcome.ShouldBe("failed");
        var message = answer.Failed.ShouldHaveSingleItem().Message;
        message.ShouldStartWith("No token for https://graph.microsoft.com/.default");
        message.ShouldContain($"as {stranger} (ManagedIdentity)");
        message.ShouldEndWith("Check that the identity exists, that the address is right and that the service may use it.");
    }

    [Fact]
    public async Task A_token_that_is_refused_points_at_the_identity()
    {
        var host = await scene.StartHostAsync();
        await scene.FaultAsync(new { method = "*", path = "*", mode = "refuse", status = 401 });

        var answer = await host.RunAsync("PrepareMeetings");

        (await scene.FiredAsync()).ShouldAllBe(times => times > 0);
        await scene.FaultAsync();
        answer.Outcome.ShouldBe("failed");
        answer.Failed.ShouldHaveSingleItem().Message.ShouldEndWith(
            "The token was refused: check which identity the service runs as and that it is known to this tenant.");
        (await host.RunAsync("PrepareMeetings")).Outcome.ShouldBe("idle");
    }

    [Fact]
    public async Task A_missing_right_is_told_with_what_IT_does_about_it()
    {
        var host = await scene.StartHostAsync();
        await scene.FaultAsync(new { method = "*", path = "*", mode = "refuse", status = 403 });

        var answer = await host.RunAsync("SyncActions");

        await scene.FaultAsync();
        answer.Outcome.ShouldBe("failed");
        answer.Failed.ShouldHaveSingleItem().Message.ShouldContain("Sites.Selected");
    }
}
