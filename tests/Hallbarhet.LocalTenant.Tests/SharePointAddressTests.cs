namespace Hallbarhet.LocalTenant.Tests;

/// <summary>Addresses, headers and bodies that are wrong by themselves, and folders and files by their address.</summary>
public sealed class SharePointAddressTests
{
    private const string Argument = "400 -2147024809, System.ArgumentException";
    private const string Query = "400 -1, Microsoft.SharePoint.Client.InvalidClientQueryException";

    [Theory]
    [InlineData("GET", "web/lists/getbytitle('Nope')", null, "404 -1, System.ArgumentException")]
    [InlineData("GET", "web/lists(guid'00000000-0000-0000-0000-000000000001')", null, "404 -1, System.ArgumentException")]
    [InlineData("GET", "web/getlist('/sites/ekologiska-hallbarhetsgruppen/Lists/Nope')", null, "404 -2147024894, System.IO.FileNotFoundException")]
    [InlineData("GET", "web/getlist(@u)", null, Query)]
    [InlineData("GET", "web/lists('", null, Query)]
    [InlineData("GET", "web/lists?$select=Colour", null, Query)]
    [InlineData("GET", "web/lists?$expand=Colour", null, Query)]
    [InlineData("GET", "web/lists?$select=Views/Title", null, Query)]
    [InlineData("GET", "web/lists?$filter=Colour eq 1", null, Query)]
    [InlineData("GET", "web/lists?$skip=5", null, "501 -1, System.NotImplementedException")]
    [InlineData("GET", "{list}/items(99)", null, "404 -2130575338, System.ArgumentException")]
    [InlineData("GET", "{list}/items(x)", null, Query)]
    [InlineData("GET", "{list}/fields/getbyinternalnameortitle('Nope')", null, "404 -2147024809, System.ArgumentException")]
    [InlineData("GET", "{list}/fields/getbytitle('Nope')", null, "404 -2147024809, System.ArgumentException")]
    [InlineData("GET", "{list}/fields('00000000-0000-0000-0000-000000000001')", null, "404 -2147024809, System.ArgumentException")]
    [InlineData("DELETE", "{list}/fields/getbytitle('Title')", null, "500 -2146233079, System.InvalidOperationException")]
    [InlineData("POST", "web/lists", """{"Title":"Möten"}""", "500 -2130575342, Microsoft.SharePoint.SPException")]
    [InlineData("POST", "web/lists", """{"Title":""}""", Argument)]
    [InlineData("POST", "web/lists", """{"Title":"x","BaseTemplate":106}""", "501 -1, System.NotImplementedException")]
    [InlineData("POST", "web/lists", """{"Title":"x","Colour":1}""", Query)]
    [InlineData("POST", "web/lists", """{"__metadata":{"type":"SP.List"},"Title":"x"}""", Query)]
    [InlineData("POST", "web/lists", """{"Title":"x","ReadSecurity":3}""", "400 -2146233086, System.ArgumentOutOfRangeException")]
    [InlineData("POST", "web/lists", """{"Title":"x","WriteSecurity":3}""", "400 -2146233086, System.ArgumentOutOfRangeException")]
    [InlineData("POST", "web/lists", """{"Title":"x","EnableMinorVersions":true}""", "500 -2146233067, System.NotSupportedException")]
    [InlineData("PATCH", "{list}", """{"Title":"Dokument"}""", "500 -2130575342, Microsoft.SharePoint.SPException")]
    [InlineData("PATCH", "{list}", """{"EnableVersioning":"ja"}""", "400 -2147024809, System.ArgumentException")]
    [InlineData("PATCH", "{list}/fields/getbytitle('Title')", """{"Choices":["a"]}""", Query)]
    [InlineData("PATCH", "web/rootfolder", """{}""", Argument)]
    [InlineData("DELETE", "web/lists/getbytitle('User Information List')", null, "403 -2147024891, System.UnauthorizedAccessException")]
    [InlineData("POST", "web/ensureuser", "{}", Query)]
    [InlineData("POST", "{list}/roleassignments/addroleassignment(principalid=5)", "{}", Query)]
    public async Task What_is_wrong_is_refused_as_SharePoint_refuses_it(string method, string path, string? body, string refusal)
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var answer = await tenant.Setup.RestAsync(method, path.Replace("{list}", list, StringComparison.Ordinal), body, Rest.Plain, ("If-Match", "*"));
        answer.Refusal().ShouldBe(refusal, answer.Text);
    }

    [Theory]
    [InlineData("""{"Description":"x"}""")]
    [InlineData("""{"__metadata":{"type":"SP.ListItem"},"Description":"x"}""")]
    [InlineData("""{"__metadata":{"type":"SP.List"},"Description":[]}""")]
    public async Task A_verbose_body_names_its_type_and_wraps_its_lists(string body)
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        (await tenant.Setup.PnpPatchAsync(list, body)).Refusal().ShouldBe(Query);
    }

    [Theory]
    [InlineData("POST", "web/webs/add", "/sites/ekologiska-hallbarhetsgruppen/_api/web/webs/add")]
    [InlineData("POST", "web/GetClientSideWebParts", "/sites/ekologiska-hallbarhetsgruppen/_api/web/GetClientSideWebParts")]
    [InlineData("POST", "/sites/ekologiska-hallbarhetsgruppen/_vti_bin/client.svc/ProcessQuery", "/sites/ekologiska-hallbarhetsgruppen/_vti_bin/client.svc/ProcessQuery")]
    public async Task What_nothing_uses_is_refused_loudly(string method, string path, string named)
    {
        await using var tenant = await RestTenant.StartAsync();
        var answer = await tenant.Setup.RestAsync(method, path, null, Rest.Plain);
        answer.Status.ShouldBe(501);
        answer.Text.ShouldContain($"{named} is not known to the local tenant");
    }

    [Fact]
    public async Task A_list_is_changed_only_by_who_says_which_version_is_meant()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        Task<Answer> Merge(params (string, string)[] headers) => tenant.Setup.RestAsync("PATCH", list, """{"Description":"x"}""", Rest.Plain, headers);
        (await Merge()).Refusal().ShouldBe(Query);
        (await Merge(("If-Match", "\"7\""))).Status.ShouldBe(412);
        (await Merge(("If-Match", "*"))).Status.ShouldBe(204);
        (await tenant.Setup.RestAsync("PATCH", list, "x", "text/plain", ("If-Match", "*"))).Refusal().ShouldBe(Query);
    }

    [Fact]
    public async Task Two_changes_of_columns_at_a_time_end_in_a_save_conflict()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        _ = await tenant.Graph.PutFaultsAsync("""{"method":"POST","path":"/sites/*/_api/web/*/fields/CreateFieldAsXml","mode":"slow","seconds":0.3,"nth":1}""");
        const string Body = """{"parameters":{"SchemaXml":"<Field Type='Text' DisplayName='NAME' />","Options":0}}""";
        var slow = tenant.Setup.CallAsync(list + "/fields/CreateFieldAsXml", Body.Replace("NAME", "a", StringComparison.Ordinal));
        await tenant.AddFieldAsync(list, "<Field Type='Text' DisplayName='b' />");
        (await slow).Refusal().ShouldBe("409 -2130246326, Microsoft.SharePoint.SPException");
    }

    [Fact]
    public async Task Folders_and_files_are_found_by_their_address()
    {
        await using var tenant = await RestTenant.StartAsync();
        var library = (await tenant.Setup.CallAsync("web/lists", """{"Title":"Utkast","BaseTemplate":101}""")).Json["Id"]!.ToString();
        _ = await tenant.Graph.AsSetup.SendBytesAsync("PUT", $"{tenant.Graph.Sites}/lists/{library}/drive/root:/2026/Möte 3.txt:/content", "hej"u8.ToArray());
        const string Root = "/sites/ekologiska-hallbarhetsgruppen/Utkast";
        Task<Answer> At(string kind, string path) => tenant.Setup.ReadAsync($"Web/get{kind}ByServerRelativePath(decodedUrl=@u)?@u='{Uri.EscapeDataString(path)}'");
        (await At("Folder", Root)).Json["Name"]!.ToString().ShouldBe("Utkast");
        (await At("Folder", Root + "/2026")).Json["ItemCount"]!.GetValue<int>().ShouldBe(1);
        var file = (await At("File", Root + "/2026/Möte 3.txt")).Json;
        (file["Name"]!.ToString(), file["Length"]!.ToString(), file["UIVersionLabel"]!.ToString()).ShouldBe(("Möte 3.txt", "3", "1.0"));
        (await tenant.Setup.ReadAsync($"web/getFileByServerRelativePath(decodedUrl='{Root}/2026/Möte 3.txt')/$value")).Text.ShouldBe("hej");
        (await At("File", Root + "/2026/Nope.txt")).Refusal().ShouldBe("404 -2147024894, System.IO.FileNotFoundException");
        (await At("File", Root + "/2026")).Refusal().ShouldBe("404 -2130575338, Microsoft.SharePoint.SPException");
        (await At("Folder", Root + "/Nope")).Refusal().ShouldBe("404 -2147024894, System.IO.FileNotFoundException");
        (await At("Folder", "/sites/modern/Dokument")).Refusal().ShouldBe(Argument);
    }
}
