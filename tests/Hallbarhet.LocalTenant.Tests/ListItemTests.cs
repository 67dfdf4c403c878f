namespace Hallbarhet.LocalTenant.Tests;

public sealed class ListItemTests
{
    private static readonly JsonObject Status = (JsonObject)JsonNode.Parse(
        """{"name":"Status","indexed":true,"choice":{"choices":["Öppen","Klar"],"displayAs":"dropDownMenu"},"defaultValue":{"value":"Öppen"}}""")!;

    private static readonly JsonObject Key = (JsonObject)JsonNode.Parse("""{"name":"MailKey","indexed":true,"enforceUniqueValues":true,"text":{}}""")!;

    private static JsonObject Column(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static async Task<(TestTenant Tenant, string Items)> ListAsync(params JsonObject[] columns)
    {
        var tenant = await TestTenant.StartAsync();
        var id = await tenant.AddListAsync("Actions", [.. columns.Select(c => (JsonObject)c.DeepClone())]);
        return (tenant, $"{tenant.Sites}/lists/{id}/items");
    }

    private static Task<Answer> AddAsync(TestTenant tenant, string items, string fields) =>
        tenant.AsRuntime.SendTextAsync("POST", items, $$"""{"fields":{{fields}}}""");

    [Fact]
    public async Task A_list_keeps_the_name_of_its_creation_when_it_is_renamed()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = await tenant.AddListAsync("Meetings");
        _ = await tenant.AsSetup.SendTextAsync("PATCH", $"{tenant.Sites}/lists/{id}", """{"displayName":"Möten"}""");
        var list = (await tenant.AsSetup.GetJsonAsync($"{tenant.Sites}/lists/Möten")).Json;
        list["name"]!.GetValue<string>().ShouldBe("Meetings");
        list["webUrl"]!.GetValue<string>().ShouldEndWith($"/sites/{TestTenant.SiteName}/Lists/Meetings");
    }

    [Fact]
    public async Task A_new_row_gets_defaults_and_an_etag_that_guards_the_next_write()
    {
        var (tenant, items) = await ListAsync(Status);
        await using var running = tenant;
        var row = (await AddAsync(tenant, items, """{"Title":"Kartlägg"}""")).Json;
        row["fields"]!["Status"]!.GetValue<string>().ShouldBe("Öppen");
        var etag = row["eTag"]!.GetValue<string>();
        var fields = $"{items}/{row["id"]}/fields";
        (await tenant.AsRuntime.SendTextAsync("PATCH", fields, """{"Status":"Klar"}""", ("If-Match", etag))).Status.ShouldBe(200);
        (await tenant.AsRuntime.SendTextAsync("PATCH", fields, """{"Status":"Öppen"}""", ("If-Match", etag))).Status.ShouldBe(412);
    }

