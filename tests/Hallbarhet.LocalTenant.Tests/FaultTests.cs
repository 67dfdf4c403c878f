using System.Diagnostics;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class FaultTests
{
    private static async Task<(TestTenant Tenant, string Items)> ListAsync()
    {
        var tenant = await TestTenant.StartAsync();
        return (tenant, $"{tenant.Sites}/lists/{await tenant.AddListAsync("Meetings")}/items");
    }

    private static Task<Answer> AddAsync(TestTenant tenant, string items) => tenant.AsRuntime.SendTextAsync("POST", items, """{"fields":{"Title":"x"}}""");

    private static async Task<int> RowsAsync(TestTenant tenant, string items) => (await tenant.AsRuntime.GetJsonAsync(items)).Values.Count;

    private static async Task<int> FiredAsync(TestTenant tenant) =>
        (await tenant.Raw.GetJsonAsync("/_tenant/faults")).Json["rules"]![0]!["fired"]!.GetValue<int>();

    [Theory]
    [InlineData("refuse", 503, 0)]
    [InlineData("after", 504, 1)]
    public async Task Refusing_comes_before_the_work_and_after_comes_after_it(string mode, int status, int rows)
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        _ = await tenant.PutFaultsAsync($$"""{"method":"POST","path":"/v1.0/sites/*/lists/*/items","nth":1,"mode":"{{mode}}","status":{{status}}}""");
        (await AddAsync(tenant, items)).Status.ShouldBe(status);
        (await RowsAsync(tenant, items)).ShouldBe(rows);
        (await FiredAsync(tenant)).ShouldBe(1);
        (await AddAsync(tenant, items)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_cut_connection_leaves_the_work_done()
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        _ = await tenant.PutFaultsAsync("""{"method":"write","nth":2,"mode":"cut"}""");
        (await AddAsync(tenant, items)).Status.ShouldBe(201);
        _ = await Should.ThrowAsync<HttpRequestException>(() => AddAsync(tenant, items));
        (await RowsAsync(tenant, items)).ShouldBe(2);
    }

    [Theory]
    [InlineData("\"5\"", "5")]
    [InlineData("\"Fri, 31 Dec 2027 23:59:59 GMT\"", "Fri, 31 Dec 2027 23:59:59 GMT")]
    [InlineData("null", null)]
    public async Task Throttling_says_how_long_in_seconds_as_a_date_or_not_at_all(string retryAfter, string? header)
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        _ = await tenant.PutFaultsAsync($$"""{"method":"GET","path":"*","times":1,"mode":"throttle","retryAfter":{{retryAfter}}}""");
        var answer = await tenant.AsRuntime.GetJsonAsync(items);
        (answer.Status, answer.ErrorCode).ShouldBe((429, "activityLimitReached"));
        (answer.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null).ShouldBe(header);
        (await tenant.AsRuntime.GetJsonAsync(items)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("slow", 200)]
    [InlineData("timeout", 504)]
    public async Task Slow_answers_late_and_timeout_answers_late_and_badly(string mode, int status)
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        _ = await tenant.PutFaultsAsync($$"""{"method":"GET","path":"*","mode":"{{mode}}","seconds":0.3}""");
        var clock = Stopwatch.StartNew();
        (await tenant.AsRuntime.GetJsonAsync(items)).Status.ShouldBe(status);
        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.29));
    }

    [Fact]
    public async Task After_a_cut_nothing_gets_through_until_the_script_is_replaced()
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        _ = await tenant.PutFaultsAsync("""{"method":"write","nth":1,"mode":"cut","thenDown":true}""");
        _ = await Should.ThrowAsync<HttpRequestException>(() => AddAsync(tenant, items));
        _ = await Should.ThrowAsync<HttpRequestException>(() => tenant.AsRuntime.GetJsonAsync(items));
        _ = await tenant.Raw.SendTextAsync("PUT", "/_tenant/faults", """{"rules":[]}""");
        (await RowsAsync(tenant, items)).ShouldBe(1);
    }

    [Fact]
    public async Task A_part_of_a_batch_is_struck_alone()
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        _ = await tenant.PutFaultsAsync("""{"method":"GET","path":"/v1.0/sites/*/lists/*/items","nth":2,"mode":"throttle","retryAfter":"7"}""");
        var url = items["/v1.0".Length..];
        var answer = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/$batch",
            $$"""{"requests":[{"id":"1","method":"GET","url":"{{url}}"},{"id":"2","method":"GET","url":"{{url}}"},{"id":"3","method":"GET","url":"{{url}}"}]}""");
        var parts = answer.Json["responses"]!.AsArray();
        parts.Select(p => p!["status"]!.GetValue<int>()).ShouldBe([200, 429, 200]);
        parts[1]!["headers"]!["Retry-After"]!.GetValue<string>().ShouldBe("7");
    }

    [Theory]
    [InlineData("""{"mode":"refuse","colour":"red"}""")]
    [InlineData("""{"mode":"explode"}""")]
    [InlineData("""{"method":"GET"}""")]
    public async Task A_script_that_nobody_understands_is_refused(string rule)
    {
        await using var tenant = await TestTenant.BareAsync();
        (await tenant.PutFaultsAsync(rule)).Status.ShouldBe(400);
    }
}
