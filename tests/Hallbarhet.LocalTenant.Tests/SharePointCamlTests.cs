using System.Text.Json.Nodes;

namespace Hallbarhet.LocalTenant.Tests;

/// <summary>The tenant's clock stands on 5 January 2026.</summary>
public sealed class SharePointCamlTests
{
    private static readonly string[] Columns =
    [
        "<Field Type='Choice' DisplayName='Status' Name='Status'><CHOICES><CHOICE>Ny</CHOICE><CHOICE>Klar</CHOICE></CHOICES></Field>",
        "<Field Type='User' DisplayName='Ansvarig' Name='Owner' />",
        "<Field Type='UserMulti' DisplayName='Deltar' Name='Present' Mult='TRUE' />",
        "<Field Type='DateTime' DisplayName='Klart senast' Name='Due' Format='DateOnly' />",
        "<Field Type='DateTime' DisplayName='Börjar' Name='Starts' Format='DateTime' />",
        "<Field Type='Number' DisplayName='Tid' Name='Minutes' />",
        "<Field Type='Boolean' DisplayName='Stående' Name='Standing' />",
        "<Field Type='MultiChoice' DisplayName='Kanal' Name='Channels'><CHOICES><CHOICE>Webb</CHOICE><CHOICE>Film</CHOICE></CHOICES></Field>",
    ];

    private static string Form(params (string Name, string Value)[] fields) => new JsonObject
    {
        ["formValues"] = new JsonArray([.. fields.Select(f => new JsonObject { ["FieldName"] = f.Name, ["FieldValue"] = f.Value })]),
    }.ToJsonString();

    private static string Person(string upn) => new JsonArray(new JsonObject { ["Key"] = "i:0#.f|membership|" + upn }).ToJsonString();

    private static async Task<(RestTenant Tenant, string List)> ListAsync()
    {
        var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        foreach (var column in Columns) await tenant.AddFieldAsync(list, column);
        var goals = await tenant.AddListAsync("Mål");
        foreach (var goal in (string[])["Klimat", "Vatten"]) await AddAsync(tenant, goals, ("Title", goal));
        await tenant.AddFieldAsync(list, $"<Field Type='LookupMulti' Mult='TRUE' DisplayName='Mål' Name='Goals' List='{goals.Split('\'')[1]}' ShowField='Title' />");
        await AddAsync(tenant, list, ("Title", "Åtgärd"), ("Status", "Ny"), ("Owner", Person(TestTenant.Karin)), ("Due", "2026-01-05"), ("Minutes", "10"), ("Standing", "1"), ("Goals", "1;#;#2;#"));
        await AddAsync(tenant, list, ("Title", "Beslut"), ("Status", "Klar"), ("Owner", Person(TestTenant.Omar)), ("Due", "2026-01-12"), ("Starts", "2026-01-05 23:30"), ("Minutes", "5"), ("Channels", ";#Webb;#"));
        await AddAsync(tenant, list, ("Title", "Zebra"), ("Due", "2025-12-31"), ("Starts", "2026-01-06 00:30"), ("Standing", "0"), ("Goals", "2"), ("Channels", ";#Webb;#Film;#"), ("Present", Person(TestTenant.Karin)));
        return (tenant, list);
    }

    private static async Task AddAsync(RestTenant tenant, string list, params (string Name, string Value)[] fields)
    {
        var added = await tenant.Setup.CallAsync(list + "/AddValidateUpdateItemUsingPath", Form(fields));
        added.Values.ShouldAllBe(v => !v!["HasException"]!.GetValue<bool>(), added.Text);
    }

    private static Task<Answer> QueryAsync(HttpClient client, string list, string query, string rest = "") => client.CallAsync(list + "/GetItems",
        new JsonObject { ["query"] = new JsonObject { ["ViewXml"] = $"<View><Query>{query}</Query>{rest}</View>" } }.ToJsonString());

    private static string Where(string operation, string field, string type, string value, string attributes = "") =>
        $"<Where><{operation}><FieldRef Name='{field}' {attributes}/><Value Type='{type}'>{value}</Value></{operation}></Where>";

