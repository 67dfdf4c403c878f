namespace Hallbarhet.LocalTenant.Tests;

public sealed class SharePointListTests
{
    [Fact]
    public async Task A_list_made_over_REST_is_there_in_Graph()
    {
        await using var tenant = await RestTenant.StartAsync();
        var made = await tenant.Setup.RestAsync("POST", "web/lists",
            """{"__metadata":{"type":"SP.List"},"BaseTemplate":100,"Title":"Möten","Description":"Årets möten"}""", Rest.Verbose, ("If-Match", "*"));
        made.Status.ShouldBe(201, made.Text);
        var graph = await tenant.Graph.AsSetup.GetJsonAsync($"{tenant.Graph.Sites}/lists/{made.Json["Id"]}");
        (graph.Json["displayName"]!.ToString(), graph.Json["description"]!.ToString()).ShouldBe(("Möten", "Årets möten"));
    }

    [Theory]
    [InlineData("web/lists/getbytitle('Anders''s lista')")]
    [InlineData("web/lists/GetByTitle(@t)?@t='Anders''s%20lista'")]
    [InlineData("Web/Lists(guid'{id}')")]
    [InlineData("web/lists/getbyid(guid'{id}')")]
    [InlineData("web/lists/getbyid('{id}')")]
    [InlineData("web/getlist('/sites/ekologiska-hallbarhetsgruppen/Lists/Anders%27%27s%20lista')")]
    [InlineData("web/GetList(@u)?@u='%2Fsites%2Fekologiska-hallbarhetsgruppen%2FLists%2FAnders%27%27s+lista'")]
    public async Task A_list_is_found_by_every_address_that_clients_use(string address)
    {
        await using var tenant = await RestTenant.StartAsync();
        var id = (await tenant.Setup.CallAsync("web/lists", """{"Title":"Anders's lista","BaseTemplate":100}""")).Json["Id"]!.ToString();
        var found = await tenant.Setup.ReadAsync(address.Replace("{id}", id, StringComparison.Ordinal));
        found.Status.ShouldBe(200, found.Text);
        found.Json["Id"]!.ToString().ShouldBe(id);
    }

    [Theory]
    [InlineData("web/lists?$filter=Title+eq+%27M%C3%B6ten%27&$top=1")]
    [InlineData("web/lists?$filter=BaseTemplate eq 100 and Hidden eq false")]
    [InlineData("web/lists?$filter=Id eq guid'{id}'")]
    [InlineData("web/lists?$filter=Id+eq+(guid%27{id}%27)&$top=1")]
    public async Task A_filter_on_lists_is_honoured(string address)
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var found = await tenant.Setup.ReadAsync(address.Replace("{id}", list.Split('\'')[1], StringComparison.Ordinal));
        found.Texts("Title").ShouldBe(["Möten"], found.Text);
    }

    [Fact]
    public async Task What_is_selected_and_expanded_is_answered_and_no_more()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var answer = await tenant.Setup.ReadAsync(list + "?$select=Id%2cRootFolder%2cViews%2fTitle%2cFields%2fInternalName&$expand=RootFolder%2cViews%2cFields");
        answer.Json.Select(m => m.Key).ShouldBe(["RootFolder", "Views", "Fields", "Id"], ignoreOrder: true);
        answer.Json["RootFolder"]!["ServerRelativeUrl"]!.ToString().ShouldBe("/sites/ekologiska-hallbarhetsgruppen/Lists/Möten");
        answer.Json["Views"]!.ToJsonString().ShouldBe("""[{"Title":"Alla objekt"}]""");
        answer.Json["Fields"]!.AsArray().Select(f => f!["InternalName"]!.ToString()).ShouldContain("ID");
    }

    [Fact]
    public async Task Settings_are_merged_by_both_kinds_of_client()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        (await tenant.Setup.MergeAsync(list, """{"EnableVersioning":true,"MajorVersionLimit":100,"ReadSecurity":2,"WriteSecurity":4,"Title":"Årets möten"}""")).Status.ShouldBe(204);
        (await tenant.Setup.PnpPatchAsync(list, """{"__metadata":{"type":"SP.List"},"Description":"Alla","EnableModeration":true,"Hidden":true}""")).Status.ShouldBe(204);
        var now = (await tenant.Setup.ReadAsync(list + "?$select=Title,Description,MajorVersionLimit,ReadSecurity,WriteSecurity,EnableModeration,Hidden")).Json;
        now.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe(
            """{"Title":"Årets möten","Description":"Alla","MajorVersionLimit":100,"ReadSecurity":2,"WriteSecurity":4,"EnableModeration":true,"Hidden":true}""");
    }

    [Fact]
    public async Task A_row_keeps_as_many_versions_as_its_list_says()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        (await tenant.Setup.ReadAsync(list + "?$select=MajorVersionLimit")).Json["MajorVersionLimit"]!.GetValue<int>().ShouldBe(50);
        var item = $"{tenant.Graph.Sites}/lists/{list.Split('\'')[1]}/items";
        _ = await tenant.Graph.AsSetup.SendTextAsync("POST", item, """{"fields":{"Title":"0"}}""");
        async Task<IEnumerable<string>> AfterWritingAsync(string settings)
        {
            (await tenant.Setup.MergeAsync(list, settings)).Status.ShouldBe(204);
            for (var n = 0; n < 3; n++) _ = await tenant.Graph.AsSetup.SendTextAsync("PATCH", item + "/1/fields", $$"""{"Title":"{{n}}"}""");
            return (await tenant.Graph.AsSetup.GetJsonAsync(item + "/1/versions")).Texts("id");
        }
        (await AfterWritingAsync("""{"MajorVersionLimit":2}""")).ShouldBe(["4.0", "3.0"]);
        (await AfterWritingAsync("""{"EnableVersioning":false}""")).ShouldBe(["7.0"]);
        (await AfterWritingAsync("""{"EnableVersioning":true}""")).ShouldBe(["10.0", "9.0"]);
    }

    [Fact]
    public async Task A_deleted_list_is_gone_in_Graph_too()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var gone = await tenant.Setup.RemoveAsync(list);
        (gone.Status, gone.Text).ShouldBe((200, ""));
        (await tenant.Setup.ReadAsync(list)).Refusal().ShouldBe("404 -1, System.ArgumentException");
    }

    [Fact]
    public async Task A_site_tells_its_language_and_takes_another_title_and_home_page()
    {
        await using var tenant = await RestTenant.StartAsync();
        (await tenant.Setup.MergeAsync("web", """{"Title":"Hållbarhet"}""")).Status.ShouldBe(204);
        (await tenant.Setup.MergeAsync("web/rootfolder", """{"WelcomePage":"SitePages/start.aspx"}""")).Status.ShouldBe(204);
        var web = (await tenant.Setup.ReadAsync("Web?$select=Id%2cUrl%2cTitle%2cWelcomePage%2cRegionalSettings%2f*%2cRegionalSettings%2fDateFormat&$expand=RegionalSettings%2cRegionalSettings%2fTimeZone")).Json;
        (web["Title"]!.ToString(), web["WelcomePage"]!.ToString()).ShouldBe(("Hållbarhet", "SitePages/start.aspx"));
        web["RegionalSettings"]!["LocaleId"]!.GetValue<int>().ShouldBe(1053);
        web["RegionalSettings"]!["TimeZone"]!["Information"]!["Bias"]!.GetValue<int>().ShouldBe(-60);
        (await tenant.Setup.ReadAsync("Site?$select=Id%2cGroupId")).Json["GroupId"]!.ToString().ShouldBe(tenant.Graph.GroupId);
    }
}
