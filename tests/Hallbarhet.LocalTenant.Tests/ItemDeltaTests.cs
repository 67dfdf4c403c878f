namespace Hallbarhet.LocalTenant.Tests;

public sealed class ItemDeltaTests
{
    private const string Delta = "@odata.deltaLink";

    private static async Task<TestList> ThreeRowsAsync(LocalTenantOptions? options = null)
    {
        var list = await TestList.StartAsync(options);
        await list.FillAsync(3, """{"Title":"Rad #"}""");
        return list;
    }

    [Fact]
    public async Task Every_row_comes_first_and_then_only_what_changed()
    {
        await using var list = await ThreeRowsAsync();
        var first = await list.GetAsync("/delta?$top=2");
        first.Json.ContainsKey(Delta).ShouldBeFalse();
        var second = await list.FollowAsync(first);
        second.Json.ContainsKey("@odata.nextLink").ShouldBeFalse();
        (TestList.Ids(first), TestList.Ids(second)).ShouldBe(("1,2", "3"));
        (await list.FollowAsync(second, Delta)).Values.ShouldBeEmpty();
        _ = await list.AddAsync("""{"Title":"Rad 4"}""");
        _ = await list.Tenant.AsRuntime.SendTextAsync("PATCH", list.Items + "/1/fields", """{"Title":"Rad ett"}""");
        _ = await list.Tenant.AsRuntime.SendTextAsync("DELETE", list.Items + "/2", null);
        var third = await list.FollowAsync(second, Delta);
        TestList.Ids(third).ShouldBe("4,1");
        var last = await list.FollowAsync(third);
        last.Values.ShouldHaveSingleItem()!.ToJsonString().ShouldBe("""{"id":"2","deleted":{"state":"deleted"}}""");
        (await list.FollowAsync(last, Delta)).Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/delta?token=latest")]
    [InlineData("/delta(token='latest')")]
    public async Task The_latest_token_skips_what_is_there(string latest)
    {
        await using var list = await ThreeRowsAsync();
        var start = await list.GetAsync(latest);
        start.Values.ShouldBeEmpty();
        _ = await list.Tenant.AsRuntime.SendTextAsync("PATCH", list.Items + "/2/fields", """{"Title":"Rad två"}""");
        TestList.Ids(await list.FollowAsync(start, Delta)).ShouldBe("2");
    }

    [Fact]
    public async Task Links_keep_the_selected_fields()
    {
        await using var list = await ThreeRowsAsync();
        var page = await list.FollowAsync(await list.GetAsync("/delta?$select=id&$expand=fields($select=Title)&$top=1"));
        var row = page.Values.ShouldHaveSingleItem()!;
        (row["fields"]!["Title"]!.GetValue<string>(), row["webUrl"]).ShouldBe(("Rad 2", null));
    }

    [Fact]
    public async Task Changes_cannot_be_filtered()
    {
        await using var list = await ThreeRowsAsync();
        (await list.GetAsync("/delta?$filter=fields/id gt 1")).Status.ShouldBe(501);
    }

    [Fact]
    public async Task A_token_made_by_hand_is_refused()
    {
        await using var list = await ThreeRowsAsync();
        var answer = await list.GetAsync("/delta?token=c2luY2U7MDsxOzA");
        (answer.Status, answer.ErrorCode).ShouldBe((400, "invalidRequest"));
    }

    [Fact]
    public async Task A_link_older_than_the_change_log_is_gone_and_tells_where_to_begin_again()
    {
        var clock = new MovableClock();
        await using var list = await ThreeRowsAsync(new() { InMemory = true, Wire = clock });
        var link = (await list.GetAsync("/delta")).Json[Delta]!.GetValue<string>();
        clock.Advance(TimeSpan.FromDays(61));
        await list.Tenant.SignInAsync();
        var gone = await list.Tenant.AsRuntime.GetJsonAsync(link);
        (gone.Status, gone.ErrorCode).ShouldBe((410, "resyncChangesApplyDifferences"));
        var again = await list.Tenant.AsRuntime.GetJsonAsync(gone.Headers.Location!.ToString());
        TestList.Ids(again).ShouldBe("1,2,3");
    }

    [Theory]
    [InlineData("/delta", 2)]
    [InlineData("/delta?token=latest", 1)]
    [InlineData("/delta(token='latest')", 1)]
    public async Task A_token_halves_the_cost(string call, int units)
    {
        await using var list = await ThreeRowsAsync();
        _ = await list.GetAsync(call);
        var log = (await list.Tenant.Raw.GetJsonAsync("/_tenant/log")).Json["entries"]!.AsArray();
        log[^1]!["resourceUnits"]!.GetValue<int>().ShouldBe(units);
    }
}
