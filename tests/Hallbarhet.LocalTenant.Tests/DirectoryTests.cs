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
}
