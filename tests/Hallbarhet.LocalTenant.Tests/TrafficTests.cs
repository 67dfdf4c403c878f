namespace Hallbarhet.LocalTenant.Tests;

public sealed class TrafficTests
{
    [Fact]
    public async Task The_log_counts_requests_writes_and_resource_units_but_not_the_tenants_own_interface()
    {
        await using var tenant = await TestTenant.StartAsync();
        var before = (await tenant.Raw.GetJsonAsync("/_tenant/log")).Json;
        var id = await tenant.AddListAsync("Meetings");
        _ = await tenant.AsRuntime.GetJsonAsync($"{tenant.Sites}/lists/{id}");
        _ = await tenant.AsRuntime.GetJsonAsync($"{tenant.Sites}/lists/{id}/items");
        _ = await tenant.Raw.GetJsonAsync("/_tenant/clock");
        var after = (await tenant.Raw.GetJsonAsync($"/_tenant/log?since={before["requests"]}")).Json;
        ((string[])["requests", "writes", "resourceUnits"]).Select(name => Difference(before, after, name)).ShouldBe([3, 1, 5]);
        after["entries"]!.AsArray().Count.ShouldBe(3);
    }

    private static int Difference(JsonObject before, JsonObject after, string name) =>
        after[name]!.GetValue<int>() - before[name]!.GetValue<int>();

    [Fact]
    public async Task The_clock_moves_only_when_it_is_moved()
    {
        await using var tenant = await TestTenant.StartAsync(new() { InMemory = true, Now = "2026-03-01T06:00" });
        (await tenant.Raw.GetJsonAsync("/_tenant/clock")).Json["now"]!.GetValue<string>().ShouldBe("2026-03-01T06:00:00Z");
        (await tenant.Raw.SendTextAsync("POST", "/_tenant/clock", """{"advance":"1.02:30:00"}""")).Json["now"]!.GetValue<string>().ShouldBe("2026-03-02T08:30:00Z");
        (await tenant.Raw.SendTextAsync("POST", "/_tenant/clock", """{"now":"2026-12-24T12:00:00+01:00"}""")).Json["now"]!.GetValue<string>().ShouldBe("2026-12-24T11:00:00Z");
        (await tenant.Raw.SendTextAsync("POST", "/_tenant/clock", """{"now":"i morgon"}""")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_ids()
    {
        await using var one = await TestTenant.StartAsync(new() { InMemory = true, Seed = 7 });
        await using var two = await TestTenant.StartAsync(new() { InMemory = true, Seed = 7 });
        await using var other = await TestTenant.StartAsync(new() { InMemory = true, Seed = 8 });
        two.SiteId.ShouldBe(one.SiteId);
        other.SiteId.ShouldNotBe(one.SiteId);
    }

    [Fact]
    public async Task A_capture_has_one_line_an_exchange_with_the_hosts_and_without_tokens()
    {
        var file = Path.Combine(Path.GetTempPath(), $"capture-{Guid.NewGuid():N}.jsonl");
        await using (var tenant = await TestTenant.StartAsync(new() { InMemory = true, CaptureFile = file }))
            _ = await tenant.AsRuntime.GetJsonAsync(tenant.Sites);
        var text = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        var lines = text.Select(l => (JsonObject)JsonNode.Parse(l)!).ToList();
        lines.ShouldNotContain(l => l["url"]!.ToString().Contains("/_tenant/", StringComparison.Ordinal));
        lines.ShouldAllBe(l => l["requestHeaders"]!["Authorization"]!.ToString() == "Bearer left-out");
        var last = lines[^1];
        (last["identity"]!.ToString(), last["method"]!.ToString(), last["status"]!.GetValue<int>()).ShouldBe(("runtime", "GET", 200));
        last["responseBody"]!["displayName"]!.ToString().ShouldBe("Ekologiska hållbarhetsgruppen");
    }

    [Theory]
    [InlineData("{\n  \"a\": 1\n}", true)]
    [InlineData("{ no json", false)]
    public async Task A_stored_file_that_calls_itself_JSON_is_one_line_of_the_capture_too(string stored, bool isShown)
    {
        var file = Path.Combine(Path.GetTempPath(), $"capture-{Guid.NewGuid():N}.jsonl");
        await using (var tenant = await TestTenant.StartAsync(new() { InMemory = true, CaptureFile = file }))
        {
            var address = $"{tenant.Sites}/drive/root:/a.json:/content";
            _ = await tenant.AsRuntime.SendTextAsync("PUT", address, stored);
            _ = await tenant.AsRuntime.GetJsonAsync(address);
        }
        var lines = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Select(l => (JsonObject)JsonNode.Parse(l)!).ToList();
        File.Delete(file);
        lines[^1].ContainsKey("responseBody").ShouldBe(isShown);
    }

    [Fact]
    public async Task Two_clients_at_once_lose_and_double_nothing()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = await tenant.AddListAsync("Meetings", (JsonObject)JsonNode.Parse("""{"name":"MailKey","indexed":true,"enforceUniqueValues":true,"text":{}}""")!);
        var items = $"{tenant.Sites}/lists/{id}/items";
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() =>
            (n % 2 == 0 ? tenant.AsRuntime : tenant.AsSetup).SendTextAsync("POST", items, $$"""{"fields":{"Title":"x","MailKey":"k{{n / 2}}"} }"""))));
        answers.Count(a => a.Status == 201).ShouldBe(100);
        answers.Count(a => a.Status == 409).ShouldBe(100);
        (await tenant.AsRuntime.GetJsonAsync(items)).Values.Count.ShouldBe(100);
    }
}
