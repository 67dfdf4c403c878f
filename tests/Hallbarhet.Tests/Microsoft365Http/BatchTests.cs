using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365Http;

public sealed class BatchTests
{
    [Fact]
    public async Task Forty_five_calls_cost_three_round_trips()
    {
        using var service = Answering((_, _) => 200);
        using var connection = service.Connect();
        var batch = new GraphBatch(connection);
        var parts = Enumerable.Range(1, 45).Select(number => batch.Add(StubService.Request(Method.GET, $"/users/{number}"), User.CreateFromDiscriminatorValue)).ToList();
        await batch.SendAsync(TestContext.Current.CancellationToken);
        service.Calls.Count.ShouldBe(3);
        parts.Select(part => part.Value.Id).ShouldBe(parts.Select((_, index) => $"/users/{index + 1}"));
    }

    [Fact]
    public async Task A_throttled_part_is_asked_again_by_itself()
    {
        using var service = Answering((url, round) => url == "/users/2" && round == 1 ? 429 : 200);
        using var connection = service.Connect();
        var batch = new GraphBatch(connection);
        batch.Add(StubService.Request(Method.GET, "/users/1"));
        var second = batch.Add(StubService.Request(Method.GET, "/users/2"), User.CreateFromDiscriminatorValue);
        batch.Add(StubService.Request(Method.POST, "/users"));
        await batch.SendAsync(TestContext.Current.CancellationToken);
        Urls(service).ShouldBe([["/users/1", "/users/2", "/users"], ["/users/2"]]);
        second.Value.Id.ShouldBe("/users/2");
    }

    [Fact]
    public async Task A_write_that_may_have_taken_effect_is_not_asked_again()
    {
        using var service = Answering((_, _) => 503);
        using var connection = service.Connect(maxRetries: 1);
        var batch = new GraphBatch(connection);
        var write = batch.Add(StubService.Request(Method.POST, "/users"));
        var send = batch.Add(StubService.Request(Method.POST, "/users/u/messages/1/send"));
        batch.Add(StubService.Request(Method.PATCH, "/planner/tasks/1", etag: true));
        await batch.SendAsync(TestContext.Current.CancellationToken);
        Urls(service).ShouldBe([["/users", "/users/u/messages/1/send", "/planner/tasks/1"], ["/planner/tasks/1"]]);
        write.Error.ShouldBeOfType<ServiceUnavailableException>().OutcomeUnknown.ShouldBeTrue();
        Should.Throw<ServiceUnavailableException>(send.EnsureDone);
    }

    [Fact]
    public async Task What_waits_for_a_failed_part_is_not_run_even_in_the_next_round_trip()
    {
        using var service = Answering((url, _) => url == "/users/20" ? 400 : 200);
        using var connection = service.Connect();
        var batch = new GraphBatch(connection);
        BatchPart? last = null;
        var chain = Enumerable.Range(1, 22).Select(number => last = batch.Add(StubService.Request(Method.POST, $"/users/{number}"), last)).ToList();
        await batch.SendAsync(TestContext.Current.CancellationToken);
        service.Calls.Count.ShouldBe(1);
        chain.Take(19).ShouldAllBe(part => part.Succeeded);
        chain[19].Error.ShouldBeOfType<RequestRejectedException>();
        chain.Skip(20).ShouldAllBe(part => part.Status == HttpStatusCode.FailedDependency);
    }

    [Fact]
    public async Task A_chain_goes_on_where_it_was_throttled()
    {
        using var service = Answering((url, round) => (url, round) switch { ("/users/2", 1) => 429, ("/users/3", 1) => 424, _ => 200 });
        using var connection = service.Connect();
        var batch = new GraphBatch(connection);
        var first = batch.Add(StubService.Request(Method.POST, "/users/1"));
        var second = batch.Add(StubService.Request(Method.POST, "/users/2"), first);
        var third = batch.Add(StubService.Request(Method.POST, "/users/3"), second);
        await batch.SendAsync(TestContext.Current.CancellationToken);
        Urls(service).ShouldBe([["/users/1", "/users/2", "/users/3"], ["/users/2", "/users/3"]]);
        third.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_batch_with_writes_is_not_sent_twice_after_a_gateway_timeout()
    {
        using var service = StubService.With(HttpStatusCode.GatewayTimeout);
        using var connection = service.Connect();
        var batch = new GraphBatch(connection);
        batch.Add(StubService.Request(Method.GET, "/users/1"));
        batch.Add(StubService.Request(Method.POST, "/users"));
        await Should.ThrowAsync<ServiceUnavailableException>(() => batch.SendAsync(TestContext.Current.CancellationToken));
        service.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_of_reads_is_sent_again()
    {
        using var service = StubService.With(HttpStatusCode.GatewayTimeout);
        using var connection = service.Connect();
        var batch = new GraphBatch(connection);
        batch.Add(StubService.Request(Method.GET, "/users/1"));
        await Should.ThrowAsync<ServiceUnavailableException>(() => batch.SendAsync(TestContext.Current.CancellationToken));
        service.Calls.Count.ShouldBe(3);
    }

    /// <summary>Answers each part with the status that the function gives for its address and round trip; the id echoes the address.</summary>
    private static StubService Answering(Func<string, int, int> status) => new((request, round) =>
    {
        var parts = Parts(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult()).Select(part => new JsonObject
        {
            ["id"] = part.Id,
            ["status"] = status(part.Url, round),
            ["headers"] = new JsonObject { ["Retry-After"] = "0" },
            ["body"] = new JsonObject { ["id"] = part.Url },
        });
        return StubService.Reply(HttpStatusCode.OK, new JsonObject { ["responses"] = new JsonArray([.. parts]) }.ToJsonString());
    });

    private static List<List<string>> Urls(StubService service) => [.. service.Calls.Select(call => Parts(call.Body).Select(part => part.Url).ToList())];

    private static IEnumerable<(string Id, string Url)> Parts(string body) =>
        JsonDocument.Parse(body).RootElement.GetProperty("requests").EnumerateArray()
            .Select(part => (part.GetProperty("id").GetString()!, part.GetProperty("url").GetString()!));
}
