namespace Hallbarhet.Acceptance.Tests;

/// <summary>The personal mails before a meeting (M2), while the service that sends them fails.</summary>
public sealed class SendingTests(Scene scene) : IClassFixture<Scene>
{
    private const string Send = "/v1.0/users/*/messages/*/send";

    public static TheoryData<string, object> Faults => new()
    {
        { "sent, but the answer is 504", new { method = "POST", path = Send, nth = 3, times = 2, mode = "after", status = 504 } },
        { "sent, but the connection is cut", new { method = "POST", path = Send, nth = 2, times = 3, mode = "cut" } },
        { "refused with 503", new { method = "POST", path = Send, nth = 1, times = 2, mode = "refuse", status = 503 } },
        { "throttled with Retry-After", new { method = "POST", path = Send, nth = 4, times = 2, mode = "throttle", retryAfter = "0" } },
        { "drafts are made, but their answers are 504", new { method = "POST", path = "/v1.0/users/*/messages", nth = 2, times = 3, mode = "after", status = 504 } },
        { "no answer before the gateway gives up", new { method = "POST", path = Send, nth = 2, times = 1, mode = "timeout", seconds = 0.1 } },
        { "the fourth batch is cut", new { method = "POST", path = "/v1.0/$batch", nth = 4, times = 1, mode = "cut" } },
        { "the sixth batch is cut", new { method = "POST", path = "/v1.0/$batch", nth = 6, times = 1, mode = "cut" } },
        { "the eighth batch is cut", new { method = "POST", path = "/v1.0/$batch", nth = 8, times = 1, mode = "cut" } },
        { "the ledger is made, but the answers are 503", new { method = "POST", path = "/v1.0/sites/*/lists/*/items", nth = 2, times = 2, mode = "after", status = 503 } },
        { "the ledger is not updated", new { method = "PATCH", path = "/v1.0/sites/*/lists/*/items/*/fields", nth = 3, times = 4, mode = "refuse", status = 503 } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_member_gets_exactly_one_mail(string what, object fault)
    {
        var call = await Call.PrepareAsync(scene, what);
        await scene.FaultAsync(fault);

        await scene.RunAsync("PrepareMeetings");

        (await scene.FiredAsync()).ShouldAllBe(times => times > 0, what);
        await scene.FaultAsync();
        await call.FinishAsync(scene.Host);
        await call.ShouldHaveReachedEverybodyOnceAsync();
    }

    [Fact]
    public async Task A_host_that_dies_in_the_middle_is_followed_by_one_that_finishes()
    {
        var call = await Call.PrepareAsync(scene, "Möte mitt i ett avbrott");
        var dying = await scene.StartHostAsync();
        await scene.FaultAsync(new { method = "POST", path = Send, nth = 5, times = 1, mode = "cut", thenDown = true });
        await dying.RunAsync("PrepareMeetings");
        (await scene.FiredAsync()).ShouldBe([1]);
        await dying.DisposeAsync();
        await scene.FaultAsync();

        (await call.DeliveredAsync()).Count.ShouldBe(5);
        await call.FinishAsync(await scene.StartHostAsync());
        await call.ShouldHaveReachedEverybodyOnceAsync();
    }
}