    [Theory]
    [InlineData("Eq", "Status", "Text", "ny", "Åtgärd")]
    [InlineData("Neq", "Status", "Text", "Ny", "Beslut Zebra")]
    [InlineData("Gt", "Minutes", "Number", "5", "Åtgärd")]
    [InlineData("Geq", "Minutes", "Number", "5", "Åtgärd Beslut")]
    [InlineData("Lt", "Minutes", "Number", "10", "Beslut")]
    [InlineData("Leq", "Minutes", "Number", "10", "Åtgärd Beslut")]
    [InlineData("Eq", "ID", "Counter", "2", "Beslut")]
    [InlineData("Eq", "Standing", "Boolean", "1", "Åtgärd")]
    [InlineData("Neq", "Standing", "Boolean", "1", "Beslut Zebra")]
    [InlineData("Contains", "Title", "Text", "ES", "Beslut")]
    [InlineData("BeginsWith", "Title", "Text", "z", "Zebra")]
    [InlineData("Contains", "Goals", "Text", "vatt", "Åtgärd Zebra")]
    [InlineData("Eq", "Channels", "Text", "Film", "Zebra")]
    [InlineData("Neq", "Channels", "Text", "Film", "Åtgärd Beslut")]
    [InlineData("Eq", "Owner", "Text", "Karin Exempelius", "Åtgärd")]
    [InlineData("Contains", "Owner", "Text", "testlund", "Beslut")]
    [InlineData("Eq", "Due", "DateTime", "2026-01-05T00:00:00Z", "Åtgärd")]
    [InlineData("Lt", "Due", "DateTime", "<Today/>", "Zebra")]
    [InlineData("Geq", "Due", "DateTime", "<Today OffsetDays='7'/>", "Beslut")]
    [InlineData("Eq", "Starts", "DateTime", "<Today/>", "Beslut")]
    [InlineData("Eq", "Starts", "DateTime", "2026-01-06", "Zebra")]
    public async Task An_operator_finds_its_rows(string operation, string field, string type, string value, string titles)
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        (await QueryAsync(tenant.Setup, list, Where(operation, field, type, value))).Texts("Title").ShouldBe(titles.Split(' '));
    }

    [Theory]
    [InlineData("<Where><IsNull><FieldRef Name='Status'/></IsNull></Where>", "Zebra")]
    [InlineData("<Where><IsNotNull><FieldRef Name='Owner'/></IsNotNull></Where>", "Åtgärd Beslut")]
    [InlineData("<Where><In><FieldRef Name='Status'/><Values><Value Type='Text'>Ny</Value><Value Type='Text'>Klar</Value></Values></In></Where>", "Åtgärd Beslut")]
    [InlineData("<Where><In><FieldRef Name='Goals' LookupId='TRUE'/><Values><Value Type='Integer'>1</Value></Values></In></Where>", "Åtgärd")]
    [InlineData("<Where><And><IsNotNull><FieldRef Name='Goals'/></IsNotNull><Or><IsNull><FieldRef Name='Status'/></IsNull><Eq><FieldRef Name='Minutes'/><Value Type='Number'>5</Value></Eq></Or></And></Where>", "Zebra")]
    [InlineData("<Where><Gt><FieldRef Name='Starts'/><Value Type='DateTime' IncludeTimeValue='TRUE'>2026-01-05T23:00:00Z</Value></Gt></Where>", "Zebra")]
    [InlineData("<Where><Gt><FieldRef Name='Starts'/><Value Type='DateTime' IncludeTimeValue='TRUE'>2026-01-05T23:00:00</Value></Gt></Where>", "Beslut Zebra")]
    [InlineData("<OrderBy><FieldRef Name='Title'/></OrderBy>", "Beslut Zebra Åtgärd")]
    [InlineData("<OrderBy><FieldRef Name='Due' Ascending='FALSE'/></OrderBy>", "Beslut Åtgärd Zebra")]
    [InlineData("<GroupBy><FieldRef Name='Status'/></GroupBy><OrderBy><FieldRef Name='Title'/></OrderBy>", "Zebra Beslut Åtgärd")]
    public async Task A_query_finds_and_sorts_its_rows(string query, string titles)
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        (await QueryAsync(tenant.Setup, list, query)).Texts("Title").ShouldBe(titles.Split(' '));
    }

    [Theory]
    [InlineData("Owner", "")]
    [InlineData("Owner", "LookupId='TRUE'")]
    public async Task A_query_knows_who_asks(string field, string attributes)
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        var mine = Where("Eq", field, "Integer", "<UserID/>", attributes);
        (await QueryAsync(await tenant.AsAsync(TestTenant.Omar), list, mine)).Texts("Title").ShouldBe(["Beslut"]);
        (await QueryAsync(await tenant.AsAsync(TestTenant.Karin), list, mine)).Texts("Title").ShouldBe(["Åtgärd"]);
        (await QueryAsync(await tenant.AsAsync(TestTenant.Karin), list, Where("Eq", "Present", "Integer", "<UserID/>"))).Texts("Title").ShouldBe(["Zebra"]);
        (await QueryAsync(tenant.Setup, list, mine)).Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<Where><Eq><FieldRef Name='Nope'/><Value Type='Text'>1</Value></Eq></Where>", "500 -2130575340, Microsoft.SharePoint.SPException")]
    [InlineData("<OrderBy><FieldRef Name='Nope'/></OrderBy>", "500 -2130575340, Microsoft.SharePoint.SPException")]
    [InlineData("<Where><Eq><Value Type='Text'>1</Value></Eq></Where>", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("<Where><Eq><FieldRef Name='Title'/></Eq></Where>", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("<Where><And><IsNull><FieldRef Name='Title'/></IsNull></And></Where>", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("<Where><IsNull><FieldRef Name='Title'/></IsNull><IsNull><FieldRef Name='ID'/></IsNull></Where>", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("<Where><In><FieldRef Name='Title'/><Values/></In></Where>", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("<Where><Eq><FieldRef Name='Due'/><Value Type='DateTime'>snart</Value></Eq></Where>", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("<Where><Eq><FieldRef Name='Minutes'/><Value Type='Number'>tio</Value></Eq></Where>", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("<Where><Eq><FieldRef Name='Due'/><Value Type='DateTime'><Month/></Value></Eq></Where>", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("<Where><Eq><FieldRef Name='Due'/><Value Type='DateTime'><Today OffsetDays='x'/></Value></Eq></Where>", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("<Joins/>", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("<Where><Includes><FieldRef Name='Goals'/><Value Type='Text'>1</Value></Includes></Where>", "501 -1, System.NotImplementedException")]
    public async Task A_query_against_the_rules_is_refused(string query, string refusal)
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        (await QueryAsync(tenant.Setup, list, query)).Refusal().ShouldBe(refusal);
    }

    [Fact]
    public async Task A_stream_of_list_data_is_text_as_a_page_shows_it_and_goes_on_where_it_ended()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        const string View = "<View><ViewFields><FieldRef Name='Title'/><FieldRef Name='Owner'/><FieldRef Name='Starts'/><FieldRef Name='Minutes'/><FieldRef Name='Goals'/><FieldRef Name='Standing'/></ViewFields><RowLimit Paged='TRUE'>2</RowLimit></View>";
        Task<Answer> Render(string? paging) => tenant.Setup.RestAsync("POST", list + "/RenderListDataAsStream", new JsonObject
        {
            ["parameters"] = new JsonObject { ["RenderOptions"] = 2, ["ViewXml"] = View, ["Paging"] = paging },
        }.ToJsonString(), Rest.Verbose, ("If-Match", "*"));
        var first = (await Render(null)).Json;
        (first["FirstRow"]!.GetValue<int>(), first["LastRow"]!.GetValue<int>(), first["RowLimit"]!.GetValue<int>()).ShouldBe((1, 2, 2));
        var rows = first["Row"]!.AsArray();
        (rows[0]!["ID"]!.ToString(), rows[0]!["Owner"]![0]!["title"]!.ToString(), rows[0]!["Standing"]!.ToString(), rows[0]!["Minutes"]!.ToString()).ShouldBe(("1", "Karin Exempelius", "Ja", "10"));
        rows[0]!["Goals"]!.AsArray().Select(g => g!["lookupValue"]!.ToString()).ShouldBe(["Klimat", "Vatten"]);
        (rows[1]!["Starts"]!.ToString(), rows[1]!["Starts."]!.ToString()).ShouldBe(("2026-01-05 23:30", "2026-01-05T22:30:00Z"));
        var second = (await Render(first["NextHref"]!.ToString()[1..])).Json;
        second["Row"]!.AsArray().Select(r => r!["Title"]!.ToString()).ShouldBe(["Zebra"]);
        second.ContainsKey("NextHref").ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"RenderOptions":2,"ViewXml":"<View>"}""", "400 -2147024809, System.ArgumentException")]
    [InlineData("""{"RenderOptions":2,"Paging":"Paged=TRUE"}""", "400 -2147024809, System.ArgumentException")]
    [InlineData("""{"RenderOptions":5639}""", "501 -1, System.NotImplementedException")]
    [InlineData("""{"Colour":1}""", "400 -1, Microsoft.SharePoint.Client.InvalidClientQueryException")]
    public async Task A_stream_against_the_rules_is_refused(string parameters, string refusal)
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        (await tenant.Setup.CallAsync(list + "/RenderListDataAsStream", $$"""{"parameters":{{parameters}}}""")).Refusal().ShouldBe(refusal);
    }

    [Fact]
    public async Task A_long_list_is_searched_by_an_indexed_column_only()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        var items = $"/sites/{tenant.Graph.SiteId}/lists/{list.Split('\'')[1]}/items";
        for (var part = 0; part < 250; part++)
        {
            var requests = string.Join(',', Enumerable.Range(1, 20).Select(n =>
                $$"""{"id":"{{n}}","method":"POST","url":"{{items}}","headers":{"Content-Type":"application/json"},"body":{"fields":{"Title":"x"} } }"""));
            (await tenant.Graph.AsSetup.SendTextAsync("POST", "/v1.0/$batch", $$"""{"requests":[{{requests}}]}""")).Status.ShouldBe(200);
        }
        const string Throttled = "500 -2147024860, Microsoft.SharePoint.SPQueryThrottledException";
        var query = Where("Eq", "Status", "Text", "Ny");
        (await QueryAsync(tenant.Setup, list, query)).Refusal().ShouldBe(Throttled);
        (await QueryAsync(tenant.Setup, list, "<OrderBy><FieldRef Name='Due'/></OrderBy>")).Refusal().ShouldBe(Throttled);
        (await tenant.Setup.ReadAsync(list + "/items?$filter=Status eq 'Ny'")).Refusal().ShouldBe(Throttled);
        (await tenant.Setup.ReadAsync(list + "/items?$filter=Id eq 2")).Texts("Title").ShouldBe(["Beslut"]);
        _ = await tenant.Setup.MergeAsync(list + "/fields/getbyinternalnameortitle('Status')", """{"Indexed":true}""");
        (await QueryAsync(tenant.Setup, list, query)).Texts("Title").ShouldBe(["Åtgärd"]);
    }
}
