namespace Hallbarhet.LocalTenant.Tests;

public sealed class SharePointRightsTests
{
    private const int Contribute = 1073741827;
    private const int Read = 1073741826;
    private const int Members = 5;

    private static Task<Answer> BreakAsync(HttpClient client, string securable, bool copy = false) =>
        client.CallAsync($"{securable}/breakroleinheritance(copyRoleAssignments={(copy ? "true" : "false")},clearSubscopes=true)");

    private static Task<Answer> GiveAsync(HttpClient client, string securable, int principal, int level) =>
        client.CallAsync($"{securable}/roleassignments/addroleassignment(principalid={principal},roledefid={level})");

    [Theory]
    [InlineData("getbytype(2)", Read, "Läsa", 2)]
    [InlineData("getbytype(3)", Contribute, "Delta", 3)]
    [InlineData("getbytype(5)", 1073741829, "Fullständig behörighet", 5)]
    [InlineData("getbytype(6)", 1073741830, "Redigera", 6)]
    [InlineData("getbyname('Design')", 1073741828, "Design", 4)]
    [InlineData("getbyid(1073741827)", Contribute, "Delta", 3)]
    public async Task A_permission_level_is_found_by_kind_name_or_id(string address, int id, string name, int kind)
    {
        await using var tenant = await RestTenant.StartAsync();
        var level = (await tenant.Setup.ReadAsync("web/roledefinitions/" + address)).Json;
        (level["Id"]!.GetValue<int>(), level["Name"]!.ToString(), level["RoleTypeKind"]!.GetValue<int>()).ShouldBe((id, name, kind));
    }

    [Fact]
    public async Task A_level_that_the_site_names_otherwise_is_not_found_by_its_English_name()
    {
        await using var tenant = await RestTenant.StartAsync();
        (await tenant.Setup.ReadAsync("web/RoleDefinitions?$filter=Name+eq+%27Contribute%27&$top=1")).Values.ShouldBeEmpty();
        (await tenant.Setup.ReadAsync("web/RoleDefinitions?$top=100")).Values.Count.ShouldBe(5);
        (await tenant.Setup.ReadAsync("web/roledefinitions/getbyname('Contribute')")).Refusal().ShouldBe("404 -2147024809, System.ArgumentException");
    }

    [Fact]
    public async Task A_site_comes_with_its_groups_and_their_levels()
    {
        await using var tenant = await RestTenant.StartAsync();
        (await tenant.Setup.ReadAsync("web/associatedmembergroup?$select=Id,Title")).Json["Id"]!.GetValue<int>().ShouldBe(Members);
        var roles = await tenant.Setup.ReadAsync("web/roleassignments?$select=PrincipalId,RoleDefinitionBindings/Id,Member/Title&$expand=RoleDefinitionBindings,Member");
        roles.Values.Select(r => $"{r!["Member"]!["Title"]}: {r["RoleDefinitionBindings"]![0]!["Id"]}").ShouldBe(
            ["Ägare av Ekologiska hållbarhetsgruppen: 1073741829", "Besökare på Ekologiska hållbarhetsgruppen: 1073741826", "Medlemmar i Ekologiska hållbarhetsgruppen: 1073741830"]);
    }

