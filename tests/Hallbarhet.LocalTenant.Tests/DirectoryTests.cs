namespace Hallbarhet.LocalTenant.Tests;

public sealed class DirectoryTests
{
    [Fact]
    public async Task The_site_of_a_new_group_is_found_some_time_after_the_group()
    {
        var clock = new MovableClock();
        await using var tenant = await TestTenant.BareAsync(new() { InMemory = true, Wire = clock, SiteCreationDelay = TimeSpan.FromMinutes(3) });
        var group = await tenant.AsSetup.SendTextAsync("POST", "/v1.0/groups",
            """{"displayName":"Gruppen","mailNickname":"gruppen","mailEnabled":true,"securityEnabled":false,"groupTypes":["Unified"]}""");
        group.Status.ShouldBe(201, group.Text);
        string[] addresses = [$"/v1.0/groups/{group.Json["id"]}/sites/root", "/v1.0/sites/trollhattanexempel.sharepoint.com:/sites/gruppen",
            $"/v1.0/groups/{group.Json["id"]}/drive/root"];
        foreach (var address in addresses) (await tenant.AsSetup.GetJsonAsync(address)).ErrorCode.ShouldBe("itemNotFound", address);
        clock.Advance(TimeSpan.FromMinutes(4));
        foreach (var address in addresses) (await tenant.AsSetup.GetJsonAsync(address)).Status.ShouldBe(200, address);
    }

    [Theory]
    [InlineData("$filter=startswith(displayName,'Karin')", false, 200)]
    [InlineData("$filter=mail ne null", false, 400)]
    [InlineData("$filter=not(startswith(displayName,'Karin'))", false, 400)]
    [InlineData("$filter=startswith(displayName,'Karin')&$orderby=displayName", false, 400)]
    [InlineData("$filter=mail ne null&$count=true", true, 200)]
    [InlineData("$filter=mail ne null", true, 400)]
    [InlineData("$top=1000", false, 400)]
    [InlineData("$filter=contains(displayName,'Karin')", false, 400)]
    [InlineData("$filter=colour eq 'red'", false, 400)]
    public async Task Advanced_queries_of_the_directory_ask_for_their_header_and_a_count(string query, bool eventual, int status)
    {
        await using var tenant = await TestTenant.StartAsync();
        (string, string)[] headers = eventual ? [("ConsistencyLevel", "eventual")] : [];
        (await tenant.AsSetup.GetJsonAsync("/v1.0/users?" + query, headers)).Status.ShouldBe(status);
    }
}