    [Theory]
    [InlineData("""{"Nope":"x"}""", 400, "Field 'Nope' is not recognized")]
    [InlineData("""{"Status":"Kanske"}""", 400, "not one of the choices")]
    [InlineData("""{"Status":7}""", 400, "does not have the type of its column")]
    [InlineData("""{"Minutes":"7"}""", 400, "does not have the type of its column")]
    [InlineData("""{"Place":null}""", 400, "required")]
    [InlineData("""{"ChairLookupId":4711}""", 400, "could not be found")]
    [InlineData("""{"Chair":"Karin"}""", 400, "ChairLookupId")]
    [InlineData("""{"ParentLookupId":4711}""", 400, "does not exist")]
    [InlineData("""{"Tags":["a"]}""", 400, "Tags@odata.type")]
    [InlineData("""{"MailKey":"k1"}""", 409, "duplicate values")]
    [InlineData("""{"Created":"2026-01-01T00:00:00Z"}""", 400, "read-only")]
    [InlineData("""{"Minutes":0}""", 400, "minimum and maximum")]
    [InlineData("""{"Minutes":481}""", 400, "minimum and maximum")]
    [InlineData("""{"Code":"12345"}""", 400, "Invalid text value")]
    [InlineData("""{"Link":{"Url":"https://x.example","Description":"X"}}""", 400, "not acceptable")]
    [InlineData("""{"Held":"i morgon"}""", 400, "does not have the type of its column")]
    [InlineData("""{"Standing":"ja"}""", 400, "does not have the type of its column")]
    [InlineData("""{"PresentLookupId@odata.type":"Collection(Edm.Int32)","PresentLookupId":[4711]}""", 400, "could not be found")]
    [InlineData("""{"GoalsLookupId@odata.type":"Collection(Edm.Int32)","GoalsLookupId":[4711]}""", 400, "does not exist")]
    public async Task A_value_that_the_column_cannot_hold_is_refused(string fields, int status, string words)
    {
        await using var tenant = await TestTenant.StartAsync();
        var other = await tenant.AddListAsync("Goals");
        var id = await tenant.AddListAsync("Meetings", Column(Status.ToJsonString()), Column(Key.ToJsonString()), Column("""{"name":"Minutes","number":{"minimum":1,"maximum":480}}"""),
            Column("""{"name":"Code","text":{"maxLength":4}}"""), Column("""{"name":"Link","hyperlinkOrPicture":{}}"""),
            Column("""{"name":"Held","dateTime":{"format":"dateTime"}}"""), Column("""{"name":"Standing","boolean":{}}"""),
            Column("""{"name":"Present","personOrGroup":{"allowMultipleSelection":true}}"""),
            Column("""{"name":"Goals","lookup":{"listId":"ID","allowMultipleValues":true}}""".Replace("ID", other, StringComparison.Ordinal)),
            Column("""{"name":"Place","required":true,"text":{}}"""), Column("""{"name":"Chair","personOrGroup":{}}"""),
            Column("""{"name":"Parent","lookup":{"listId":"ID","columnName":"Title"}}""".Replace("ID", other, StringComparison.Ordinal)),
            Column("""{"name":"Tags","choice":{"choices":["a"],"displayAs":"checkBoxes"}}"""));
        var items = $"{tenant.Sites}/lists/{id}/items";
        (await AddAsync(tenant, items, """{"Title":"Ett","Place":"x","MailKey":"k1"}""")).Status.ShouldBe(201);
        (await AddAsync(tenant, items, """{"Title":"Två","Place":"x","MailKey":"k2"}""")).Status.ShouldBe(201);
        var answer = await tenant.AsRuntime.SendTextAsync("PATCH", $"{items}/2/fields", fields);
        answer.Status.ShouldBe(status, answer.Text);
        answer.Message.ShouldContain(words);
    }

