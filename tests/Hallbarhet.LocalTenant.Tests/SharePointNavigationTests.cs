namespace Hallbarhet.LocalTenant.Tests;

public sealed class SharePointNavigationTests
{
    private const string Menu = "web/navigation/quicklaunch";

    private static async Task<int> AddAsync(RestTenant tenant, string among, string title, string url = "/sites/ekologiska-hallbarhetsgruppen")
    {
        var added = await tenant.Setup.CallAsync(among, $$"""{"Title":"{{title}}","Url":"{{url}}"}""");
        added.Status.ShouldBe(201, added.Text);
        return added.Json["Id"]!.GetValue<int>();
    }

    /// <summary>The menu without what the site came with.</summary>
    private static async Task<RestTenant> EmptyAsync()
    {
        var tenant = await RestTenant.StartAsync();
        foreach (var node in (await tenant.Setup.ReadAsync(Menu)).Values)
            (await tenant.Setup.RemoveAsync($"{Menu}/getbyid({node!["Id"]})")).Status.ShouldBe(200);
        return tenant;
    }

    [Fact]
    public async Task An_entry_is_made_as_PnP_makes_it_and_keeps_its_address_without_the_host()
    {
        await using var tenant = await EmptyAsync();
        var added = await tenant.Setup.RestAsync("POST", "Web/Navigation/QuickLaunch",
            $$"""{"__metadata":{"type":"SP.NavigationNode"},"Title":"Möten","Url":"{{tenant.Graph.Server.Address}}sites/{{TestTenant.SiteName}}/Lists/M"}""", Rest.Verbose, ("If-Match", "*"));
        added.Status.ShouldBe(201, added.Text);
        added.Json["Url"]!.ToString().ShouldBe($"/sites/{TestTenant.SiteName}/Lists/M");
        added.Json.ContainsKey("AudienceIds").ShouldBeTrue();
        var shown = await tenant.Setup.ReadAsync("Web/Navigation?$select=Id%2cQuickLaunch&$expand=QuickLaunch");
        shown.Json["QuickLaunch"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Entries_are_changed_moved_and_removed()
    {
        await using var tenant = await EmptyAsync();
        var (a, b, c) = (await AddAsync(tenant, Menu, "a"), await AddAsync(tenant, Menu, "b"), await AddAsync(tenant, Menu, "c", "https://www.trollhattan.example/"));
        (await tenant.Setup.CallAsync(Menu + "/MoveAfter", $$"""{"nodeId":{{a}},"previousNodeId":{{b}}}""")).Text.ShouldBe("""{"odata.null":true}""");
        (await tenant.Setup.CallAsync(Menu + "/MoveAfter", $$"""{"nodeId":{{c}},"previousNodeId":0}""")).Status.ShouldBe(200);
        (await tenant.Setup.ReadAsync(Menu)).Texts("Title").ShouldBe(["c", "b", "a"]);
        (await tenant.Setup.PnpPatchAsync($"Web/Navigation/GetNodeById({b})",
            """{"__metadata":{"type":"SP.NavigationNode"},"Title":"B","Url":"/x","IsVisible":true,"AudienceIds":{"__metadata":{"type":"Collection(Edm.Guid)"},"results":[]}}""")).Status.ShouldBe(204);
        (await tenant.Setup.MergeAsync($"{Menu}({a})", """{"IsExternal":true}""")).Status.ShouldBe(204);
        (await tenant.Setup.RemoveAsync($"Web/Navigation/GetNodeById({c})")).Status.ShouldBe(200);
        (await tenant.Setup.ReadAsync(Menu)).Values.Select(n => $"{n!["Title"]} {n["Url"]} {n["IsExternal"]}").ShouldBe(["B /x false", "a /sites/ekologiska-hallbarhetsgruppen true"]);
    }

    [Fact]
    public async Task Entries_stand_below_others()
    {
        await using var tenant = await EmptyAsync();
        var parent = await AddAsync(tenant, Menu, "För strategerna");
        var children = $"web/navigation/getnodebyid({parent})/children";
        var (a, b) = (await AddAsync(tenant, children, "Möten"), await AddAsync(tenant, children, "Mål"));
        (await tenant.Setup.CallAsync(children + "/MoveAfter", $$"""{"nodeId":{{b}},"previousNodeId":0}""")).Status.ShouldBe(200);
        (await tenant.Setup.ReadAsync(children)).Texts("Title").ShouldBe(["Mål", "Möten"]);
        (await tenant.Setup.RemoveAsync($"web/navigation/getnodebyid({a})")).Status.ShouldBe(200);
        var menu = await tenant.Setup.ReadAsync(Menu + "?$expand=Children");
        menu.Values[0]!["Children"]!.AsArray().Select(n => n!["Title"]!.ToString()).ShouldBe(["Mål"]);
    }

    [Fact]
    public async Task An_entry_that_is_not_there_is_nothing_to_a_reader_and_an_error_to_a_writer()
    {
        await using var tenant = await RestTenant.StartAsync();
        (await tenant.Setup.ReadAsync("Web/Navigation/GetNodeById('0')")).Text.ShouldBe("""{"odata.null":true}""");
        (await tenant.Setup.RemoveAsync("Web/Navigation/GetNodeById(9)")).Refusal().ShouldBe("400 -2147024809, System.ArgumentException");
        (await tenant.Setup.CallAsync(Menu + "/MoveAfter", """{"nodeId":9,"previousNodeId":0}""")).Refusal().ShouldBe("400 -2147024809, System.ArgumentException");
        (await tenant.Setup.CallAsync(Menu, """{"Title":"x"}""")).Refusal().ShouldBe("400 -2147024809, System.ArgumentException");
        (await tenant.Setup.CallAsync(Menu, """{"Title":"x","Url":"/","IsVisible":false}""")).Refusal().ShouldBe("501 -1, System.NotImplementedException");
    }
}
