namespace Hallbarhet.LocalTenant.Tests;

public sealed class SharePointFieldTests
{
    private static string Body(string xml, int options) =>
        new System.Text.Json.Nodes.JsonObject
        {
            ["parameters"] = new System.Text.Json.Nodes.JsonObject { ["SchemaXml"] = xml, ["Options"] = options },
        }.ToJsonString();

    [Theory]
    [InlineData("<Field Type='Text' DisplayName='Plats' Name='Place' MaxLength='40' />", "text", "Text", 2)]
    [InlineData("<Field Type='Note' DisplayName='Plats' Name='Place' NumLines='6' RichText='FALSE' />", "text", "Note", 3)]
    [InlineData("<Field Type='Choice' DisplayName='Plats' Name='Place' Format='Dropdown'><CHOICES><CHOICE>A</CHOICE></CHOICES><Default>A</Default></Field>", "choice", "Choice", 6)]
    [InlineData("<Field Type='MultiChoice' DisplayName='Plats' Name='Place'><CHOICES><CHOICE>A</CHOICE></CHOICES></Field>", "choice", "MultiChoice", 15)]
    [InlineData("<Field Type='User' DisplayName='Plats' Name='Place' UserSelectionMode='PeopleOnly' />", "personOrGroup", "User", 20)]
    [InlineData("<Field Type='UserMulti' DisplayName='Plats' Name='Place' Mult='TRUE' />", "personOrGroup", "UserMulti", 20)]
    [InlineData("<Field Type='DateTime' DisplayName='Plats' Name='Place' Format='DateOnly' />", "dateTime", "DateTime", 4)]
    [InlineData("<Field Type='Number' DisplayName='Plats' Name='Place' Min='0' Max='10' />", "number", "Number", 9)]
    [InlineData("<Field Type='Boolean' DisplayName='Plats' Name='Place' />", "boolean", "Boolean", 8)]
    public async Task A_column_given_as_XML_is_the_column_that_Graph_shows(string xml, string facet, string type, int kind)
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var made = await tenant.Setup.CallAsync(list + "/fields/CreateFieldAsXml", Body(xml, 8));
        made.Status.ShouldBe(200, made.Text);
        (made.Json["InternalName"]!.ToString(), made.Json["TypeAsString"]!.ToString(), made.Json["FieldTypeKind"]!.GetValue<int>()).ShouldBe(("Place", type, kind));
        var graph = await tenant.Graph.AsSetup.GetJsonAsync($"{tenant.Graph.Sites}/lists/{list.Split('\'')[1]}/columns/Place");
        graph.Json.ContainsKey(facet).ShouldBeTrue(graph.Text);
        graph.Json["displayName"]!.ToString().ShouldBe("Plats");
    }

    [Fact]
    public async Task A_lookup_points_at_its_list()
    {
        await using var tenant = await RestTenant.StartAsync();
        var target = await tenant.AddListAsync("Mål");
        var list = await tenant.AddListAsync();
        await tenant.AddFieldAsync(list, $"<Field Type='Lookup' DisplayName='Mål' Name='Goal' List='{{{target.Split('\'')[1]}}}' ShowField='Title' Indexed='TRUE' />");
        var field = (await tenant.Setup.ReadAsync(list + "/fields/getbyinternalnameortitle('Goal')?$select=LookupList,LookupField,Indexed,SchemaXml")).Json;
        field["LookupList"]!.ToString().ShouldBe($"{{{target.Split('\'')[1]}}}");
        field["Indexed"]!.GetValue<bool>().ShouldBeTrue();
        field["SchemaXml"]!.ToString().ShouldContain("Type=\"Lookup\"");
    }

    [Fact]
    public async Task Without_the_hint_the_internal_name_comes_from_the_title()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var first = await tenant.Setup.CallAsync(list + "/fields/CreateFieldAsXml", Body("<Field Type='Text' DisplayName='ADDED FIELD' Name='Place' />", 0));
        first.Json["InternalName"]!.ToString().ShouldBe("ADDED_x0020_FIELD");
        var swedish = await tenant.Setup.CallAsync(list + "/fields/CreateFieldAsXml", Body("<Field Type='Text' DisplayName='Börjar' Name='StartsAt' />", 0));
        swedish.Json["InternalName"]!.ToString().ShouldBe("B_x00f6_rjar");
        var again = await tenant.Setup.CallAsync(list + "/fields/CreateFieldAsXml", Body("<Field Type='Text' DisplayName='ADDED FIELD' Name='Place' />", 0));
        again.Json["InternalName"]!.ToString().ShouldBe("ADDED_x0020_FIELD0");
    }

    [Fact]
    public async Task An_id_that_is_given_is_kept_and_can_be_used_only_once()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        var xml = "<Field Type='Text' DisplayName='Plats' Name='Place' ID='{05e60a64-27d1-42cc-b75e-2aaff2187af4}' />";
        await tenant.AddFieldAsync(list, xml);
        (await tenant.Setup.ReadAsync(list + "/fields(guid'05e60a64-27d1-42cc-b75e-2aaff2187af4')?$select=Title")).Json["Title"]!.ToString().ShouldBe("Plats");
        var again = await tenant.Setup.CallAsync(list + "/fields/CreateFieldAsXml", Body(xml.Replace("Place", "Place2", StringComparison.Ordinal), 8));
        again.Refusal().ShouldBe("500 -2146232832, Microsoft.SharePoint.SPException");
    }

    [Fact]
    public async Task A_column_goes_into_the_default_view_when_the_options_say_so()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        await tenant.AddFieldAsync(list, "<Field Type='Text' DisplayName='Plats' Name='Place' />", 24);
        var view = await tenant.Setup.ReadAsync(list + "/defaultview?$select=ViewFields&$expand=ViewFields");
        view.Json["ViewFields"]!["Items"]!.ToJsonString().ShouldBe("""["Title","Place"]""");
    }

    [Fact]
    public async Task Formatting_and_other_settings_are_merged_by_both_kinds_of_client()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        await tenant.AddFieldAsync(list, "<Field Type='Choice' DisplayName='Status' Name='Status'><CHOICES><CHOICE>Ny</CHOICE></CHOICES></Field>");
        var field = list + "/fields/getbyinternalnameortitle('Status')";
        (await tenant.Setup.MergeAsync(field, """{"CustomFormatter":"{\"elmType\":\"div\"}","Choices":["Ny","Klar"]}""")).Status.ShouldBe(204);
        var patched = await tenant.Setup.PnpPatchAsync(field, """{"__metadata":{"type":"SP.FieldChoice"},"Title":"Läge","Indexed":true,"Required":true,"DefaultValue":"Ny"}""");
        patched.Status.ShouldBe(204, patched.Text);
        var now = (await tenant.Setup.ReadAsync(field + "?$select=Title,Indexed,Required,DefaultValue,CustomFormatter,Choices,InternalName")).Json;
        (now["Title"]!.ToString(), now["InternalName"]!.ToString(), now["DefaultValue"]!.ToString()).ShouldBe(("Läge", "Status", "Ny"));
        now["CustomFormatter"]!.ToString().ShouldBe("""{"elmType":"div"}""");
        now["Choices"]!.ToJsonString().ShouldBe("""["Ny","Klar"]""");
        (await tenant.Setup.MergeAsync(field, """{"CustomFormatter":""}""")).Status.ShouldBe(204);
        (await tenant.Setup.ReadAsync(field + "?$select=CustomFormatter")).Json["CustomFormatter"].ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_column_leaves_the_views()
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        await tenant.AddFieldAsync(list, "<Field Type='Text' DisplayName='Plats' Name='Place' />", 24);
        (await tenant.Setup.RemoveAsync(list + "/fields/getbytitle('Plats')")).Status.ShouldBe(200);
        (await tenant.Setup.ReadAsync(list + "/defaultview/viewfields")).Json["Items"]!.ToJsonString().ShouldBe("""["Title"]""");
        (await tenant.Setup.ReadAsync(list + "/views/getbytitle('Alla objekt')/viewfields")).Json["Items"]!.ToJsonString().ShouldBe("""["Title"]""");
        (await tenant.Setup.ReadAsync(list + "/fields?$filter=InternalName eq 'Place'")).Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<Field Type='Text' DisplayName='Plats' Name='Title' />", 8, 500, "-2146232832, Microsoft.SharePoint.SPException")]
    [InlineData("<Field Type='Text' Name='Place' />", 8, 400, "-2147024809, System.ArgumentException")]
    [InlineData("<Field Type='Text' DisplayName='Plats'", 8, 400, "-2147024809, System.ArgumentException")]
    [InlineData("<Column Type='Text' DisplayName='Plats' />", 8, 400, "-2147024809, System.ArgumentException")]
    [InlineData("<Field Type='Text' DisplayName='Plats' ID='5' />", 8, 400, "-2147024809, System.ArgumentException")]
    [InlineData("<Field Type='Text' DisplayName='Plats' MaxLength='lång' />", 8, 400, "-2147024809, System.ArgumentException")]
    [InlineData("<Field Type='Note' DisplayName='Plats' Indexed='TRUE' />", 8, 400, "-2147024809, System.ArgumentException")]
    [InlineData("<Field Type='Lookup' DisplayName='Plats' List='{05e60a64-27d1-42cc-b75e-2aaff2187af4}' />", 8, 400, "-2147024809, System.ArgumentException")]
    [InlineData("<Field Type='Text' DisplayName='Plats' Colour='Red' />", 8, 501, "-1, System.NotImplementedException")]
    [InlineData("<Field Type='TaxonomyFieldType' DisplayName='Plats' />", 8, 501, "-1, System.NotImplementedException")]
    [InlineData("<Field Type='Text' DisplayName='Plats' />", 4, 501, "-1, System.NotImplementedException")]
    public async Task A_column_against_the_rules_is_refused(string xml, int options, int status, string code)
    {
        await using var tenant = await RestTenant.StartAsync();
        var list = await tenant.AddListAsync();
        (await tenant.Setup.CallAsync(list + "/fields/CreateFieldAsXml", Body(xml, options))).Refusal().ShouldBe($"{status} {code}");
    }
}
