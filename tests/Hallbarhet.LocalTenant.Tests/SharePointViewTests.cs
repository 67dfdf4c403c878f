using System.Text.Json.Nodes;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class SharePointViewTests
{
    private const string Place = "<Field Type='Text' DisplayName='Plats' Name='Place' />";
    private const string Status = "<Field Type='Choice' DisplayName='Status' Name='Status'><CHOICES><CHOICE>Ny</CHOICE></CHOICES></Field>";

    private static async Task<(RestTenant Tenant, string List)> ListAsync()
    {
        var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        await tenant.AddFieldAsync(list, Place);
        await tenant.AddFieldAsync(list, Status);
        return (tenant, list);
    }

    private static string Of(string list, Answer view) => $"{list}/views(guid'{view.Json["Id"]}')";

    private static async Task<string> FieldsAsync(RestTenant tenant, string view) =>
        (await tenant.Setup.ReadAsync(view + "/viewfields")).Json["Items"]!.ToJsonString();

    [Fact]
    public async Task A_view_is_made_by_a_plain_client()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        var made = await tenant.Setup.CallAsync(list + "/views",
            """{"Title":"Öppna","PersonalView":false,"ViewQuery":"<Where><Eq><FieldRef Name='Status'/><Value Type='Text'>Ny</Value></Eq></Where>","RowLimit":50}""");
        made.Status.ShouldBe(201, made.Text);
        (made.Json["Title"]!.ToString(), made.Json["RowLimit"]!.GetValue<int>(), made.Json["DefaultView"]!.GetValue<bool>()).ShouldBe(("Öppna", 50, false));
        made.Json["ServerRelativeUrl"]!.ToString().ShouldBe("/sites/ekologiska-hallbarhetsgruppen/Lists/Möten/Öppna.aspx");
        (await FieldsAsync(tenant, Of(list, made))).ShouldBe("""["Title"]""");
    }

    [Fact]
    public async Task A_view_is_made_as_PnP_makes_it_and_becomes_the_only_default()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        var made = await tenant.Setup.RestAsync("POST", list + "/Views/Add", """
            {"parameters":{"__metadata":{"type":"SP.ViewCreationInformation"},"Paged":true,"PersonalView":false,"Query":"<OrderBy><FieldRef Name='Title'/></OrderBy>",
             "RowLimit":30,"SetAsDefaultView":true,"Title":"Open","ViewFields":{"results":["Title","Status"]},"ViewTypeKind":1,"ViewType2":"NONE","CustomFormatter":"{\"a\":1}"}}
            """, Rest.Verbose, ("If-Match", "*"));
        made.Status.ShouldBe(200, made.Text);
        made.Json["CustomFormatter"]!.ToString().ShouldBe("""{"a":1}""");
        var views = await tenant.Setup.ReadAsync(list + "/views?$select=Title,DefaultView&$filter=DefaultView eq true");
        views.Texts("Title").ShouldBe(["Open"]);
        (await tenant.Setup.ReadAsync(list + "/DefaultView?$select=Title,ViewFields&$expand=ViewFields")).Json["ViewFields"]!["Items"]!.ToJsonString()
            .ShouldBe("""["Title","Status"]""");
    }

    [Fact]
    public async Task A_view_is_changed_by_both_kinds_of_client()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        var view = Of(list, await tenant.Setup.CallAsync(list + "/views", """{"Title":"Öppna"}"""));
        (await tenant.Setup.MergeAsync(view, """{"DefaultView":true,"RowLimit":100,"Paged":true}""")).Status.ShouldBe(204);
        (await tenant.Setup.PnpPatchAsync(view, """{"__metadata":{"type":"SP.View"},"Title":"Alla öppna","CustomFormatter":"{}","ViewQuery":"<GroupBy><FieldRef Name='Status'/></GroupBy>"}""")).Status.ShouldBe(204);
        var now = (await tenant.Setup.ReadAsync(list + "/defaultview")).Json;
        (now["Title"]!.ToString(), now["RowLimit"]!.GetValue<int>(), now["CustomFormatter"]!.ToString(), now["ViewQuery"]!.ToString())
            .ShouldBe(("Alla öppna", 100, "{}", "<GroupBy><FieldRef Name='Status'/></GroupBy>"));
        now["ListViewXml"]!.ToString().ShouldContain("<RowLimit Paged=\"TRUE\">100</RowLimit>");
        (await tenant.Setup.ReadAsync(list + "/views?$filter=DefaultView eq true")).Values.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_columns_of_a_view_are_added_moved_and_removed()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        var view = list + "/views/getbytitle('Alla objekt')";
        (await tenant.Setup.CallAsync(view + "/viewfields/addviewfield('Status')")).Text.ShouldBe("""{"odata.null":true}""");
        (await tenant.Setup.CallAsync(view + "/viewfields/addviewfield", """{"strField":"Place"}""")).Status.ShouldBe(200);
        (await tenant.Setup.CallAsync(view + "/viewfields/addviewfield('Place')")).Status.ShouldBe(200);
        (await tenant.Setup.CallAsync(view + "/viewfields/moveviewfieldto", """{"field":"Place","index":0}""")).Status.ShouldBe(200);
        (await FieldsAsync(tenant, view)).ShouldBe("""["Place","Title","Status"]""");
        (await tenant.Setup.CallAsync(view + "/viewfields/removeviewfield", """{"strField":"Title"}""")).Status.ShouldBe(200);
        (await FieldsAsync(tenant, view)).ShouldBe("""["Place","Status"]""");
        (await tenant.Setup.CallAsync(view + "/viewfields/removeallviewfields")).Status.ShouldBe(200);
        (await FieldsAsync(tenant, view)).ShouldBe("[]");
    }

    [Fact]
    public async Task A_view_takes_over_the_XML_that_it_is_given()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        var view = list + "/views/getbytitle('Alla objekt')";
        var xml = "<View><Query><OrderBy><FieldRef Name='Place' Ascending='FALSE'/></OrderBy></Query><ViewFields><FieldRef Name='LinkTitle'/><FieldRef Name='Place'/></ViewFields><RowLimit Paged='FALSE'>5</RowLimit></View>";
        var set = await tenant.Setup.CallAsync(view + "/SetViewXml", new JsonObject { ["viewXml"] = xml }.ToJsonString());
        set.Status.ShouldBe(200, set.Text);
        var now = (await tenant.Setup.ReadAsync(view + "?$select=RowLimit,Paged,ViewQuery,ViewFields&$expand=ViewFields")).Json;
        (now["RowLimit"]!.GetValue<int>(), now["Paged"]!.GetValue<bool>()).ShouldBe((5, false));
        now["ViewQuery"]!.ToString().ShouldBe("""<OrderBy><FieldRef Name="Place" Ascending="FALSE" /></OrderBy>""");
        now["ViewFields"]!["Items"]!.ToJsonString().ShouldBe("""["LinkTitle","Place"]""");
    }

    [Fact]
    public async Task Only_a_view_that_is_not_the_default_can_be_deleted()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        var view = Of(list, await tenant.Setup.CallAsync(list + "/views", """{"Title":"Öppna"}"""));
        (await tenant.Setup.RemoveAsync(view)).Status.ShouldBe(200);
        (await tenant.Setup.RemoveAsync(list + "/views/getbytitle('Alla objekt')")).Refusal().ShouldBe("500 -2146233079, System.InvalidOperationException");
        (await tenant.Setup.ReadAsync(list + "/views")).Texts("Title").ShouldBe(["Alla objekt"]);
    }

    [Theory]
    [InlineData("views", """{"Title":"x","ViewQuery":"<Where><Eq><FieldRef Name='Nope'/><Value Type='Text'>1</Value></Eq></Where>"}""", "500 -2130575340, Microsoft.SharePoint.SPException")]
    [InlineData("views", """{"Title":"x","ViewQuery":"<Where>"}""", "500 -2147467259, Microsoft.SharePoint.SPException")]
    [InlineData("views", """{"ViewQuery":""}""", "400 -2147024809, System.ArgumentException")]
    [InlineData("views", """{"Title":"x","CustomFormatter":"[]"}""", "400 -2147024809, System.ArgumentException")]
    [InlineData("views", """{"Title":"x","RowLimit":0}""", "400 -2147024809, System.ArgumentException")]
    [InlineData("views", """{"Title":"x","Colour":"red"}""", "400 -1, Microsoft.SharePoint.Client.InvalidClientQueryException")]
    [InlineData("views", """{"Title":"x","PersonalView":true}""", "501 -1, System.NotImplementedException")]
    [InlineData("views/add", """{"parameters":{"Title":"x","ViewFields":["Nope"]}}""", "400 -2147024809, System.ArgumentException")]
    [InlineData("views/add", """{"parameters":{"Title":"x","ViewTypeKind":524288}}""", "501 -1, System.NotImplementedException")]
    [InlineData("defaultview/viewfields/addviewfield('Nope')", null, "400 -2147024809, System.ArgumentException")]
    [InlineData("defaultview/viewfields/moveviewfieldto", """{"field":"Title","index":7}""", "400 -2147024809, System.ArgumentException")]
    [InlineData("views", """{"Title":"x","RowLimit":"många"}""", "400 -1, Microsoft.SharePoint.Client.InvalidClientQueryException")]
    [InlineData("defaultview/SetViewXml", """{"viewXml":"<View><RowLimit>många</RowLimit></View>"}""", "400 -2147024809, System.ArgumentException")]
    [InlineData("defaultview/SetViewXml", """{"viewXml":"<Query/>"}""", "400 -2147024809, System.ArgumentException")]
    public async Task A_view_against_the_rules_is_refused(string path, string? body, string refusal)
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        (await tenant.Setup.CallAsync($"{list}/{path}", body)).Refusal().ShouldBe(refusal);
        (await tenant.Setup.ReadAsync(list + "/views")).Values.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_default_view_cannot_simply_stop_being_it()
    {
        var (tenant, list) = await ListAsync();
        await using var running = tenant;
        (await tenant.Setup.MergeAsync(list + "/defaultview", """{"DefaultView":false}""")).Refusal().ShouldBe("500 -2146233079, System.InvalidOperationException");
        (await tenant.Setup.ReadAsync(list + "/views/getbytitle('Nope')")).Refusal().ShouldBe("404 -2147024809, System.ArgumentException");
    }
}
