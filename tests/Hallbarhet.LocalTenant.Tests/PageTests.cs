namespace Hallbarhet.LocalTenant.Tests;

public sealed class PageTests
{
    private const string Type = "#microsoft.graph.sitePage";

    private static string Page(string name, string parts = "") => $$"""
        {"name":"{{name}}","title":"Sida","@odata.type":"{{Type}}","canvasLayout":{"horizontalSections":[{"layout":"oneColumn","columns":[{"width":12,"webparts":[{{parts}}]}]}]} }
        """;

    /// <summary>The web parts that the documentation lists for making and changing pages.</summary>
    [Theory]
    [InlineData("e377ea37-9047-43b9-8cdb-a761be2f8e09")]
    [InlineData("0f087d7f-520e-42b7-89c0-496aaf979d58")]
    [InlineData("df8e44e7-edd5-46d5-90da-aca1539313b8")]
    [InlineData("2161a1c6-db61-4731-b97c-3cdb303f7cbb")]
    [InlineData("b7dd04e1-19ce-4b24-9132-b60a1c2b910d")]
    [InlineData("d1d91016-032f-456d-98a4-721247c305e8")]
    [InlineData("af8be689-990e-492a-81f7-ba3e4cd3ed9c")]
    [InlineData("6410b3b6-d440-4663-8744-378976dc041e")]
    [InlineData("e84a8ca2-f63c-4fb9-bc0b-d8eef5ccb22b")]
    [InlineData("7f718435-ee4d-431c-bdbf-9c4ff326f46e")]
    [InlineData("c70391ea-0b10-4ee9-b2b4-006d3fcad0cd")]
    [InlineData("8654b779-4886-46d4-8ffb-b5ed960ee986")]
    [InlineData("544dd15b-cf3c-441b-96da-004d5a8cea1d")]
    [InlineData("cbe7b0a9-3504-44dd-a3a3-0e5cacd07788")]
    public async Task A_documented_web_part_is_taken(string webPart)
    {
        await using var tenant = await TestTenant.StartAsync();
        var part = $$"""{"@odata.type":"#microsoft.graph.standardWebPart","webPartType":"{{webPart}}","data":{} }""";
        (await tenant.AsRuntime.SendTextAsync("POST", tenant.Sites + "/pages", Page("x.aspx", part))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_page_is_checked_out_to_its_maker_until_it_is_published()
    {
        await using var tenant = await TestTenant.StartAsync();
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        var made = await karin.SendTextAsync("POST", tenant.Sites + "/pages", Page("start.aspx"));
        made.Json["publishingState"]!["checkedOutBy"]!["user"]!["displayName"]!.GetValue<string>().ShouldBe("Karin Exempelius");
        var page = $"{tenant.Sites}/pages/{made.Json["id"]}";
        foreach (var (method, address) in ((string, string)[])[("PATCH", "/microsoft.graph.sitePage"), ("POST", "/microsoft.graph.sitePage/publish"), ("DELETE", "")])
        {
            var refused = await tenant.AsRuntime.SendTextAsync(method, page + address, method == "PATCH" ? Page("start.aspx") : null);
            (refused.Status, refused.ErrorCode).ShouldBe((423, "resourceLocked"), method);
        }
        (await karin.SendTextAsync("POST", page + "/microsoft.graph.sitePage/publish", null)).Status.ShouldBe(204);
        (await tenant.AsRuntime.SendTextAsync("PATCH", page + "/microsoft.graph.sitePage", Page("start.aspx"))).Status.ShouldBe(200);
        var state = (await tenant.AsRuntime.GetJsonAsync(page)).Json["publishingState"]!;
        (state["level"]!.GetValue<string>(), state["versionId"]!.GetValue<string>()).ShouldBe(("checkout", "1.1"));
        (await tenant.AsRuntime.SendTextAsync("POST", page + "/microsoft.graph.sitePage/publish", null)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_change_replaces_the_canvas_as_a_whole()
    {
        await using var tenant = await TestTenant.StartAsync();
        const string Text = """{"@odata.type":"#microsoft.graph.textWebPart","innerHtml":"<p>Hej</p>"}""";
        var made = await tenant.AsRuntime.SendTextAsync("POST", tenant.Sites + "/pages", Page("start.aspx", $"{Text},{Text}"));
        var page = $"{tenant.Sites}/pages/{made.Json["id"]}/microsoft.graph.sitePage";
        _ = await tenant.AsRuntime.SendTextAsync("PATCH", page, Page("start.aspx", Text));
        var canvas = (await tenant.AsRuntime.GetJsonAsync(page + "?$expand=canvasLayout")).Json["canvasLayout"]!;
        canvas["horizontalSections"]![0]!["columns"]![0]!["webparts"]!.AsArray().Count.ShouldBe(1);
        (await tenant.AsRuntime.GetJsonAsync(page)).Json.ContainsKey("canvasLayout").ShouldBeFalse();
    }
}
