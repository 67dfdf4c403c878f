using System.Diagnostics;
using System.Globalization;

namespace Hallbarhet.LocalTenant.Tests;

/// <summary>What happens to the work, to the connection and to the time it takes.</summary>
public sealed class FaultTests
{
    private const string OfItems = "\"path\":\"/v1.0/sites/*/lists/*/items\"";

    private static async Task<(TestTenant Tenant, string Items)> ListAsync()
    {
        var tenant = await TestTenant.StartAsync();
        return (tenant, $"{tenant.Sites}/lists/{await tenant.AddListAsync("Meetings")}/items");
    }

    private static Task<Answer> AddAsync(TestTenant tenant, string items) => tenant.AsRuntime.SendTextAsync("POST", items, """{"fields":{"Title":"x"}}""");

    private static async Task<int> RowsAsync(TestTenant tenant, string items) => (await tenant.AsRuntime.GetJsonAsync(items)).Values.Count;

    [Theory]
    [InlineData("refuse", 503, 0)]
    [InlineData("after", 500, 1)]
    [InlineData("after", 502, 1)]
    [InlineData("after", 503, 1)]
    [InlineData("after", 504, 1)]
    public async Task Refusing_comes_before_the_work_and_after_comes_after_it(string mode, int status, int rows)
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        await using var faults = await PlannedFaults.PutAsync(tenant, $$"""{"method":"POST",{{OfItems}},"nth":1,"mode":"{{mode}}","status":{{status}}}""");
        (await AddAsync(tenant, items)).Status.ShouldBe(status);
        (await RowsAsync(tenant, items)).ShouldBe(rows);
        (await faults.FiredAsync()).ShouldBe([1]);
        (await AddAsync(tenant, items)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_cut_connection_leaves_the_work_done()
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"method":"write","nth":2,"mode":"cut"}""");
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
        await using var faults = await PlannedFaults.PutAsync(tenant, $$"""{"method":"GET","path":"*","times":1,"mode":"throttle","retryAfter":{{retryAfter}}}""");
        var answer = await tenant.AsRuntime.GetJsonAsync(items);
        (answer.Status, answer.ErrorCode).ShouldBe((429, "activityLimitReached"));
        (answer.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null).ShouldBe(header);
        (await tenant.AsRuntime.GetJsonAsync(items)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_pause_can_be_asked_for_as_a_date_some_seconds_ahead()
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"method":"GET","times":1,"mode":"throttle","retryAfter":"date:600"}""");
        var date = (await tenant.AsRuntime.GetJsonAsync(items)).Headers.GetValues("Retry-After").Single();
        var ahead = DateTimeOffset.ParseExact(date, "R", CultureInfo.InvariantCulture) - TimeProvider.System.GetUtcNow();
        ahead.ShouldBeInRange(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
    }

    [Theory]
    [InlineData("slow", 200)]
    [InlineData("timeout", 504)]
    public async Task Slow_answers_late_and_timeout_answers_late_and_badly(string mode, int status)
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        await using var faults = await PlannedFaults.PutAsync(tenant, $$"""{"method":"GET","path":"*","mode":"{{mode}}","seconds":0.3}""");
        var clock = Stopwatch.StartNew();
        (await tenant.AsRuntime.GetJsonAsync(items)).Status.ShouldBe(status);
        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.29));
    }

    [Fact]
    public async Task A_client_that_gives_up_waiting_finds_the_work_done()
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"method":"POST","nth":1,"mode":"timeout","seconds":600}""");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));
        using var body = new StringContent("""{"fields":{"Title":"x"}}""", System.Text.Encoding.UTF8, "application/json");
        _ = await Should.ThrowAsync<OperationCanceledException>(() => tenant.AsRuntime.PostAsync(items, body, patience.Token));
        (await RowsAsync(tenant, items)).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_cut_nothing_gets_through_until_the_script_is_replaced()
    {
        var (tenant, items) = await ListAsync();
        await using var running = tenant;
        await using (await PlannedFaults.PutAsync(tenant, """{"method":"write","nth":1,"mode":"cut","thenDown":true}"""))
        {
            _ = await Should.ThrowAsync<HttpRequestException>(() => AddAsync(tenant, items));
            _ = await Should.ThrowAsync<HttpRequestException>(() => tenant.AsRuntime.GetJsonAsync(items));
        }
        _ = await tenant.PutFaultsAsync("");
        (await RowsAsync(tenant, items)).ShouldBe(1);
    }

    [Fact]
    public async Task Accepted_work_is_done_and_says_when_to_look()
    {
        await using var tenant = await TestTenant.StartAsync();
        const string Messages = $"/v1.0/users/{TestTenant.Service}/messages";
        var draft = (await tenant.AsRuntime.SendTextAsync("POST", Messages,
            $$"""{"subject":"x","toRecipients":[{"emailAddress":{"address":"{{TestTenant.Karin}}"} }]}""")).Json["id"];
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"method":"POST","path":"/v1.0/users/*/messages/*/send","mode":"accepted","retryAfter":"7"}""");
        var answer = await tenant.AsRuntime.SendTextAsync("POST", $"{Messages}/{draft}/send", null);
        (answer.Status, answer.Text, answer.Headers.GetValues("Retry-After").Single()).ShouldBe((202, "", "7"));
        (await tenant.Raw.GetJsonAsync("/_tenant/mail")).Json["entries"]!.AsArray().ShouldContain(m => m!["subject"]!.ToString() == "x");
        (await tenant.AsRuntime.SendTextAsync("POST", $"{Messages}/nothing/send", null)).Status.ShouldBe(404, "work that is refused is not accepted");
    }

    [Fact]
    public async Task A_slow_site_is_found_some_time_after_its_group()
    {
        var clock = new MovableClock();
        await using var tenant = await TestTenant.StartAsync(new() { InMemory = true, Wire = clock });
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"method":"POST","path":"/v1.0/groups","mode":"slowSite","seconds":90}""");
        var group = await tenant.AsSetup.SendTextAsync("POST", "/v1.0/groups",
            """{"displayName":"Annan","mailNickname":"annan","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"]}""");
        group.Status.ShouldBe(201);
        var root = $"/v1.0/groups/{group.Json["id"]}/sites/root";
        (await tenant.AsSetup.GetJsonAsync(root)).Status.ShouldBe(404);
        clock.Advance(TimeSpan.FromSeconds(91));
        (await tenant.AsSetup.GetJsonAsync(root)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Chance_is_drawn_from_the_seed_so_that_a_run_repeats()
    {
        var first = await StrikesAsync(7);
        first.ShouldContain(429);
        first.ShouldContain(201);
        (await StrikesAsync(7)).ShouldBe(first);
        (await StrikesAsync(8)).ShouldNotBe(first);
    }

    private static async Task<int[]> StrikesAsync(int seed)
    {
        await using var tenant = await TestTenant.StartAsync(new() { InMemory = true, Seed = seed });
        var items = $"{tenant.Sites}/lists/{await tenant.AddListAsync("Meetings")}/items";
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"method":"POST","mode":"throttle","chance":0.5}""");
        var answers = new int[20];
        for (var n = 0; n < answers.Length; n++) answers[n] = (await AddAsync(tenant, items)).Status;
        return answers;
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

    [Theory]
    [InlineData("{", "Unable to read JSON")]
    [InlineData("[]", "JSON object")]
    [InlineData("""{"rules":[{"mode":"explode"}]}""", "'explode' is not known")]
    public async Task A_script_file_that_nobody_understands_stops_the_start_with_the_reason(string script, string words)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, script, TestContext.Current.CancellationToken);
        var error = await Should.ThrowAsync<InvalidOperationException>(() =>
            LocalTenantServer.StartAsync(new() { InMemory = true, FaultsFile = file }, TestContext.Current.CancellationToken));
        File.Delete(file);
        error.Message.ShouldStartWith(file);
        error.Message.ShouldContain(words);
    }

    [Fact]
    public async Task A_planned_fault_that_never_strikes_fails_the_test()
    {
        await using var tenant = await TestTenant.BareAsync();
        var faults = await PlannedFaults.PutAsync(tenant, """{"method":"POST","path":"/v1.0/nowhere","mode":"refuse"}""");
        (await Record.ExceptionAsync(async () => await faults.DisposeAsync())).ShouldBeOfType<ShouldAssertException>();
    }

    [Fact]
    public async Task Every_mode_is_named_with_what_it_does()
    {
        await using var tenant = await TestTenant.BareAsync();
        var modes = (await tenant.Raw.GetJsonAsync("/_tenant/faults")).Json["modes"]!.AsArray();
        modes.Select(m => m!["mode"]!.ToString()).ShouldBe(["refuse", "after", "cut", "timeout", "throttle", "slow", "stale", "accepted", "slowSite",
            "expiredLink", "expiredToken", "conflict", "saveConflict", "locked", "budget"]);
        modes.ShouldAllBe(m => m!["does"]!.ToString().EndsWith('.'));
    }
}
