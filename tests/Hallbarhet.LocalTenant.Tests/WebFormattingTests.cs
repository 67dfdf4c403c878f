using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.Tests.Support;

namespace Hallbarhet.LocalTenant.Tests;

/// <summary>SharePoint's documented column formatting, seen in the list's cells.</summary>
public sealed class WebFormattingTests
{
    private const string Approve = """
        {"elmType":"div","children":[
          {"elmType":"span","txtContent":"@currentField","attributes":{"class":"=if(@currentField == 'Godkänd', 'sp-field-severity--good', 'sp-field-severity--low')"}},
          {"elmType":"button","txtContent":"Godkänn för utskick","style":{"display":"=if(@currentField == 'Utkast', 'inline-block', 'none')"},
           "customRowAction":{"action":"setValue","actionInput":{"Status":"Godkänd","Chair":"@me","DueOn":"=addDays(@now, 1)"} } },
          {"elmType":"button","txtContent":"Ångra","style":{"display":"=if(@currentField == 'Godkänd', '', 'none')"},
           "customRowAction":{"action":"setValue","actionInput":{"Status":"Utkast","Chair":""} } }]}
        """;

    private static async Task<TestTenant> RowAsync()
    {
        var tenant = await WebStage.StartAsync();
        var karin = await tenant.EnsureUserAsync(TestTenant.Karin);
        var omar = await tenant.EnsureUserAsync(TestTenant.Omar);
        var row = await tenant.AddAsync("Meetings", $$"""
            {"Title":"Möte","Minutes":7,"Open":true,"StartsAt":"2026-03-12T12:00:00Z","DueOn":"2026-03-04","ChairLookupId":{{karin}},
             "PresentLookupId@odata.type":"Collection(Edm.Int32)","PresentLookupId":[{{karin}},{{omar}}],
             "Tags@odata.type":"Collection(Edm.String)","Tags":["Vatten","Luft"],"GoalsLookupId@odata.type":"Collection(Edm.Int32)","GoalsLookupId":[2] }
            """);
        row.Status.ShouldBe(201, row.Text);
        await tenant.ViewAsync("Läge", "", 30, "LinkTitle", "Status");
        return tenant;
    }

    /// <summary>The cell of the column Status in the only row, as Karin sees it.</summary>
    private static async Task<string> CellAsync(TestTenant tenant, string format)
    {
        await tenant.FormatAsync("Status", format);
        var page = await new Visitor(tenant, TestTenant.Karin).ReadAsync(WebStage.List);
        return Regex.Match(WebStage.Element(page, "tr", "rad-1"), "<td>(.*)</td>", RegexOptions.Singleline).Groups[1].Value;
    }

