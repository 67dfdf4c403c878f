using Hallbarhet.LocalTenant.Tests.Support;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class WebListTests
{
    private static async Task<Visitor> ListAsync(TestTenant tenant, params string[] rows)
    {
        foreach (var row in rows) (await tenant.AddAsync("Meetings", row)).Status.ShouldBe(201);
        return new(tenant, TestTenant.Omar);
    }

    [Fact]
    public async Task Values_are_shown_in_Swedish_with_names_local_time_and_links()
    {
        await using var tenant = await WebStage.StartAsync();
        var omar = await tenant.EnsureUserAsync(TestTenant.Omar);
        var visitor = await ListAsync(tenant, $$"""
            {"Title":"Möte 1","StartsAt":"2026-03-12T12:00:00Z","DueOn":"2026-03-04","Minutes":7.5,"Open":true,"ChairLookupId":{{omar}},
             "Tags@odata.type":"Collection(Edm.String)","Tags":["Vatten","Luft"],"GoalsLookupId@odata.type":"Collection(Edm.Int32)","GoalsLookupId":[1,2] }
            """);
        await tenant.ViewAsync("Alla fält", "", 30, "LinkTitle", "StartsAt", "DueOn", "Minutes", "Open", "Chair", "Tags", "Goals");
        var page = await visitor.ReadAsync(WebStage.List);
        WebStage.Plain(WebStage.Element(page, "tr", "rad-1")).ShouldBe("Möte 1 2026-03-12 13:00 2026-03-04 7,5 Ja Omar Testlund Vatten; Luft Frisk luft ; Levande sjöar");
        page.ShouldContain($"<a href=\"{WebStage.List}/DispForm.aspx?ID=1\">Möte 1</a>");
        page.ShouldContain($"<a href=\"{Visitor.Site}/Lists/Goals/DispForm.aspx?ID=2\">Levande sjöar</a>");
        page.ShouldContain("<th scope=\"col\">Klart senast</th>");
    }

    [Fact]
    public async Task A_view_filters_sorts_and_has_its_own_address()
    {
        await using var tenant = await WebStage.StartAsync();
        var visitor = await ListAsync(tenant, """{"Title":"A","Status":"Skickad"}""", """{"Title":"B"}""", """{"Title":"C"}""");
        await tenant.ViewAsync("Utkast", "<Where><Eq><FieldRef Name='Status'/><Value Type='Choice'>Utkast</Value></Eq></Where><OrderBy><FieldRef Name='Title' Ascending='FALSE'/></OrderBy>", 30, "LinkTitle");
        var byDefault = await visitor.ReadAsync(WebStage.List);
        System.Text.RegularExpressions.Regex.Matches(byDefault, "id=\"rad-(\\d)\"").Select(m => m.Groups[1].Value).ShouldBe(["3", "2"]);
        (await visitor.ReadAsync(WebStage.List + "/AllItems.aspx")).ShouldContain("id=\"rad-1\"");
        byDefault.ShouldContain($"href=\"{WebStage.List}/AllItems.aspx\"");
    }

    [Fact]
    public async Task A_grouped_view_has_a_heading_with_a_count_for_each_group()
    {
        await using var tenant = await WebStage.StartAsync();
        var visitor = await ListAsync(tenant, """{"Title":"A","Status":"Skickad"}""", """{"Title":"B"}""", """{"Title":"C"}""");
        await tenant.ViewAsync("Per läge", "<GroupBy Collapse='FALSE'><FieldRef Name='Status'/></GroupBy>", 30, "LinkTitle");
        var page = WebStage.Plain(await visitor.ReadAsync(WebStage.List));
        page.ShouldContain("Läge: Skickad (1) A");
        page.ShouldContain("Läge: Utkast (2) B C");
    }

    [Fact]
    public async Task A_long_view_is_read_page_by_page()
    {
        await using var tenant = await WebStage.StartAsync();
        var visitor = await ListAsync(tenant, [.. Enumerable.Range(1, 5).Select(n => $$"""{"Title":"Rad {{n}}"}""")]);
        await tenant.ViewAsync("Korta", "", 2, "LinkTitle");
        var first = await visitor.ReadAsync(WebStage.List);
        (first.Contains("Rad 2", StringComparison.Ordinal), first.Contains("Rad 3", StringComparison.Ordinal)).ShouldBe((true, false));
        WebStage.Plain(first).ShouldContain("1–2 av 5 Nästa");
        var last = await visitor.ReadAsync(WebStage.List + "?sida=3");
        last.ShouldContain("Rad 5");
        WebStage.Plain(last).ShouldContain("Föregående 5–5 av 5");
    }

    [Fact]
    public async Task What_people_write_is_text_and_never_markup()
    {
        await using var tenant = await WebStage.StartAsync();
        var visitor = await ListAsync(tenant, """{"Title":"<script>alert(1)</script>","Note":"\"><img src=x onerror=alert(2)>"}""");
        await tenant.ViewAsync("Allt", "", 30, "LinkTitle", "Note");
        foreach (var address in (string[])[WebStage.List, WebStage.List + "/DispForm.aspx?ID=1", WebStage.List + "/EditForm.aspx?ID=1"])
        {
            var page = await visitor.ReadAsync(address);
            page.ShouldNotContain("<script");
            page.ShouldNotContain("<img");
            page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        }
    }

    [Fact]
    public async Task A_list_without_right_to_read_answers_403_in_Swedish_and_is_not_in_the_contents()
    {
        await using var tenant = await WebStage.StartAsync();
        await tenant.RestAsync("/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)", "");
        var omar = new Visitor(tenant, TestTenant.Omar);
        var refused = await omar.OpenAsync(WebStage.List);
        refused.Status.ShouldBe(403);
        refused.Text.ShouldContain("Åtkomst nekad");
        (await omar.ReadAsync(Visitor.Site + "/_layouts/15/viewlsts.aspx")).ShouldNotContain("Lists/Meetings");
        (await new Visitor(tenant, null).ReadAsync(WebStage.List)).ShouldContain("Administratör Exempel");
    }

    [Fact]
    public async Task A_person_outside_the_group_does_not_see_the_site()
    {
        await using var tenant = await WebStage.StartAsync();
        _ = await tenant.AddUserAsync("ute@trollhattan.example", "Ute Utanför");
        (await new Visitor(tenant, "ute@trollhattan.example").OpenAsync(Visitor.Site)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Documents_are_downloaded_and_never_shown_in_the_pages_name()
    {
        await using var tenant = await WebStage.StartAsync();
        var upload = $"{tenant.Sites}/drive/root:/2026 Möte 3/Dagordning å.html:/content";
        (await tenant.AsRuntime.SendBytesAsync("PUT", upload, "<script>"u8.ToArray())).Status.ShouldBe(201);
        var visitor = new Visitor(tenant, TestTenant.Omar);
        var library = await visitor.ReadAsync(Visitor.Site + "/Shared%20Documents");
        library.ShouldContain("href=\"/sites/ekologiska-hallbarhetsgruppen/Shared%20Documents/2026%20M%C3%B6te%203\"");
        var folder = await visitor.ReadAsync(Visitor.Site + "/Shared%20Documents/2026%20M%C3%B6te%203");
        folder.ShouldContain("Dagordning å.html");
        var file = await visitor.OpenAsync(Visitor.Site + "/Shared%20Documents/2026%20M%C3%B6te%203/Dagordning%20%C3%A5.html");
        file.Text.ShouldBe("<script>");
        file.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox");
    }

    [Fact]
    public async Task Looking_changes_nothing_in_the_tenant_and_is_not_in_the_log()
    {
        await using var tenant = await WebStage.StartAsync();
        var visitor = await ListAsync(tenant, """{"Title":"A"}""");
        var before = (await tenant.Raw.GetJsonAsync("/_tenant/log")).Json["requests"]!.GetValue<int>();
        foreach (var address in (string[])[Visitor.Site, WebStage.List, WebStage.List + "/DispForm.aspx?ID=1", WebStage.List + "/NewForm.aspx", "/_tenant/sidor/"])
            _ = await visitor.ReadAsync(address);
        (await tenant.Raw.GetJsonAsync("/_tenant/log")).Json["requests"]!.GetValue<int>().ShouldBe(before);
        (await tenant.SharePoint.GetJsonAsync(Visitor.Site + "/_api/web/siteusers")).Text.ShouldNotContain("omar");
    }
}
