using System.Text;

namespace Hallbarhet.LocalTenant.Tests;

/// <summary>People are judged by their level on the site, list or item, through Graph as through SharePoint REST.</summary>
public sealed class PeopleRightsTests
{
    private const int Members = 5;
    private const int Read = 1073741826;
    private const int Contribute = 1073741827;
    private const int Edit = 1073741830;
    private const int FullControl = 1073741829;

    private static async Task<string> ListAsync(TestTenant tenant, int level, string title = "Meetings")
    {
        var id = await tenant.AddListAsync(title);
        await RestAsync(tenant, $"web/lists(guid'{id}')/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)");
        await RestAsync(tenant, $"web/lists(guid'{id}')/roleassignments/addroleassignment(principalid={Members},roledefid={level})");
        return $"{tenant.Sites}/lists/{id}";
    }

    private static async Task RestAsync(TestTenant tenant, string path, string? body = null, params (string, string)[] headers)
    {
        var answer = await tenant.SharePoint.SendTextAsync("POST", $"/sites/{TestTenant.SiteName}/_api/{path}", body, headers);
        answer.Status.ShouldBeInRange(200, 204, answer.Text);
    }

    [Theory]
    [InlineData(Read, 200, 403, 403, 403)]
    [InlineData(Contribute, 200, 201, 200, 403)]
    [InlineData(Edit, 200, 201, 200, 201)]
    [InlineData(FullControl, 200, 201, 200, 201)]
    public async Task The_level_on_the_list_decides_about_reading_items_and_columns(int level, int read, int add, int change, int column)
    {
        await using var tenant = await TestTenant.StartAsync();
        var list = await ListAsync(tenant, level);
        var row = (await tenant.AsRuntime.SendTextAsync("POST", list + "/items", """{"fields":{"Title":"x"}}""")).Json["id"];
        using var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.GetJsonAsync(list + "/items")).Status.ShouldBe(read);
        (await omar.SendTextAsync("POST", list + "/items", """{"fields":{"Title":"y"}}""")).Status.ShouldBe(add);
        (await omar.SendTextAsync("PATCH", $"{list}/items/{row}/fields", """{"Title":"z"}""")).Status.ShouldBe(change);
        (await omar.SendTextAsync("POST", list + "/columns", """{"name":"Place","text":{}}""")).Status.ShouldBe(column);
    }

    [Fact]
    public async Task A_list_that_a_person_may_not_read_is_left_out_and_refused()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = await tenant.AddListAsync("Utskick");
        await RestAsync(tenant, $"web/lists(guid'{id}')/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)");
        using var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.GetJsonAsync(tenant.Sites + "/lists")).Values.ShouldNotContain(l => l!["displayName"]!.ToString() == "Utskick");
        (await tenant.AsRuntime.GetJsonAsync(tenant.Sites + "/lists")).Values.ShouldContain(l => l!["displayName"]!.ToString() == "Utskick");
        var refused = await omar.GetJsonAsync($"{tenant.Sites}/lists/{id}/items");
        (refused.Status, refused.ErrorCode).ShouldBe((403, "accessDenied"));
    }

    [Fact]
    public async Task A_row_with_roles_of_its_own_is_seen_by_those_alone()
    {
        await using var tenant = await TestTenant.StartAsync();
        var list = await ListAsync(tenant, Contribute);
        foreach (var title in (string[])["open", "closed"])
            _ = await tenant.AsRuntime.SendTextAsync("POST", list + "/items", $$$"""{"fields":{"Title":"{{{title}}}"}}""");
        await RestAsync(tenant, $"web/lists(guid'{list.Split('/')[^1]}')/items(2)/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)");
        using var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.GetJsonAsync(list + "/items")).Values.Count.ShouldBe(1);
        (await omar.GetJsonAsync(list + "/items/2")).Status.ShouldBe(403);
        (await tenant.AsRuntime.GetJsonAsync(list + "/items")).Values.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"ReadSecurity":2,"WriteSecurity":2}""", 1, 403, 201)]
    [InlineData("""{"ReadSecurity":1,"WriteSecurity":2}""", 2, 403, 201)]
    [InlineData("""{"ReadSecurity":1,"WriteSecurity":4}""", 2, 403, 403)]
    public async Task Item_level_permissions_leave_a_contributor_ones_own_rows(string settings, int seen, int changeOthers, int add)
    {
        await using var tenant = await TestTenant.StartAsync();
        var list = await ListAsync(tenant, Contribute);
        using var omar = await tenant.AsAsync(TestTenant.Omar);
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        foreach (var person in (HttpClient[])[omar, karin])
            (await person.SendTextAsync("POST", list + "/items", """{"fields":{"Title":"x"}}""")).Status.ShouldBe(201);
        await RestAsync(tenant, $"web/lists(guid'{list.Split('/')[^1]}')", settings, ("X-HTTP-Method", "MERGE"), ("If-Match", "*"));
        (await omar.GetJsonAsync(list + "/items")).Values.Count.ShouldBe(seen);
        (await omar.SendTextAsync("PATCH", list + "/items/2/fields", """{"Title":"y"}""")).Status.ShouldBe(changeOthers);
        (await omar.SendTextAsync("POST", list + "/items", """{"fields":{"Title":"z"}}""")).Status.ShouldBe(add);
    }

    [Fact]
    public async Task Files_and_pages_are_judged_by_their_library()
    {
        await using var tenant = await TestTenant.StartAsync();
        var library = (await tenant.AsSetup.GetJsonAsync(tenant.Sites + "/lists/Shared%20Documents")).Json["id"];
        var pages = (await tenant.AsSetup.GetJsonAsync(tenant.Sites + "/lists/SitePages")).Json["id"];
        foreach (var id in new[] { library, pages })
        {
            await RestAsync(tenant, $"web/lists(guid'{id}')/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)");
            await RestAsync(tenant, $"web/lists(guid'{id}')/roleassignments/addroleassignment(principalid={Members},roledefid={Read})");
        }
        _ = await tenant.AsRuntime.SendBytesAsync("PUT", tenant.Sites + "/drive/root:/a.txt:/content", Encoding.UTF8.GetBytes("a"));
        using var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.GetJsonAsync(tenant.Sites + "/drive/root/children")).Values.Count.ShouldBe(1);
        (await omar.SendBytesAsync("PUT", tenant.Sites + "/drive/root:/a.txt:/content", Encoding.UTF8.GetBytes("b"))).Status.ShouldBe(403);
        (await omar.SendTextAsync("POST", tenant.Sites + "/drive/root:/b.txt:/createUploadSession", "{}")).Status.ShouldBe(403);
        (await omar.SendTextAsync("POST", tenant.Sites + "/pages", """{"@odata.type":"#microsoft.graph.sitePage","name":"x.aspx","title":"x"}""")).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData(TestTenant.Karin, 204)]
    [InlineData(TestTenant.Omar, 403)]
    public async Task An_owner_of_the_group_adds_members_and_a_member_does_not(string person, int status)
    {
        await using var tenant = await TestTenant.StartAsync();
        var nils = await tenant.AddUserAsync("nils.utanfor@trollhattan.example", "Nils Utanför");
        using var client = await tenant.AsAsync(person);
        (await client.SendTextAsync("POST", $"/v1.0/groups/{tenant.GroupId}/members/$ref",
            $$"""{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/{{nils}}"}""")).Status.ShouldBe(status);
        (await client.SendTextAsync("POST", "/v1.0/groups", "{}")).ErrorCode.ShouldBe("Authorization_RequestDenied");
        (await client.GetJsonAsync(tenant.Sites + "/permissions")).Status.ShouldBe(403);
    }
}
