using System.Globalization;
using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.Tests.Support;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class WebFormTests
{
    private const string New = WebStage.List + "/NewForm.aspx";
    private const string Edit = WebStage.List + "/EditForm.aspx?ID=1";

    private static async Task<System.Text.Json.Nodes.JsonNode> FieldsAsync(TestTenant tenant) =>
        (await tenant.AsRuntime.GetJsonAsync($"{tenant.Sites}/lists/Meetings/items/1?$expand=fields")).Json["fields"]!;

    /// <summary>The fields of a form as a browser would send them back unchanged.</summary>
    private static List<(string Name, string Value)> Filled(string page)
    {
        var form = Regex.Match(page, "<form class=\"item\".*?</form>", RegexOptions.Singleline).Value;
        var fields = new List<(string, string)>();
        foreach (Match input in Regex.Matches(form, "<input ([^>]*)>"))
        {
            var (name, value) = (Attribute(input.Value, "name"), Attribute(input.Value, "value"));
            if (!input.Value.Contains("checkbox", StringComparison.Ordinal) || input.Value.Contains(" checked", StringComparison.Ordinal)) fields.Add((name, value));
        }
        foreach (Match area in Regex.Matches(form, "<textarea ([^>]*)>\n?(.*?)</textarea>", RegexOptions.Singleline))
            fields.Add((Attribute(area.Value, "name"), System.Net.WebUtility.HtmlDecode(area.Groups[2].Value).ReplaceLineEndings("\r\n")));
        foreach (Match select in Regex.Matches(form, "<select ([^>]*)>(.*?)</select>", RegexOptions.Singleline))
            fields.Add((Attribute(select.Value, "name"), Attribute(Regex.Match(select.Groups[2].Value, "<option [^>]* selected>").Value, "value")));
        return fields;
    }

    private static string Attribute(string tag, string name) =>
        System.Net.WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    private static (string Name, string Value)[] With(List<(string Name, string Value)> fields, params (string Name, string Value)[] changed) =>
        [.. fields.Where(f => !changed.Any(c => c.Name == f.Name)), .. changed];

    [Fact]
    public async Task A_member_adds_an_item_with_a_value_of_every_kind()
    {
        await using var tenant = await WebStage.StartAsync();
        var omar = new Visitor(tenant, TestTenant.Omar);
        var page = await omar.SubmitAndFollowAsync(New, ("f_Title", "Möte å"), ("f_Status", "Godkänd"), ("f_Tags", "Vatten"), ("f_Tags", "Mark"),
            ("f_StartsAt", "2026-03-12T13:00"), ("f_DueOn", "2026-03-04"), ("f_Minutes", "7,5"), ("f_Open", "1"), ("f_Note", "Rad 1\r\nRad 2"),
            ("f_Chair", TestTenant.Karin), ("f_Present", TestTenant.Karin), ("f_Present", TestTenant.Omar), ("f_Goals", "1"), ("f_Goals", "2"));
        var fields = await FieldsAsync(tenant);
        fields["StartsAt"]!.GetValue<string>().ShouldBe("2026-03-12T12:00:00Z");
        fields["Tags"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldBe(["Vatten", "Mark"]);
        fields["Present"]!.AsArray().Select(p => p!["LookupValue"]!.GetValue<string>()).ShouldBe(["Karin Exempelius", "Omar Testlund"]);
        fields["Goals"]!.AsArray().Count.ShouldBe(2);
        (fields["Minutes"]!.GetValue<double>(), fields["Open"]!.GetValue<bool>(), fields["Note"]!.GetValue<string>()).ShouldBe((7.5, true, "Rad 1\nRad 2"));
        WebStage.Plain(page).ShouldContain("Klart senast 2026-03-04");
        WebStage.Plain(page).ShouldContain("av Omar Testlund");
    }

    [Fact]
    public async Task What_is_missing_stands_next_to_its_field_and_what_was_entered_stays()
    {
        await using var tenant = await WebStage.StartAsync();
        await tenant.RestAsync("/fields/getbyinternalnameortitle('Title')", """{"Required":true}""", "MERGE");
        var omar = new Visitor(tenant, TestTenant.Omar);
        (await omar.ReadAsync(New)).ShouldContain("<label for=\"f_Title\">Rubrik <span class=\"required\">(obligatoriskt)</span></label>");
        var refused = await omar.SubmitAsync(New, ("f_Title", ""), ("f_Minutes", "många"), ("f_Note", "Viktigt"), ("f_Tags", "Luft"));
        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("<p class=\"error\" id=\"f_Title_fel\">Du måste ange ett värde för det här obligatoriska fältet.</p>");
        refused.Text.ShouldContain("<p class=\"error\" id=\"f_Minutes_fel\">Endast tal kan anges här.</p>");
        refused.Text.ShouldContain("aria-describedby=\"f_Minutes_fel\" aria-invalid=\"true\"");
        Filled(refused.Text).ShouldContain(("f_Note", "Viktigt"));
        Filled(refused.Text).ShouldContain(("f_Minutes", "många"));
        Filled(refused.Text).ShouldContain(("f_Tags", "Luft"));
    }

    [Fact]
    public async Task A_form_sends_only_what_the_person_changed()
    {
        await using var tenant = await WebStage.StartAsync();
        var karin = await tenant.EnsureUserAsync(TestTenant.Karin);
        (await tenant.AddAsync("Meetings", $$"""
            {"Title":"Möte","StartsAt":"2026-03-12T12:00:00Z","DueOn":"2026-03-04","Minutes":7.5,"Open":true,"Note":"Rad 1\nRad 2","ChairLookupId":{{karin}},
             "GoalsLookupId@odata.type":"Collection(Edm.Int32)","GoalsLookupId":[2] }
            """)).Status.ShouldBe(201);
        var omar = new Visitor(tenant, TestTenant.Omar);
        var fields = Filled(await omar.ReadAsync(Edit));
        _ = await omar.SubmitAndFollowAsync(Edit, [.. fields]);
        (await VersionsAsync(tenant)).ShouldBe(1);
        var page = await omar.SubmitAndFollowAsync(Edit, With(fields, ("f_Status", "Skickad"), ("f_Chair", "")));
        (await VersionsAsync(tenant)).ShouldBe(2);
        var history = WebStage.Plain(page[page.IndexOf("Versionshistorik", StringComparison.Ordinal)..]);
        history.ShouldContain("2.0 2026-01-05 09:00 Omar Testlund Läge: Skickad Ordförande: tömt");
    }

    private static async Task<int> VersionsAsync(TestTenant tenant) =>
        (await tenant.AsRuntime.GetJsonAsync($"{tenant.Sites}/lists/Meetings/items/1/versions")).Values.Count;

    [Fact]
    public async Task Hidden_columns_are_in_no_form()
    {
        await using var tenant = await WebStage.StartAsync();
        (await tenant.AddAsync("Meetings", """{"Title":"Möte","Secret":"s-1"}""")).Status.ShouldBe(201);
        var omar = new Visitor(tenant, TestTenant.Omar);
        foreach (var address in (string[])[New, Edit, WebStage.List + "/DispForm.aspx?ID=1"])
            (await omar.ReadAsync(address)).ShouldNotContain("Secret");
        (await omar.ReadAsync(WebStage.List + "/DispForm.aspx?ID=1")).ShouldNotContain("s-1");
    }

    [Fact]
    public async Task Who_may_only_read_gets_no_form_and_no_button_to_one()
    {
        await using var tenant = await WebStage.StartAsync();
        (await tenant.AddAsync("Meetings", """{"Title":"Möte"}""")).Status.ShouldBe(201);
        await tenant.MembersReadAsync();
        var omar = new Visitor(tenant, TestTenant.Omar);
        (await omar.ReadAsync(WebStage.List)).ShouldNotContain("NewForm.aspx");
        (await omar.ReadAsync(WebStage.List + "/DispForm.aspx?ID=1")).ShouldNotContain("EditForm.aspx");
        (await omar.OpenAsync(New)).Status.ShouldBe(403);
        (await omar.OpenAsync(Edit)).Status.ShouldBe(403);
        var refused = await omar.SubmitAsync(New, ("f_Title", "Ändå"));
        (refused.Status, refused.Text.Contains("Åtkomst nekad", StringComparison.Ordinal)).ShouldBe((403, true));
    }

    [Fact]
    public async Task Attachments_are_listed_and_downloaded()
    {
        await using var tenant = await WebStage.StartAsync();
        (await tenant.AddAsync("Meetings", """{"Title":"Möte"}""")).Status.ShouldBe(201);
        var files = $"{Visitor.Site}/_api/web/lists/getbytitle('Meetings')/items(1)/AttachmentFiles";
        (await tenant.SharePoint.SendBytesAsync("POST", files + "/add(FileName='Underlag å.txt')", [1, 2, 3])).Status.ShouldBe(200);
        var omar = new Visitor(tenant, TestTenant.Omar);
        var link = Regex.Match(await omar.ReadAsync(WebStage.List + "/DispForm.aspx?ID=1"), "href=\"([^\"]*/Attachments/[^\"]*)\">Underlag å.txt<").Groups[1].Value;
        (await omar.OpenAsync(link)).Bytes.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task An_item_that_is_gone_answers_404_in_Swedish()
    {
        await using var tenant = await WebStage.StartAsync();
        var answer = await new Visitor(tenant, TestTenant.Omar).OpenAsync(WebStage.List + "/DispForm.aspx?ID=" + 99.ToString(CultureInfo.InvariantCulture));
        (answer.Status, answer.Text.Contains("Sidan finns inte", StringComparison.Ordinal)).ShouldBe((404, true));
    }

    [Fact]
    public async Task The_address_that_Graph_gives_for_a_row_leads_to_its_form()
    {
        await using var tenant = await WebStage.StartAsync();
        var row = await tenant.AddAsync("Meetings", """{"Title":"Via Graph"}""");
        (await tenant.Raw.GetJsonAsync(row.Json["webUrl"]!.GetValue<string>())).Text.ShouldContain("<h1>Via Graph</h1>");
    }
}
