namespace Hallbarhet.LocalTenant.Tests;

public sealed class BatchTests
{
    private static Task<Answer> SendAsync(TestTenant tenant, string requests) => tenant.AsSetup.SendTextAsync("POST", "/v1.0/$batch", $$"""{"requests":[{{requests}}]}""");

    [Fact]
    public async Task Parts_are_answered_each_for_itself_and_counted_as_parts()
    {
        await using var tenant = await TestTenant.StartAsync();
        var answer = await SendAsync(tenant, $$"""
            {"id":"a","method":"GET","url":"/sites/{{tenant.SiteId}}/lists?$select=id"},{"id":"b","method":"GET","url":"/users/nobody"}
            """);
        var parts = answer.Json["responses"]!.AsArray();
        parts.Select(p => $"{p!["id"]} {p["status"]}").ShouldBe(["a 200", "b 404"]);
        var log = (await tenant.Raw.GetJsonAsync("/_tenant/log")).Json;
        log["parts"]!.GetValue<int>().ShouldBe(2);
        var entry = log["entries"]!.AsArray()[^1]!;
        entry["parts"]!.AsArray().Select(p => p!["path"]!.ToString()).ShouldBe(["/v1.0/sites/{site}/lists", "/v1.0/users/{user}"]);
    }

    [Fact]
    public async Task What_depends_on_a_failed_part_is_not_done()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = await tenant.AddListAsync("Meetings");
        var items = $"/sites/{tenant.SiteId}/lists/{id}/items";
        var answer = await SendAsync(tenant, $$"""
            {"id":"1","method":"POST","url":"{{items}}","headers":{"Content-Type":"application/json"},"body":{"fields":{"Nope":"x"} } },
            {"id":"2","method":"POST","url":"{{items}}","headers":{"Content-Type":"application/json"},"body":{"fields":{"Title":"x"} },"dependsOn":["1"]},
            {"id":"3","method":"POST","url":"{{items}}","headers":{"Content-Type":"application/json"},"body":{"fields":{"Title":"y"} } }
            """);
        answer.Json["responses"]!.AsArray().Select(p => p!["status"]!.GetValue<int>()).ShouldBe([400, 424, 201]);
    }
}
