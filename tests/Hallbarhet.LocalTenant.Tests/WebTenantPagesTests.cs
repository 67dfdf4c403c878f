using System.Text.Json.Nodes;
using Hallbarhet.LocalTenant.Tests.Support;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class WebTenantPagesTests
{
    private const string Root = "/_tenant/sidor";

    [Fact]
    public async Task The_root_leads_to_the_overview_with_everything_linked()
    {
        await using var tenant = await TestTenant.StartAsync();
        var page = (await tenant.Raw.GetJsonAsync("/")).Text;
        foreach (var address in (string[])[Visitor.Site, $"/mail/{TestTenant.Karin}", $"/kalender/{TestTenant.Karin}", Root + "/logg", Root + "/fel", Root + "/klocka", Root + "/behorigheter"])
            page.ShouldContain($"href=\"{address}\"");
    }

    [Fact]
    public async Task A_page_runs_no_script_and_fetches_nothing_from_elsewhere()
    {
        await using var tenant = await TestTenant.StartAsync();
        var answer = await new Visitor(tenant, TestTenant.Karin).OpenAsync(Visitor.Site);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("script-src");
        policy.ShouldNotContain("http");
        answer.Text.ShouldNotContain("<script");
        (await tenant.Raw.GetJsonAsync(Root + "/site.css")).Text.ShouldNotContain("url(");
    }

    [Fact]
    public async Task The_person_chosen_in_the_header_is_who_looks_from_then_on()
    {
        await using var tenant = await TestTenant.StartAsync();
        var answer = await new Visitor(tenant, null).SubmitAsync(Root + "/person", ("person", TestTenant.Omar), ("tillbaka", Visitor.Site));
        (answer.Status, answer.Headers.Location!.ToString()).ShouldBe((303, Visitor.Site));
        answer.Headers.GetValues("Set-Cookie").Single().ShouldBe("person=omar.testlund%40trollhattan.example; Path=/; HttpOnly; SameSite=Strict");
        (await new Visitor(tenant, TestTenant.Omar).ReadAsync(Root)).ShouldContain("<option value=\"omar.testlund@trollhattan.example\" selected>Omar Testlund</option>");
    }

    [Theory]
    [InlineData("https://ond.example/x")]
    [InlineData("//ond.example")]
    [InlineData("/\\ond.example")]
    public async Task Choosing_a_person_never_leads_away_from_the_tenant(string back)
    {
        await using var tenant = await TestTenant.StartAsync();
        var answer = await new Visitor(tenant, null).SubmitAsync(Root + "/person", ("person", TestTenant.Omar), ("tillbaka", back));
        answer.Headers.Location!.ToString().ShouldBe(Root + "/");
    }

    [Fact]
    public async Task A_form_that_another_website_sends_is_refused()
    {
        await using var tenant = await TestTenant.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Root + "/klocka") { Content = new FormUrlEncodedContent([new("fram", "1.00:00:00")]) };
        request.Headers.Add("Origin", "https://ond.example");
        (await tenant.Raw.AnswerAsync(request)).Status.ShouldBe(403);
        (await tenant.Raw.GetJsonAsync("/_tenant/clock")).Text.ShouldContain("2026-01-05");
    }

    [Fact]
    public async Task The_clock_goes_one_day_forward_or_to_a_Swedish_time()
    {
        await using var tenant = await TestTenant.StartAsync();
        var visitor = new Visitor(tenant, null);
        (await visitor.SubmitAndFollowAsync(Root + "/klocka", ("fram", "1.00:00:00"))).ShouldContain("2026-01-06 09:00");
        (await visitor.SubmitAndFollowAsync(Root + "/klocka", ("tid", "2026-07-01T10:00"))).ShouldContain("Onsdag 1 juli 2026");
        (await tenant.Raw.GetJsonAsync("/_tenant/clock")).Text.ShouldContain("2026-07-01T08:00:00Z");
        (await visitor.SubmitAsync(Root + "/klocka", ("tid", "i morgon"))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task The_fault_script_is_seen_replaced_and_refused_when_it_is_wrong()
    {
        await using var tenant = await TestTenant.StartAsync();
        var visitor = new Visitor(tenant, null);
        _ = await visitor.SubmitAndFollowAsync(Root + "/fel", ("regler", """[{"method":"GET","path":"/v1.0/users","mode":"refuse","status":503,"times":1,"fired":7}]"""));
        (await tenant.AsSetup.GetJsonAsync("/v1.0/users")).Status.ShouldBe(503);
        WebStage.Plain(await visitor.ReadAsync(Root + "/fel")).ShouldContain("\"fired\": 1");
        var refused = await visitor.SubmitAsync(Root + "/fel", ("regler", """[{"mode":"explodera"}]"""));
        (refused.Status, refused.Text.Contains("explodera", StringComparison.Ordinal)).ShouldBe((422, true));
        _ = await visitor.SubmitAndFollowAsync(Root + "/fel", ("regler", "[]"), ("tomt", "1"));
        ((JsonArray)(await tenant.Raw.GetJsonAsync("/_tenant/faults")).Json["rules"]!).Count.ShouldBe(0);
    }

    [Fact]
    public async Task The_log_is_filtered_by_who_what_and_outcome()
    {
        await using var tenant = await TestTenant.StartAsync();
        _ = await tenant.AsRuntime.GetJsonAsync("/v1.0/planner/plans/finns-inte");
        var visitor = new Visitor(tenant, null);
        var page = WebStage.Plain(await visitor.ReadAsync(Root + "/logg?vem=runtime&svar=fel&metod=GET&text=planner"));
        page.ShouldContain("1 anrop stämmer");
        page.ShouldContain("GET /v1.0/planner/plans/{plan} 404 runtime");
        WebStage.Plain(await visitor.ReadAsync(Root + "/logg?vem=runtime&svar=ok&text=finns-inte")).ShouldContain("0 anrop stämmer");
    }

    [Fact]
    public async Task The_permissions_that_were_used_stand_with_who_used_them()
    {
        await using var tenant = await TestTenant.StartAsync();
        WebStage.Plain(await new Visitor(tenant, null).ReadAsync(Root + "/behorigheter")).ShouldContain("setup");
    }

    [Fact]
    public async Task A_site_page_keeps_its_text_and_links_and_loses_everything_that_runs()
    {
        await using var tenant = await TestTenant.StartAsync();
        var page = await tenant.AsSetup.SendTextAsync("POST", tenant.Sites + "/pages", """
            {"@odata.type":"#microsoft.graph.sitePage","name":"Start.aspx","title":"Start","pageLayout":"article","canvasLayout":{"horizontalSections":[
             {"layout":"oneColumn","id":"1","columns":[{"id":"1","width":12,"webparts":[{"@odata.type":"#microsoft.graph.textWebPart",
              "innerHtml":"<h2 onclick=\"x()\">Välkommen &amp; hej</h2><p>Läs <a href=\"/sites/a\" onmouseover=\"x()\">mer</a> <a href=\"javascript:alert(1)\">ond</a><script>alert(2)</script></p></div><ul><li>ett<li>två"}]}]}]} }
            """);
        page.Status.ShouldBe(201, page.Text);
        var shown = await new Visitor(tenant, TestTenant.Omar).ReadAsync(Visitor.Site + "/SitePages/Start.aspx");
        shown.ShouldContain("<div class=\"text\"><h2>Välkommen &amp; hej</h2><p>Läs <a href=\"/sites/a\">mer</a> <a>ond</a></p><ul><li>ett<li>två</li></li></ul></div>");
        shown.ShouldContain("Sidan är ett utkast och inte publicerad.");
    }

    [Fact]
    public async Task What_no_page_knows_is_refused_loudly_for_programs_and_in_Swedish_for_people()
    {
        await using var tenant = await TestTenant.StartAsync();
        (await tenant.Raw.GetJsonAsync("/okänt")).Status.ShouldBe(501);
        (await tenant.Raw.GetJsonAsync(Visitor.Site + "/_vti_bin/client.svc/ProcessQuery")).Status.ShouldBe(501);
        (await new Visitor(tenant, TestTenant.Omar).OpenAsync(Visitor.Site + "/Lists/Finns-inte")).Text.ShouldContain("Sidan finns inte");
    }
}