    [Fact]
    public async Task The_levels_of_the_site_are_changed_in_place()
    {
        await using var tenant = await RestTenant.StartAsync();
        (await BreakAsync(tenant.Setup, "web")).Text.ShouldBe("""{"odata.null":true}""");
        (await GiveAsync(tenant.Setup, "web", Members, Contribute)).Status.ShouldBe(200);
        (await tenant.Setup.CallAsync($"web/roleassignments/removeroleassignment(principalid={Members},roledefid=1073741830)")).Status.ShouldBe(200);
        var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.CallAsync("web/lists", """{"Title":"x","BaseTemplate":100}""")).Refusal().ShouldBe("403 -2147024891, System.UnauthorizedAccessException");
        (await tenant.Setup.CallAsync("web/resetroleinheritance")).Refusal().ShouldBe("500 -2146233079, System.InvalidOperationException");
    }

    [Fact]
    public async Task A_list_with_its_own_rights_is_closed_until_somebody_is_let_in()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.ReadAsync(list)).Status.ShouldBe(200);
        (await BreakAsync(tenant.Setup, list)).Status.ShouldBe(200);
        (await omar.ReadAsync(list)).Refusal().ShouldBe("403 -2147024891, System.UnauthorizedAccessException");
        (await omar.ReadAsync("web/lists")).Texts("Title").ShouldNotContain("Möten");
        (await GiveAsync(tenant.Setup, list, Members, Read)).Status.ShouldBe(200);
        (await omar.ReadAsync(list + "?$select=HasUniqueRoleAssignments,EffectiveBasePermissions")).Json.ToJsonString()
            .ShouldBe("""{"HasUniqueRoleAssignments":true,"EffectiveBasePermissions":{"High":"176","Low":"138612833"}}""");
        (await tenant.Setup.CallAsync(list + "/resetroleinheritance")).Status.ShouldBe(200);
        (await omar.MergeAsync(list, """{"Description":"x"}""")).Status.ShouldBe(204);
    }

    [Fact]
    public async Task Who_breaks_inheritance_without_copying_keeps_full_control_and_nobody_else_does()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var karin = await tenant.AsAsync(TestTenant.Karin);
        (await BreakAsync(karin, list)).Status.ShouldBe(200);
        var roles = await tenant.Setup.ReadAsync(list + "/roleassignments?$expand=Member,RoleDefinitionBindings");
        roles.Values.Select(r => $"{r!["Member"]!["Title"]} {r["RoleDefinitionBindings"]![0]!["Name"]}").ShouldBe(["Karin Exempelius Fullständig behörighet"]);
        (await BreakAsync(karin, list, copy: true)).Status.ShouldBe(200);
        (await tenant.Setup.ReadAsync(list + "/roleassignments")).Values.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_item_has_its_own_rights_until_its_list_clears_them()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        _ = await tenant.Setup.CallAsync(list + "/AddValidateUpdateItemUsingPath", """{"formValues":[{"FieldName":"Title","FieldValue":"a"}]}""");
        (await BreakAsync(tenant.Setup, list + "/items(1)", copy: true)).Status.ShouldBe(200);
        var roles = list + "/items(1)/roleassignments";
        (await tenant.Setup.RemoveAsync($"{roles}/getbyprincipalid({Members})")).Status.ShouldBe(200);
        var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.ReadAsync(list + "/items(1)")).Refusal().ShouldBe("404 -2130575338, System.ArgumentException");
        (await omar.ReadAsync(list + "/items")).Values.ShouldBeEmpty();
        (await tenant.Setup.ReadAsync(list + "/items(1)?$select=Id,HasUniqueRoleAssignments,RoleAssignments/PrincipalId&$expand=RoleAssignments,RoleAssignments/RoleDefinitionBindings"))
            .Json["RoleAssignments"]!.AsArray().Select(r => r!["PrincipalId"]!.GetValue<int>()).ShouldBe([3, 4]);
        (await BreakAsync(tenant.Setup, list, copy: true)).Status.ShouldBe(200);
        (await omar.ReadAsync(list + "/items(1)")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_person_in_a_group_of_the_site_gets_in_without_the_Microsoft_365_group()
    {
        await using var tenant = await RestTenant.StartAsync();
        _ = await tenant.Graph.AddUserAsync("kim.testberg@trollhattan.example", "Kim Testberg");
        var kim = await tenant.AsAsync("kim.testberg@trollhattan.example");
        (await kim.ReadAsync("web")).Status.ShouldBe(403);
        var made = await tenant.Setup.RestAsync("POST", "web/sitegroups", """{"__metadata":{"type":"SP.Group"},"Title":"Kommunikatörer"}""", Rest.Verbose, ("If-Match", "*"));
        made.Status.ShouldBe(201, made.Text);
        var id = made.Json["Id"]!.GetValue<int>();
        var added = await tenant.Setup.CallAsync($"web/sitegroups/getbyid({id})/users", """{"LoginName":"i:0#.f|membership|kim.testberg@trollhattan.example"}""");
        added.Status.ShouldBe(201, added.Text);
        var list = await tenant.AddListAsync();
        (await BreakAsync(tenant.Setup, list)).Status.ShouldBe(200);
        (await GiveAsync(tenant.Setup, list, id, Contribute)).Status.ShouldBe(200);
        (await kim.CallAsync(list + "/AddValidateUpdateItemUsingPath", """{"formValues":[{"FieldName":"Title","FieldValue":"a"}]}""")).Status.ShouldBe(200);
        (await kim.ReadAsync("web")).Status.ShouldBe(200);
        (await tenant.Setup.RemoveAsync($"web/sitegroups({id})/users/getbyid({added.Json["Id"]})")).Status.ShouldBe(200);
        (await kim.ReadAsync(list)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Groups_are_found_changed_and_shown_with_their_users()
    {
        await using var tenant = await RestTenant.StartAsync();
        _ = await tenant.Setup.CallAsync("web/sitegroups", """{"Title":"Strateger","Description":"De två"}""");
        _ = await tenant.Setup.CallAsync("web/sitegroups/getbyname('Strateger')/users", $$"""{"LoginName":"{{TestTenant.Karin}}"}""");
        (await tenant.Setup.MergeAsync("web/sitegroups/getbyname('Strateger')", """{"Title":"Hållbarhetsstrateger"}""")).Status.ShouldBe(204);
        var found = await tenant.Setup.ReadAsync("Web/SiteGroups?$select=Id%2cDescription%2cUsers&$expand=Users&$filter=Title+eq+%27H%C3%A5llbarhetsstrateger%27&$top=1");
        found.Values[0]!["Users"]![0]!["Email"]!.ToString().ShouldBe(TestTenant.Karin);
        found.Values[0]!["Description"]!.ToString().ShouldBe("De två");
        (await tenant.Setup.ReadAsync($"web/sitegroups({found.Values[0]!["Id"]})/users?$filter=PrincipalType eq 1")).Values.Count.ShouldBe(1);
        (await tenant.Setup.ReadAsync("web/siteusers/getbyemail('" + TestTenant.Karin + "')?$select=Title")).Json["Title"]!.ToString().ShouldBe("Karin Exempelius");
        (await tenant.Setup.ReadAsync("web/siteusers?$filter=Title eq 'Karin Exempelius'")).Values.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("POST", "{list}/roleassignments/addroleassignment(principalid=5,roledefid=1073741827)", null, "500 -2146233079, System.InvalidOperationException")]
    [InlineData("POST", "web/roleassignments/addroleassignment(principalid=99,roledefid=1073741827)", null, "404 -2146232832, Microsoft.SharePoint.SPException")]
    [InlineData("POST", "web/roleassignments/addroleassignment(principalid=5,roledefid=7)", null, "400 -2147024809, System.ArgumentException")]
    [InlineData("POST", "web/roleassignments/removeroleassignment(principalid=99,roledefid=1073741827)", null, "404 -2146232832, Microsoft.SharePoint.SPException")]
    [InlineData("DELETE", "web/roleassignments/getbyprincipalid(99)", null, "404 -2146232832, Microsoft.SharePoint.SPException")]
    [InlineData("GET", "web/roleassignments/getbyprincipalid(99)", null, "404 -2146232832, Microsoft.SharePoint.SPException")]
    [InlineData("GET", "web/sitegroups/getbyid(99)", null, "404 -2146232832, Microsoft.SharePoint.SPException")]
    [InlineData("GET", "web/siteusers/getbyid(99)", null, "404 -2146232832, Microsoft.SharePoint.SPException")]
    [InlineData("POST", "web/sitegroups", """{"Title":"Besökare på Ekologiska hållbarhetsgruppen"}""", "500 -2130575293, Microsoft.SharePoint.SPException")]
    [InlineData("POST", "web/sitegroups", """{"Title":""}""", "400 -2147024809, System.ArgumentException")]
    [InlineData("POST", "web/sitegroups(5)/users", """{"LoginName":"nobody@trollhattan.example"}""", "404 -2146232832, Microsoft.SharePoint.SPException")]
    [InlineData("DELETE", "web/sitegroups(5)/users/getbyid(99)", null, "404 -2147024809, System.ArgumentException")]
    public async Task A_wrong_right_or_group_is_refused(string method, string path, string? body, string refusal)
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var answer = await tenant.Setup.RestAsync(method, path.Replace("{list}", list, StringComparison.Ordinal), body, Rest.Plain, ("If-Match", "*"));
        answer.Refusal().ShouldBe(refusal);
    }

    [Theory]
    [InlineData("POST", "web/lists", """{"Title":"x","BaseTemplate":100}""")]
    [InlineData("POST", "{list}/views", """{"Title":"x"}""")]
    [InlineData("POST", "{list}/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)", null)]
    [InlineData("POST", "web/navigation/quicklaunch", """{"Title":"x","Url":"/"}""")]
    public async Task The_runtime_identity_may_not_do_what_setup_does(string method, string path, string? body)
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var runtime = await tenant.AsRuntimeAsync();
        (await runtime.RestAsync(method, path.Replace("{list}", list, StringComparison.Ordinal), body, Rest.Plain)).Refusal()
            .ShouldBe("403 -2147024891, System.UnauthorizedAccessException");
        (await runtime.ReadAsync(list)).Status.ShouldBe(200);
    }
}
