using System.Text.Json.Nodes;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class SharePointFormTests
{
    private const string Karin = TestTenant.Karin;

    private static readonly string[] Columns =
    [
        "<Field Type='DateTime' DisplayName='Börjar' Name='StartsAt' Format='DateTime' />",
        "<Field Type='DateTime' DisplayName='Dag' Name='Day' Format='DateOnly' />",
        "<Field Type='Number' DisplayName='Tid' Name='Minutes' />",
        "<Field Type='Boolean' DisplayName='Stående' Name='Standing' />",
        "<Field Type='Choice' DisplayName='Status' Name='Status'><CHOICES><CHOICE>Ny</CHOICE><CHOICE>Klar</CHOICE></CHOICES><Default>Ny</Default></Field>",
        "<Field Type='MultiChoice' DisplayName='Kanal' Name='Channels'><CHOICES><CHOICE>Webb</CHOICE><CHOICE>Film</CHOICE></CHOICES></Field>",
        "<Field Type='User' DisplayName='Ordförande' Name='Chair' />",
        "<Field Type='UserMulti' DisplayName='Närvarande' Name='Present' Mult='TRUE' />",
    ];

    private static async Task<(RestTenant Tenant, string List)> ListAsync()
    {
        var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        foreach (var column in Columns) await tenant.AddFieldAsync(list, column);
        var goals = await tenant.AddListAsync("Mål");
        foreach (var goal in (string[])["Klimat", "Vatten"]) (await AddAsync(tenant.Setup, goals, ("Title", goal))).Status.ShouldBe(200);
        foreach (var (name, type) in ((string, string)[])[("Goal", "Lookup"), ("Goals", "LookupMulti")])
            await tenant.AddFieldAsync(list, $"<Field Type='{type}' Mult='{(type == "Lookup" ? "FALSE" : "TRUE")}' DisplayName='{name}' Name='{name}' List='{goals.Split('\'')[1]}' ShowField='Title' />");
        return (tenant, list);
    }

    private static Task<Answer> AddAsync(HttpClient client, string list, params (string Name, string Value)[] fields) =>
        client.RestAsync("POST", list + "/AddValidateUpdateItemUsingPath", Form(fields, J("listItemCreateInfo", "UnderlyingObjectType")), Rest.Verbose, ("If-Match", "*"));

    private static Task<Answer> UpdateAsync(HttpClient client, string item, params (string Name, string Value)[] fields) =>
        client.RestAsync("POST", item + "/ValidateUpdateListItem", Form(fields, null), Rest.Plain);

    private static (string, JsonNode) J(string name, string inner) => (name, new JsonObject { [inner] = 0 });

    private static string Form((string Name, string Value)[] fields, (string Name, JsonNode Value)? more)
    {
        var body = new JsonObject
        {
            ["bNewDocumentUpdate"] = false,
            ["formValues"] = new JsonArray([.. fields.Select(f => new JsonObject { ["FieldName"] = f.Name, ["FieldValue"] = f.Value })]),
        };
        if (more is var (name, value)) body[name] = value;
        return body.ToJsonString();
    }

    private static string People(params string[] upns) =>
        new JsonArray([.. upns.Select(u => new JsonObject { ["Key"] = "i:0#.f|membership|" + u })]).ToJsonString();

    [Fact]
    public async Task A_form_is_read_in_the_sites_language_and_time_zone()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        var added = await AddAsync(tenant.Setup, list, ("Title", "Möte 3"), ("StartsAt", "2026-03-12 13:00"), ("Day", "2026-03-12"), ("Minutes", "7,5"),
            ("Standing", "1"), ("Channels", ";#Webb;#Film;#"), ("Chair", People(Karin)), ("Present", People(Karin, TestTenant.Omar)), ("Goal", "2;#Vatten"), ("Goals", "1;#;#2;#"));
        added.Status.ShouldBe(200, added.Text);
        added.Values.ShouldAllBe(v => !v!["HasException"]!.GetValue<bool>(), added.Text);
        added.Values[^1]!.ToJsonString().ShouldBe("""{"ErrorCode":0,"ErrorMessage":null,"FieldName":"Id","FieldValue":"1","HasException":false,"ItemId":0}""");
        var fields = (await tenant.Graph.AsSetup.GetJsonAsync($"{tenant.Graph.Sites}/lists/{list.Split('\'')[1]}/items/1/fields")).Json;
        (fields["StartsAt"]!.ToString(), fields["Day"]!.ToString(), fields["Minutes"]!.GetValue<double>()).ShouldBe(("2026-03-12T12:00:00Z", "2026-03-12T00:00:00Z", 7.5));
        (fields["Standing"]!.GetValue<bool>(), fields["Status"]!.ToString(), fields["GoalLookupId"]!.ToString()).ShouldBe((true, "Ny", "2"));
        fields["Channels"]!.ToJsonString().ShouldBe("""["Webb","Film"]""");
        fields["Goals"]!.AsArray().Select(g => g!["LookupValue"]!.ToString()).ShouldBe(["Klimat", "Vatten"]);
        fields["Present"]!.AsArray().Select(p => p!["LookupValue"]!.ToString()).ShouldBe(["Karin Exempelius", "Omar Testlund"]);
    }

    [Fact]
    public async Task An_item_is_read_back_over_REST_with_ids_of_people_and_lookups()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        _ = await AddAsync(tenant.Setup, list, ("Title", "Möte 3"), ("Chair", People(Karin)), ("Goals", "1;#;#2;#"), ("StartsAt", "2026-07-12 13:00:00"));
        var item = (await tenant.Setup.ReadAsync(list + "/items(1)")).Json;
        (item["Id"]!.GetValue<int>(), item["ChairId"]!.GetValue<int>()).ShouldBe((1, await tenant.Graph.EnsureUserAsync(Karin)));
        (item["GoalsId"]!.ToJsonString(), item["StartsAt"]!.ToString(), item["Minutes"]).ShouldBe(("[1,2]", "2026-07-12T11:00:00Z", null));
    }

    [Theory]
    [InlineData("StartsAt", "2026-03-12T13:00:00Z", "Enter a date like this")]
    [InlineData("Day", "12/3 2026", "Enter a date like this")]
    [InlineData("Minutes", "7.5", "Only numbers")]
    [InlineData("Minutes", "många", "Only numbers")]
    [InlineData("Standing", "kanske", "must be 1 or 0")]
    [InlineData("Status", "Borta", "not one of the choices")]
    [InlineData("Channels", ";#Webb;#Radio;#", "not one of the choices")]
    [InlineData("Chair", """[{"Key":"i:0#.f|membership|nobody@trollhattan.example"}]""", "does not exist or is not unique")]
    [InlineData("Chair", "Karin", "JSON")]
    [InlineData("Chair", "[]", "Only one person")]
    [InlineData("Goal", "9", "refers to an item that does not exist")]
    [InlineData("Goals", "1;#;#9;#", "refers to an item that does not exist")]
    [InlineData("Nope", "1", "does not exist")]
    [InlineData("Modified", "2026-03-12", "read-only")]
    public async Task A_wrong_value_is_told_in_its_row_and_nothing_is_written(string field, string value, string words)
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        var added = await AddAsync(tenant.Setup, list, ("Title", "Möte 3"), (field, value));
        added.Status.ShouldBe(200, added.Text);
        added.Values.Select(v => (v!["FieldName"]!.ToString(), v["HasException"]!.GetValue<bool>(), v["ErrorCode"]!.GetValue<int>()))
            .ShouldBe([("Title", false, 0), (field, true, -2146232832)]);
        added.Values[1]!["ErrorMessage"]!.ToString().ShouldContain(words);
        (await tenant.Setup.ReadAsync(list + "/items")).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_required_column_that_the_form_leaves_out_is_named()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        (await tenant.Setup.MergeAsync(list + "/fields/getbyinternalnameortitle('Day')", """{"Required":true}""")).Status.ShouldBe(204);
        var added = await AddAsync(tenant.Setup, list, ("Title", "Möte 3"));
        added.Values.Select(v => (v!["FieldName"]!.ToString(), v["HasException"]!.GetValue<bool>())).ShouldBe([("Title", false), ("Day", true)]);
        (await AddAsync(tenant.Setup, list, ("Title", "Möte 3"), ("Day", ""))).Values.Count(v => v!["HasException"]!.GetValue<bool>()).ShouldBe(1);
    }

    [Fact]
    public async Task An_update_makes_a_version_with_the_name_of_who_made_it()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        _ = await AddAsync(tenant.Setup, list, ("Title", "Möte 3"), ("Minutes", "5"));
        var omar = await tenant.AsAsync(TestTenant.Omar);
        var updated = await UpdateAsync(omar, list.Replace("lists(", "lists/getbyid(", StringComparison.Ordinal) + "/items(1)", ("Status", "Klar"), ("Minutes", ""));
        updated.Values.Select(v => v!.ToJsonString()).First().ShouldBe("""{"ErrorCode":0,"ErrorMessage":null,"FieldName":"Status","FieldValue":"Klar","HasException":false,"ItemId":1}""");
        var versions = await tenant.Graph.AsSetup.GetJsonAsync($"{tenant.Graph.Sites}/lists/{list.Split('\'')[1]}/items/1/versions?$expand=fields");
        versions.Values[0]!["lastModifiedBy"]!["user"]!["displayName"]!.ToString().ShouldBe("Omar Testlund");
        versions.Values[0]!["fields"]!.AsObject().ContainsKey("Minutes").ShouldBeFalse();
    }

    [Fact]
    public async Task A_person_who_may_only_read_is_refused_in_SharePoints_words()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        _ = await AddAsync(tenant.Setup, list, ("Title", "Möte 3"));
        _ = await tenant.Setup.CallAsync(list + "/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)");
        _ = await tenant.Setup.CallAsync(list + "/roleassignments/addroleassignment(principalid=5,roledefid=1073741826)");
        var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.ReadAsync(list + "/items")).Values.Count.ShouldBe(1);
        foreach (var refused in (Answer[])[await AddAsync(omar, list, ("Title", "x")), await UpdateAsync(omar, list + "/items(1)", ("Title", "x"))])
        {
            refused.Refusal().ShouldBe("403 -2147024891, System.UnauthorizedAccessException");
            refused.RefusalText().ShouldBe("Access denied. You do not have permission to perform this action or access this resource.");
        }
    }

    [Fact]
    public async Task A_list_can_be_for_ones_own_items_only()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        _ = await tenant.Setup.CallAsync(list + "/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)");
        _ = await tenant.Setup.CallAsync(list + "/roleassignments/addroleassignment(principalid=5,roledefid=1073741827)");
        _ = await tenant.Setup.MergeAsync(list, """{"ReadSecurity":2,"WriteSecurity":2}""");
        var (omar, karin) = (await tenant.AsAsync(TestTenant.Omar), await tenant.AsAsync(Karin));
        _ = await AddAsync(omar, list, ("Title", "Omars"));
        _ = await AddAsync(karin, list, ("Title", "Karins"));
        (await omar.ReadAsync(list + "/items")).Texts("Title").ShouldBe(["Omars"]);
        (await UpdateAsync(omar, list + "/items(2)", ("Title", "x"))).Refusal().ShouldBe("404 -2130575338, System.ArgumentException");
        _ = await tenant.Setup.MergeAsync(list, """{"ReadSecurity":1,"WriteSecurity":4}""");
        (await UpdateAsync(omar, list + "/items(1)", ("Title", "x"))).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("""{"formValues":[],"listItemCreateInfo":{"UnderlyingObjectType":1}}""", "501 -1, System.NotImplementedException")]
    [InlineData("""{"formValues":[],"colour":1}""", "400 -1, Microsoft.SharePoint.Client.InvalidClientQueryException")]
    [InlineData("[]", "400 -1, Microsoft.SharePoint.Client.InvalidClientQueryException")]
    public async Task A_form_that_is_none_is_refused(string body, string refusal)
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        (await tenant.Setup.CallAsync(list + "/AddValidateUpdateItemUsingPath", body)).Refusal().ShouldBe(refusal);
    }

    [Fact]
    public async Task Items_come_in_pages_whose_link_leads_to_the_next()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        foreach (var title in (string[])["b", "c", "a"]) _ = await AddAsync(tenant.Setup, list, ("Title", title));
        var first = await tenant.Setup.ReadAsync(list + "/items?$top=2&$select=Id,Title&$orderby=Title");
        first.Texts("Title").ShouldBe(["a", "b"]);
        var next = new Uri(first.Json["odata.nextLink"]!.ToString()).PathAndQuery;
        var second = await tenant.Setup.ReadAsync(next);
        second.Texts("Title").ShouldBe(["c"]);
        second.Json.ContainsKey("odata.nextLink").ShouldBeFalse();
        (await tenant.Setup.ReadAsync(list + "/items?$filter=Id eq 2&$top=1")).Texts("Title").ShouldBe(["c"]);
        (await tenant.Setup.ReadAsync(list + "/items?$filter=Nope eq 2")).Refusal().ShouldBe("400 -1, Microsoft.SharePoint.Client.InvalidClientQueryException");
    }
}