    [Theory]
    [InlineData("@currentField", "Utkast")]
    [InlineData("[$Title]", "Möte")]
    [InlineData("Fast text", "Fast text")]
    [InlineData("='Läge: ' + @currentField", "Läge: Utkast")]
    [InlineData("=if(@currentField == 'Utkast', 'ja', 'nej')", "ja")]
    [InlineData("=if([$Minutes] > 5 && ![$Title], 'a', if([$Minutes] >= 7 || false, 'b', 'c'))", "b")]
    [InlineData("=[$Minutes] * 2 - 4 / 2 % 2", "14")]
    [InlineData("=(1 + 2) * -3", "-9")]
    [InlineData("=toString([$Minutes]) + '%'", "7%")]
    [InlineData("=Number('3') + 4", "7")]
    [InlineData("=[$Open]", "Ja")]
    [InlineData("=if([$Open] == true, 'öppen', 'stängd')", "öppen")]
    [InlineData("=[$Chair.title] + ' ' + [$Chair.email]", "Karin Exempelius karin.exempelius@trollhattan.example")]
    [InlineData("=if(@me == [$Chair.email], 'du', 'annan')", "du")]
    [InlineData("=join([$Present.title], ' och ')", "Karin Exempelius och Omar Testlund")]
    [InlineData("=length([$Tags]) + length([$Note]) + length([$Title])", "3")]
    [InlineData("=indexOf([$Tags], 'Luft')", "1")]
    [InlineData("=indexOf([$Title], 'x')", "-1")]
    [InlineData("=join([$Goals.lookupValue], ',')", "Levande sjöar")]
    [InlineData("[$DueOn]", "2026-03-04")]
    [InlineData("[$StartsAt]", "2026-03-12 13:00")]
    [InlineData("=toLocaleDateString([$StartsAt])", "2026-03-12")]
    [InlineData("[$StartsAt.displayValue]", "2026-03-12 13:00")]
    [InlineData("=if([$DueOn] < @now, 'sen', 'i tid')", "i tid")]
    [InlineData("=if([$StartsAt] > Date('2026-03-12'), 'efter', 'före')", "efter")]
    [InlineData("=if([$Note] == '', 'tomt', 'fyllt')", "tomt")]
    [InlineData("[!Status.DisplayName]", "Läge")]
    [InlineData("='<b>' + [$Title] + '</b>'", "<b>Möte</b>")]
    public async Task An_expression_is_evaluated_as_documented(string expression, string expected)
    {
        await using var tenant = await RowAsync();
        var cell = await CellAsync(tenant, new JsonObject { ["elmType"] = "div", ["txtContent"] = expression }.ToJsonString());
        cell.ShouldStartWith("<div>");
        System.Net.WebUtility.HtmlDecode(cell["<div>".Length..^"</div>".Length]).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"elmType":"span","txtContent":"x","style":{"color":"=if(true, 'red', '')","padding":"4px 8px"},"attributes":{"class":"sp-field-severity--good ms-bgColor-themeDark--hover","title":"Om \"läget\""} }""",
        "<span style=\"color:red;padding:4px 8px\" class=\"sp-field-severity--good ms-bgColor-themeDark--hover\" title=\"Om &quot;läget&quot;\">x</span>")]
    [InlineData("""{"elmType":"a","txtContent":"Öppna","attributes":{"href":"https://www.trollhattan.example/a?b=1&c","target":"_blank"} }""",
        "<a href=\"https://www.trollhattan.example/a?b=1&amp;c\" target=\"_blank\" rel=\"noopener\">Öppna</a>")]
    [InlineData("""{"elmType":"div","children":[{"elmType":"span","forEach":"tag in [$Tags]","txtContent":"[$tag]"}]}""",
        "<div><span>Vatten</span><span>Luft</span></div>")]
    [InlineData("""{"elmType":"div","children":[{"elmType":"span","forEach":"who in [$Present]","txtContent":"=[$who.title] + '.'"}]}""",
        "<div><span>Karin Exempelius.</span><span>Omar Testlund.</span></div>")]
    [InlineData("""{"elmType":"span","attributes":{"iconName":"CheckMark"} }""", "<span><span class=\"icon\" aria-hidden=\"true\">✓</span></span>")]
    [InlineData("""{"elmType":"div","children":[{"elmType":"p","txtContent":"dold","style":{"display":"none"} }]}""", "<div></div>")]
    [InlineData("""{"elmType":"button","txtContent":"Visa","customRowAction":{"action":"defaultClick"} }""",
        "<a href=\"/sites/ekologiska-hallbarhetsgruppen/Lists/Meetings/DispForm.aspx?ID=1\">Visa</a>")]
    public async Task An_element_becomes_markup_that_is_safe(string format, string expected)
    {
        await using var tenant = await RowAsync();
        (await CellAsync(tenant, format)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"elmType":"script","txtContent":"alert(1)"}""", "elementet script")]
    [InlineData("""{"elmType":"div","onclick":"x"}""", "egenskapen onclick")]
    [InlineData("""{"elmType":"div","txtContent":"x","attributes":{"onclick":"alert(1)"} }""", "attributet onclick")]
    [InlineData("""{"elmType":"a","txtContent":"x","attributes":{"href":"javascript:alert(1)"} }""", "länken är inte tillåten")]
    [InlineData("""{"elmType":"a","txtContent":"x","attributes":{"href":"//ond.example"} }""", "länken är inte tillåten")]
    [InlineData("""{"elmType":"img","attributes":{"src":"http://spion.example/x.png"} }""", "länken är inte tillåten")]
    [InlineData("""{"elmType":"div","txtContent":"x","style":{"position":"fixed"} }""", "stilen position")]
    [InlineData("""{"elmType":"div","txtContent":"x","style":{"color":"red;background:url(x)"} }""", "stilen color")]
    [InlineData("""{"elmType":"div","txtContent":"x","attributes":{"class":"bar"} }""", "klassen bar")]
    [InlineData("""{"elmType":"div","txtContent":"=sin(1)"}""", "funktionen sin")]
    [InlineData("""{"elmType":"div","txtContent":"=if(1"}""", "uttrycket")]
    [InlineData("""{"elmType":"div","txtContent":"=1 2"}""", "uttrycket")]
    [InlineData("""{"elmType":"div","txtContent":"[$Saknas]"}""", "kolumnen Saknas")]
    [InlineData("""{"elmType":"div","txtContent":"[$Chair.hemlig]"}""", "egenskapen hemlig")]
    [InlineData("""{"elmType":"div","txtContent":{"operator":"+","operands":["a","b"]} }""", "skrivna som objekt")]
    [InlineData("""{"elmType":"button","txtContent":"x","customRowAction":{"action":"executeFlow"} }""", "åtgärd executeFlow")]
    public async Task What_is_not_known_is_shown_as_the_plain_value_with_a_note(string format, string note)
    {
        await using var tenant = await RowAsync();
        var cell = await CellAsync(tenant, format);
        cell.ShouldStartWith("Utkast ");
        WebStage.Plain(cell).ShouldContain("Formateringen visas inte: ");
        WebStage.Plain(cell).ShouldContain(note);
    }

    [Fact]
    public async Task A_button_sets_its_values_at_once_and_the_row_shows_them()
    {
        await using var tenant = await RowAsync();
        await tenant.FormatAsync("Status", Approve);
        var karin = new Visitor(tenant, TestTenant.Karin);
        var button = Button(await karin.ReadAsync(WebStage.List), "Godkänn för utskick");
        var after = await karin.SubmitAndFollowAsync(WebStage.List, ("knapp", button));
        WebStage.Plain(WebStage.Element(after, "tr", "rad-1")).ShouldBe("Möte Godkänd Ångra");
        var fields = (await tenant.AsRuntime.GetJsonAsync($"{tenant.Sites}/lists/Meetings/items/1?$expand=fields")).Json;
        fields["fields"]!["Status"]!.GetValue<string>().ShouldBe("Godkänd");
        fields["fields"]!["DueOn"]!.GetValue<string>().ShouldStartWith("2026-01-06");
        fields["lastModifiedBy"]!["user"]!["displayName"]!.GetValue<string>().ShouldBe("Karin Exempelius");
    }

    [Fact]
    public async Task A_button_that_clears_a_person_leaves_none()
    {
        await using var tenant = await RowAsync();
        await tenant.FormatAsync("Status", Approve);
        var karin = new Visitor(tenant, TestTenant.Karin);
        var page = await karin.SubmitAndFollowAsync(WebStage.List, ("knapp", Button(await karin.ReadAsync(WebStage.List), "Godkänn för utskick")));
        _ = await karin.SubmitAndFollowAsync(WebStage.List, ("knapp", Button(page, "Ångra")));
        var fields = (await tenant.AsRuntime.GetJsonAsync($"{tenant.Sites}/lists/Meetings/items/1?$expand=fields")).Json["fields"]!;
        fields["Status"]!.GetValue<string>().ShouldBe("Utkast");
        fields["ChairLookupId"].ShouldBeNull();
    }

    [Fact]
    public async Task Member_cannot_press_a_button_of_a_list_that_members_only_read()
    {
        await using var tenant = await RowAsync();
        await tenant.FormatAsync("Status", Approve);
        await tenant.MembersReadAsync();
        var omar = new Visitor(tenant, TestTenant.Omar);
        var refused = await omar.SubmitAsync(WebStage.List, ("knapp", Button(await omar.ReadAsync(WebStage.List), "Godkänn för utskick")));
        refused.Status.ShouldBe(403);
        WebStage.Plain(refused.Text).ShouldContain("Åtkomst nekad. Du har inte behörighet");
        WebStage.Plain(WebStage.Element(refused.Text, "tr", "rad-1")).ShouldContain("Utkast");
    }

    [Fact]
    public async Task A_value_that_the_column_does_not_take_is_refused_with_a_message()
    {
        await using var tenant = await RowAsync();
        await tenant.FormatAsync("Status", """{"elmType":"button","txtContent":"Fel","customRowAction":{"action":"setValue","actionInput":{"Status":"Kanske"} } }""");
        var karin = new Visitor(tenant, TestTenant.Karin);
        var refused = await karin.SubmitAsync(WebStage.List, ("knapp", "1/Status/0"));
        WebStage.Plain(refused.Text).ShouldContain("Välj ett av alternativen i listan.");
        (await karin.SubmitAsync(WebStage.List, ("knapp", "1/Status/0.7"))).Status.ShouldBe(404);
        (await karin.SubmitAsync(WebStage.List, ("knapp", "1/Title/0"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_press_is_logged_and_captured_as_the_persons_own_call()
    {
        await using var tenant = await RowAsync();
        await tenant.FormatAsync("Status", Approve);
        _ = await new Visitor(tenant, TestTenant.Karin).SubmitAsync(WebStage.List, ("knapp", "1/Status/0.1"));
        var last = (await tenant.Raw.GetJsonAsync("/_tenant/log")).Json["entries"]!.AsArray()[^1]!;
        last["identity"]!.GetValue<string>().ShouldBe(TestTenant.Karin);
        last["path"]!.GetValue<string>().ShouldContain("ValidateUpdateListItem");
    }

    [Fact]
    public async Task A_fault_script_strikes_the_buttons_of_the_page_as_well()
    {
        await using var tenant = await RowAsync();
        await tenant.FormatAsync("Status", Approve);
        _ = await tenant.PutFaultsAsync("""{"method":"write","mode":"cut","times":1}""");
        var answer = await new Visitor(tenant, TestTenant.Karin).SubmitAsync(WebStage.List, ("knapp", "1/Status/0.1"));
        answer.Status.ShouldBe(503);
        answer.Text.ShouldContain("Anslutningen bröts");
    }

    private static string Button(string page, string text) =>
        Regex.Match(page, $"""<button form="knappar" name="knapp" value="([^"]+)" aria-label="{text}: Möte"[^>]*>{text}<""").Groups[1].Value;
}
