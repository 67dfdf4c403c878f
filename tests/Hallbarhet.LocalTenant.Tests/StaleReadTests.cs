namespace Hallbarhet.LocalTenant.Tests;

/// <summary>Reads that do not see yet what was written, links that are too old, and a budget that is used up.</summary>
public sealed class StaleReadTests
{
    private const string Stale = """{"method":"GET","mode":"stale","seconds":5}""";

    private readonly MovableClock clock = new();

    private Task<TestTenant> StartAsync() => TestTenant.StartAsync(new() { InMemory = true, Wire = clock });

    [Fact]
    public async Task A_stale_read_shows_rows_and_listings_as_they_were_before_the_write()
    {
        await using var tenant = await StartAsync();
        var items = $"{tenant.Sites}/lists/{await tenant.AddListAsync("Meetings")}/items";
        var item = $"{items}/{(await tenant.AsRuntime.SendTextAsync("POST", items, """{"fields":{"Title":"before"}}""")).Json["id"]}";
        var before = (await tenant.AsRuntime.GetJsonAsync(item + "?$expand=fields")).Text;
        await using var faults = await PlannedFaults.PutAsync(tenant, Stale);
        clock.Advance(TimeSpan.FromSeconds(6));
        (await tenant.AsRuntime.SendTextAsync("PATCH", item + "/fields", """{"Title":"after"}""")).Status.ShouldBe(200);
        _ = await tenant.AsRuntime.SendTextAsync("POST", items, """{"fields":{"Title":"new"}}""");
        (await tenant.AsRuntime.GetJsonAsync(item + "?$expand=fields")).Text.ShouldBe(before);
        (await tenant.AsRuntime.GetJsonAsync(items)).Values.Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(6));
        (await tenant.AsRuntime.GetJsonAsync(item + "?$expand=fields")).Text.ShouldContain("after");
        (await tenant.AsRuntime.GetJsonAsync(items)).Values.Count.ShouldBe(2);
        (await faults.FiredAsync()).ShouldBe([2], "reads that were not stale are not counted");
    }

    [Fact]
    public async Task A_draft_that_was_just_made_is_not_found_and_one_that_was_just_sent_is_still_a_draft()
    {
        await using var tenant = await StartAsync();
        const string Messages = $"/v1.0/users/{TestTenant.Service}/messages";
        const string Draft = $$"""{"subject":"x","toRecipients":[{"emailAddress":{"address":"{{TestTenant.Karin}}"} }]}""";
        (string, string) immutable = ("Prefer", "IdType=\"ImmutableId\"");
        await using var faults = await PlannedFaults.PutAsync(tenant, Stale);
        clock.Advance(TimeSpan.FromSeconds(6));
        var message = $"{Messages}/{(await tenant.AsRuntime.SendTextAsync("POST", Messages, Draft, immutable)).Json["id"]}";
        (await tenant.AsRuntime.GetJsonAsync(message, immutable)).ErrorCode.ShouldBe("ErrorItemNotFound");
        clock.Advance(TimeSpan.FromSeconds(6));
        (await tenant.AsRuntime.SendTextAsync("POST", message + "/send", null, immutable)).Status.ShouldBe(202);
        (await tenant.AsRuntime.GetJsonAsync(message, immutable)).Json["isDraft"]!.GetValue<bool>().ShouldBeTrue();
        clock.Advance(TimeSpan.FromSeconds(6));
        (await tenant.AsRuntime.GetJsonAsync(message, immutable)).Json["isDraft"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task In_a_batch_only_the_reads_are_stale()
    {
        await using var tenant = await StartAsync();
        var id = await tenant.AddListAsync("Meetings");
        await using var faults = await PlannedFaults.PutAsync(tenant, Stale);
        clock.Advance(TimeSpan.FromSeconds(6));
        var url = $"{tenant.Sites["/v1.0".Length..]}/lists/{id}/items";
        var answer = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/$batch", $$"""
            {"requests":[{"id":"1","method":"POST","url":"{{url}}","headers":{"Content-Type":"application/json"},"body":{"fields":{"Title":"x"} } },{"id":"2","method":"GET","url":"{{url}}","dependsOn":["1"]}]}
            """);
        var parts = answer.Json["responses"]!.AsArray();
        parts.Select(p => p!["status"]!.GetValue<int>()).ShouldBe([201, 200]);
        parts[1]!["body"]!["value"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_from_a_stale_listing_gives_what_the_file_was_then()
    {
        await using var tenant = await StartAsync();
        var file = tenant.Sites + "/drive/root:/a.txt:";
        _ = await tenant.AsRuntime.SendBytesAsync("PUT", file + "/content", "old"u8.ToArray());
        clock.Advance(TimeSpan.FromSeconds(6));
        _ = await tenant.AsRuntime.SendBytesAsync("PUT", file + "/content", "new"u8.ToArray());
        await using var faults = await PlannedFaults.PutAsync(tenant, Stale);
        var address = (await tenant.AsRuntime.GetJsonAsync(file)).Json["@microsoft.graph.downloadUrl"]!.ToString();
        (await faults.FiredAsync()).ShouldBe([1]);
        _ = await tenant.PutFaultsAsync("");
        (await tenant.Raw.GetJsonAsync(address)).Text.ShouldBe("old");
    }

    [Fact]
    public async Task SharePoint_REST_lags_behind_as_well()
    {
        await using var tenant = await StartAsync();
        await using var faults = await PlannedFaults.PutAsync(tenant, Stale);
        clock.Advance(TimeSpan.FromSeconds(6));
        var list = $"/sites/{TestTenant.SiteName}/_api/web/lists(guid'{await tenant.AddListAsync("Meetings")}')";
        (await tenant.SharePoint.GetJsonAsync(list)).Status.ShouldBe(404);
        clock.Advance(TimeSpan.FromSeconds(6));
        (await tenant.SharePoint.GetJsonAsync(list)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_next_link_that_is_too_old_says_where_to_begin_again()
    {
        await using var tenant = await TestTenant.StartAsync();
        var items = $"{tenant.Sites}/lists/{await tenant.AddListAsync("Meetings")}/items";
        for (var n = 0; n < 3; n++) _ = await tenant.AsRuntime.SendTextAsync("POST", items, """{"fields":{"Title":"x"}}""");
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"method":"GET","mode":"expiredLink","times":1}""");
        var next = (await tenant.AsRuntime.GetJsonAsync(items + "?$top=2")).Json["@odata.nextLink"]!.ToString();
        var gone = await tenant.AsRuntime.GetJsonAsync(next);
        (gone.Status, gone.ErrorCode).ShouldBe((410, "resyncRequired"));
        Uri.UnescapeDataString(gone.Headers.Location!.PathAndQuery).ShouldBe(items + "?$top=2");
        (await tenant.AsRuntime.GetJsonAsync(gone.Headers.Location.ToString())).Status.ShouldBe(200);
        (await tenant.AsRuntime.GetJsonAsync(next)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Upload_and_download_addresses_that_are_too_old_are_gone()
    {
        await using var tenant = await TestTenant.StartAsync();
        var path = $"{tenant.Sites}/drive/root:/a.txt:/";
        var item = await tenant.AsRuntime.SendBytesAsync("PUT", path + "content", [1, 2, 3]);
        var upload = (await tenant.AsRuntime.SendTextAsync("POST", path + "createUploadSession", "{}")).Json["uploadUrl"]!.ToString();
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"path":"/upload/*","mode":"expiredLink"}""", """{"path":"/download/*","mode":"expiredLink"}""");
        (await tenant.Raw.SendBytesAsync("PUT", upload, [1, 2, 3], ("Content-Range", "bytes 0-2/3"))).Status.ShouldBe(404);
        (await tenant.Raw.GetJsonAsync(item.Json["@microsoft.graph.downloadUrl"]!.ToString())).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_budget_warns_from_four_fifths_on_and_then_refuses_this_identity_alone()
    {
        await using var tenant = await StartAsync();
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"mode":"budget","units":10}""");
        var lists = tenant.Sites + "/lists";
        for (var n = 0; n < 3; n++) (await tenant.AsRuntime.GetJsonAsync(lists)).Headers.Contains("RateLimit-Limit").ShouldBeFalse();
        var fourth = await tenant.AsRuntime.GetJsonAsync(lists);
        Limits(fourth).ShouldBe(["10", "2"]);
        Limits(await tenant.AsRuntime.GetJsonAsync(lists)).ShouldBe(["10", "0"]);
        var refused = await tenant.AsRuntime.GetJsonAsync(lists);
        (refused.Status, refused.ErrorCode).ShouldBe((429, "activityLimitReached"));
        refused.Headers.GetValues("Retry-After").Single().ShouldBe(refused.Headers.GetValues("RateLimit-Reset").Single());
        int.Parse(refused.Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        (await tenant.AsSetup.GetJsonAsync(lists)).Status.ShouldBe(200);
        (await tenant.AsRuntime.GetJsonAsync($"/v1.0/users/{TestTenant.Service}/messages")).Status.ShouldBe(200, "mail has no resource units");
        (await faults.FiredAsync()).ShouldBe([1]);
        clock.Advance(TimeSpan.FromSeconds(61));
        (await tenant.AsRuntime.GetJsonAsync(lists)).Headers.Contains("RateLimit-Limit").ShouldBeFalse();
    }

    [Fact]
    public async Task The_parts_of_a_batch_use_up_the_budget_one_by_one()
    {
        await using var tenant = await StartAsync();
        await using var faults = await PlannedFaults.PutAsync(tenant, """{"mode":"budget","units":4}""");
        var url = tenant.Sites["/v1.0".Length..] + "/lists";
        var parts = string.Join(',', Enumerable.Range(1, 3).Select(n => $$"""{"id":"{{n}}","method":"GET","url":"{{url}}"}"""));
        var answer = await tenant.AsRuntime.SendTextAsync("POST", "/v1.0/$batch", $$"""{"requests":[{{parts}}]}""");
        answer.Json["responses"]!.AsArray().Select(p => p!["status"]!.GetValue<int>()).ShouldBe([200, 200, 429]);
        answer.Json["responses"]![2]!["headers"]!["Retry-After"]!.ToString().ShouldBe("60");
    }

    private static string[] Limits(Answer answer) =>
        [answer.Headers.GetValues("RateLimit-Limit").Single(), answer.Headers.GetValues("RateLimit-Remaining").Single()];
}
