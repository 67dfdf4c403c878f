using System.Net;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Kiota.Abstractions;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365Http;

public sealed class RepeatTests
{
    private const int Once = 1;
    private const int ThreeTimes = 3;

    public static TheoryData<Method, string, bool, HttpStatusCode, int> Cases => new()
    {
        // A read does no harm twice.
        { Method.GET, "/me/messages", false, HttpStatusCode.ServiceUnavailable, ThreeTimes },
        { Method.GET, "/me/messages", false, HttpStatusCode.GatewayTimeout, ThreeTimes },
        { Method.GET, "/me/messages", false, HttpStatusCode.TooManyRequests, ThreeTimes },
        { Method.GET, "/me/messages", false, HttpStatusCode.NotFound, Once },
        { Method.GET, "/me/messages", false, HttpStatusCode.NotImplemented, Once },
        // A write that may have taken effect is repeated only when twice is once.
        { Method.POST, "/me/messages", false, HttpStatusCode.ServiceUnavailable, Once },
        { Method.POST, "/me/messages", false, HttpStatusCode.GatewayTimeout, Once },
        { Method.PATCH, "/sites/s/lists/l/items/1/fields", false, HttpStatusCode.ServiceUnavailable, Once },
        { Method.PATCH, "/sites/s/lists/l/items/1/fields", true, HttpStatusCode.ServiceUnavailable, ThreeTimes },
        { Method.PUT, "/drives/d/root:/a.txt:/content", false, HttpStatusCode.BadGateway, ThreeTimes },
        { Method.DELETE, "/me/messages/1", false, HttpStatusCode.ServiceUnavailable, ThreeTimes },
        { Method.PATCH, "/sites/s/lists/l/items/1/fields", true, HttpStatusCode.PreconditionFailed, Once },
        // Throttled means not done, so any write may follow later ...
        { Method.POST, "/me/messages", false, HttpStatusCode.TooManyRequests, ThreeTimes },
        // ... but what sends mail is left to the ledger.
        { Method.POST, "/users/u/messages/1/send", false, HttpStatusCode.TooManyRequests, Once },
        { Method.POST, "/users/u/messages/1/microsoft.graph.send", false, HttpStatusCode.TooManyRequests, Once },
        { Method.POST, "/users/u/sendMail", false, HttpStatusCode.ServiceUnavailable, Once },
        { Method.POST, "/users/u/messages/1/reply", false, HttpStatusCode.TooManyRequests, Once },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Only_what_does_no_harm_is_repeated(Method method, string path, bool etag, HttpStatusCode status, int calls)
    {
        using var service = StubService.With(status, retryAfter: "0");
        using var connection = service.Connect();
        await Should.ThrowAsync<Microsoft365Exception>(() => SendAsync(connection, StubService.Request(method, path, etag)));
        service.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task A_write_that_the_use_case_made_idempotent_is_repeated_with_the_same_body()
    {
        using var service = new StubService((_, call) => StubService.Reply(call < 3 ? HttpStatusCode.GatewayTimeout : HttpStatusCode.Created));
        using var connection = service.Connect();
        await SendAsync(connection, StubService.Request(Method.POST, "/users/u/events", false, IdempotentWrite.Instance));
        service.Calls.Select(call => call.Body).ShouldBe(["{\"a\":1}", "{\"a\":1}", "{\"a\":1}"]);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    public async Task A_cut_connection_is_repeated_for_reads_and_reported_as_unknown_for_writes(bool write, int calls)
    {
        using var service = new StubService((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut"));
        using var connection = service.Connect();
        var error = await Should.ThrowAsync<ServiceUnavailableException>(
            () => SendAsync(connection, StubService.Request(write ? Method.POST : Method.GET, "/me/messages")));
        service.Calls.Count.ShouldBe(calls);
        error.OutcomeUnknown.ShouldBe(write);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Mon, 05 Jan 2026 08:00:40 GMT", 40)]
    public async Task The_service_is_given_the_time_that_it_asks_for(string retryAfter, int seconds)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));
        var start = clock.GetUtcNow();
        var arrivals = new List<TimeSpan>();
        using var service = new StubService((_, call) =>
        {
            arrivals.Add(clock.GetUtcNow() - start);
            return StubService.Reply(call == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, retryAfter: call == 1 ? retryAfter : null);
        });
        using var connection = service.Connect(clock);
        await RunAsync(clock, SendAsync(connection, StubService.Request(Method.GET, "/me/messages")));
        arrivals.Count.ShouldBe(2);
        arrivals[1].TotalSeconds.ShouldBeInRange(seconds, seconds + 2);
    }

    [Fact]
    public async Task Of_two_waiting_times_the_longer_one_holds()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));
        var start = clock.GetUtcNow();
        var second = TimeSpan.Zero;
        using var service = new StubService((_, call) =>
        {
            second = clock.GetUtcNow() - start;
            var reply = StubService.Reply(call == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, retryAfter: "5");
            reply.Headers.TryAddWithoutValidation("RateLimit-Reset", "20");
            return reply;
        });
        using var connection = service.Connect(clock);
        await RunAsync(clock, SendAsync(connection, StubService.Request(Method.GET, "/me/messages")));
        second.TotalSeconds.ShouldBeInRange(20, 22);
    }

    [Fact]
    public async Task A_long_waiting_time_is_left_to_the_next_tick()
    {
        using var service = StubService.With(HttpStatusCode.TooManyRequests, retryAfter: "600");
        using var connection = service.Connect();
        var error = await Should.ThrowAsync<ServiceUnavailableException>(() => SendAsync(connection, StubService.Request(Method.GET, "/me/messages")));
        service.Calls.Count.ShouldBe(1);
        error.RetryAfter.ShouldBe(TimeSpan.FromMinutes(10));
    }

    private static Task<Stream?> SendAsync(Microsoft365Connection connection, RequestInformation request) =>
        connection.Graph.RequestAdapter.SendPrimitiveAsync<Stream>(request, null, TestContext.Current.CancellationToken);

    /// <summary>Lets the simulated clock run, a second at a time, until the call is answered.</summary>
    private static async Task RunAsync(FakeTimeProvider clock, Task call)
    {
        for (var second = 0; !call.IsCompleted && second < 300; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        await call;
    }
}