    [Fact]
    public async Task Text_longer_than_255_characters_is_refused_and_a_note_takes_it()
    {
        var (tenant, items) = await ListAsync(Column("""{"name":"Note","text":{"allowMultipleLines":true}}"""));
        await using var running = tenant;
        var text = new string('å', 256);
        (await AddAsync(tenant, items, $$"""{"Title":"{{text}}"}""")).Message.ShouldContain("Invalid text value");
        (await AddAsync(tenant, items, $$"""{"Title":"x","Note":"{{text}}"}""")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task People_and_lookups_are_written_by_id_and_read_as_text_ids_or_as_lists()
    {
        await using var tenant = await TestTenant.StartAsync();
        var karin = await tenant.EnsureUserAsync(TestTenant.Karin);
        var goals = await tenant.AddListAsync("Goals");
        _ = await AddAsync(tenant, $"{tenant.Sites}/lists/{goals}/items", """{"Title":"Frisk luft"}""");
        var id = await tenant.AddListAsync("Meetings", Column("""{"name":"Chair","personOrGroup":{"chooseFromType":"peopleOnly"}}"""),
            Column("""{"name":"Goals","lookup":{"listId":"ID","columnName":"Title","allowMultipleValues":true}}""".Replace("ID", goals, StringComparison.Ordinal)));
        var answer = await AddAsync(tenant, $"{tenant.Sites}/lists/{id}/items",
            $$"""{"Title":"Möte","ChairLookupId":{{karin}},"GoalsLookupId@odata.type":"Collection(Edm.Int32)","GoalsLookupId":[1]}""");
        var fields = answer.Json["fields"]!;
        fields["ChairLookupId"]!.GetValue<string>().ShouldBe(karin.ToString(System.Globalization.CultureInfo.InvariantCulture));
        fields["Goals"]![0]!["LookupValue"]!.GetValue<string>().ShouldBe("Frisk luft");
        (await tenant.AsRuntime.SendTextAsync("DELETE", $"{tenant.Sites}/lists/{goals}/items/1", null)).Status.ShouldBe(204);
        var after = await tenant.AsRuntime.GetJsonAsync($"{tenant.Sites}/lists/{id}/items/1?$expand=fields($select=Title,Goals)");
        after.Json["fields"]!["Goals"].ShouldBeNull();
    }

    [Fact]
    public async Task Pages_follow_each_other_by_an_opaque_link_until_all_rows_are_read()
    {
        var (tenant, items) = await ListAsync(Status);
        await using var running = tenant;
        for (var n = 1; n <= 7; n++) (await AddAsync(tenant, items, $$"""{"Title":"Rad {{n}}"}""")).Status.ShouldBe(201);
        var titles = new List<string>();
        for (string? next = items + "?$expand=fields($select=Title)&$top=3"; next is not null;)
        {
            var page = await tenant.AsRuntime.GetJsonAsync(next);
            titles.AddRange(page.Values.Select(v => v!["fields"]!["Title"]!.GetValue<string>()));
            next = page.Json["@odata.nextLink"]?.GetValue<string>();
        }
        titles.ShouldBe(Enumerable.Range(1, 7).Select(n => $"Rad {n}"));
    }

    [Theory]
    [InlineData("fields/Status eq 'Klar'", "1,3")]
    [InlineData("fields/Status ne 'Klar'", "2")]
    [InlineData("fields/DueOn ge '2026-03-01T00:00:00Z' and fields/DueOn lt '2026-04-01T00:00:00Z'", "2")]
    [InlineData("fields/DueOn lt 2026-03-01T00:00:00Z or fields/Status eq 'Öppen'", "1,2")]
    [InlineData("not (fields/Status eq 'Klar')", "2")]
    [InlineData("startswith(fields/Code,'b')", "2,3")]
    [InlineData("fields/Code eq null", "1")]
    [InlineData("fields/id gt 1", "2,3")]
    public async Task Filters_on_indexed_columns_find_the_rows(string filter, string expected)
    {
        var (tenant, items) = await ListAsync(Status, Column("""{"name":"DueOn","indexed":true,"dateTime":{"format":"dateOnly"}}"""),
            Column("""{"name":"Code","indexed":true,"text":{}}"""));
        await using var running = tenant;
        _ = await AddAsync(tenant, items, """{"Title":"a","Status":"Klar","DueOn":"2026-02-10"}""");
        _ = await AddAsync(tenant, items, """{"Title":"b","DueOn":"2026-03-10","Code":"b1"}""");
        _ = await AddAsync(tenant, items, """{"Title":"c","Status":"Klar","DueOn":"2026-04-10","Code":"B2"}""");
        var answer = await tenant.AsRuntime.GetJsonAsync($"{items}?$filter={Uri.EscapeDataString(filter)}");
        string.Join(',', answer.Values.Select(v => v!["id"]!.GetValue<string>())).ShouldBe(expected);
    }

    [Fact]
    public async Task An_unindexed_column_can_only_be_used_by_those_who_say_that_it_may_fail()
    {
        var (tenant, items) = await ListAsync(Column("""{"name":"Place","text":{}}"""));
        await using var running = tenant;
        _ = await AddAsync(tenant, items, """{"Title":"a","Place":"Stadshuset"}""");
        var url = items + "?$filter=fields/Place eq 'Stadshuset'";
        (await tenant.AsRuntime.GetJsonAsync(url)).Message.ShouldContain("not indexed");
        (await tenant.AsRuntime.GetJsonAsync(items + "?$orderby=fields/Place")).Status.ShouldBe(400);
        var daring = await tenant.AsRuntime.GetJsonAsync(url, ("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly"));
        daring.Values.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_version_history_tells_who_changed_what()
    {
        var (tenant, items) = await ListAsync(Status);
        await using var running = tenant;
        _ = await AddAsync(tenant, items, """{"Title":"a"}""");
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        _ = await tenant.Raw.SendTextAsync("POST", "/_tenant/clock", """{"advance":"1.00:00:00"}""");
        _ = await karin.SendTextAsync("PATCH", items + "/1/fields", """{"Status":"Klar"}""");
        var versions = (await tenant.AsRuntime.GetJsonAsync(items + "/1/versions?$expand=fields")).Values;
        versions.Select(v => v!["id"]!.GetValue<string>()).ShouldBe(["2.0", "1.0"]);
        versions.Select(v => v!["fields"]!["Status"]!.GetValue<string>()).ShouldBe(["Klar", "Öppen"]);
        versions[0]!["lastModifiedBy"]!["user"]!["displayName"]!.GetValue<string>().ShouldBe("Karin Exempelius");
        versions[0]!["lastModifiedDateTime"]!.GetValue<string>().ShouldBe("2026-01-06T08:00:00Z");
    }

    [Fact]
    public async Task More_than_twelve_lookup_columns_in_one_query_are_refused()
    {
        var columns = Enumerable.Range(1, 13).Select(n => Column("""{"name":"P","personOrGroup":{}}""".Replace("P\"", $"P{n}\"", StringComparison.Ordinal))).ToArray();
        var (tenant, items) = await ListAsync(columns);
        await using var running = tenant;
        (await tenant.AsRuntime.GetJsonAsync(items + "?$expand=fields")).Message.ShouldContain("lookup column threshold");
        (await tenant.AsRuntime.GetJsonAsync(items + "?$expand=fields($select=P1,P2)")).Status.ShouldBe(200);
        (await tenant.AsRuntime.GetJsonAsync(items + "?$expand=fields($select=P99)")).Message.ShouldContain("'P99' is not recognized");
    }

    [Theory]
    [InlineData("""{"name":"A","text":{},"number":{}}""", "exactly one type facet")]
    [InlineData("""{"name":"Status","text":{}}""", "duplicate field name")]
    [InlineData("""{"name":"A","indexed":true,"text":{"allowMultipleLines":true}}""", "cannot be indexed")]
    [InlineData("""{"name":"A","enforceUniqueValues":true,"text":{}}""", "must be indexed")]
    [InlineData("""{"name":"A","lookup":{"listId":"00000000-0000-0000-0000-000000000000"}}""", "does not exist")]
    [InlineData("""{"name":"A","colour":{}}""", "does not exist on type")]
    [InlineData("""{"name":"A","indexed":true,"hyperlinkOrPicture":{}}""", "cannot be indexed")]
    [InlineData("""{"name":"A","text":{"maxLength":300}}""", "between 1 and 255")]
    [InlineData("""{"name":"A","dateTime":{"format":"weekly"}}""", "is not a value of")]
    [InlineData("""{"name":"A","number":{"minimum":9,"maximum":1}}""", "above its maximum")]
    public async Task A_column_that_SharePoint_would_refuse_is_refused(string column, string words)
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = await tenant.AddListAsync("Meetings", Column(Status.ToJsonString()));
        var answer = await tenant.AsSetup.SendTextAsync("POST", $"{tenant.Sites}/lists/{id}/columns", column);
        answer.Status.ShouldBeInRange(400, 409);
        answer.Message.ShouldContain(words);
    }

    [Theory]
    [InlineData("calculated")]
    [InlineData("currency")]
    [InlineData("term")]
    public async Task A_column_type_that_nobody_needs_is_refused_loudly(string facet)
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = await tenant.AddListAsync("Meetings");
        var answer = await tenant.AsSetup.SendTextAsync("POST", $"{tenant.Sites}/lists/{id}/columns", $$"""{"name":"A","{{facet}}":{} }""");
        (answer.Status, answer.ErrorCode).ShouldBe((501, "notImplemented"));
    }

    [Fact]
    public async Task Unique_values_cannot_be_enforced_where_there_are_duplicates()
    {
        var (tenant, items) = await ListAsync(Column("""{"name":"Key","indexed":true,"text":{}}"""));
        await using var running = tenant;
        _ = await AddAsync(tenant, items, """{"Key":"a"}""");
        var second = await AddAsync(tenant, items, """{"Key":"A"}""");
        var column = items.Replace("/items", "/columns/Key", StringComparison.Ordinal);
        (await tenant.AsSetup.SendTextAsync("PATCH", column, """{"enforceUniqueValues":true}""")).Message.ShouldContain("duplicate values");
        _ = await tenant.AsRuntime.SendTextAsync("PATCH", $"{items}/{second.Json["id"]}/fields", """{"Key":"b"}""");
        (await tenant.AsSetup.SendTextAsync("PATCH", column, """{"enforceUniqueValues":true}""")).Status.ShouldBe(200);
        (await AddAsync(tenant, items, """{"Key":"B"}""")).Status.ShouldBe(409);
        _ = await tenant.AsRuntime.SendTextAsync("DELETE", $"{items}/{second.Json["id"]}", null);
        (await AddAsync(tenant, items, """{"Key":"B"}""")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Attachments_are_kept_by_SharePoint_and_flagged_in_Graph()
    {
        var (tenant, items) = await ListAsync(Status);
        await using var running = tenant;
        _ = await AddAsync(tenant, items, """{"Title":"a"}""");
        var files = $"/sites/{TestTenant.SiteName}/_api/web/lists/getbytitle('Actions')/items(1)/AttachmentFiles";
        (await tenant.SharePoint.SendBytesAsync("POST", files + "/add(FileName='Underlag å.txt')", [1, 2, 3])).Status.ShouldBe(200);
        var list = await tenant.SharePoint.GetJsonAsync(files);
        list.Values[0]!["FileName"]!.GetValue<string>().ShouldBe("Underlag å.txt");
        (await tenant.SharePoint.GetJsonAsync(files + "('Underlag å.txt')/$value")).Bytes.ShouldBe([1, 2, 3]);
        var row = await tenant.AsRuntime.GetJsonAsync(items + "/1?$expand=fields($select=Attachments)");
        row.Json["fields"]!["Attachments"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Deleting_all_versions_leaves_the_current_one_and_its_number()
    {
        var (tenant, items) = await ListAsync(Status);
        await using var running = tenant;
        _ = await AddAsync(tenant, items, """{"Title":"a"}""");
        _ = await tenant.AsRuntime.SendTextAsync("PATCH", items + "/1/fields", """{"Title":"b"}""");
        var deleteAll = $"/sites/{TestTenant.SiteName}/_api/web/lists/getbytitle('Actions')/items(1)/versions/deleteAll";
        (await tenant.SharePoint.SendTextAsync("POST", deleteAll, null)).Status.ShouldBe(200);
        var versions = (await tenant.AsRuntime.GetJsonAsync(items + "/1/versions")).Values;
        versions.Select(v => v!["id"]!.GetValue<string>()).ShouldBe(["2.0"]);
    }
}
