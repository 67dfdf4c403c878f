using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.Tests.Support;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class WebMailTests
{
    private const string Messages = $"/v1.0/users/{TestTenant.Service}/messages";
    private const string Service = $"/mail/{TestTenant.Service}";
    private const string Omars = $"/mail/{TestTenant.Omar}";

    private static async Task<string> DraftAsync(TestTenant tenant, string to = TestTenant.Omar)
    {
        var draft = await tenant.AsRuntime.SendTextAsync("POST", Messages, $$"""
            {"subject":"Dagordning <12 mars>","body":{"contentType":"html","content":"<!DOCTYPE html><html><head><title>T</title></head><body><h1>Dagordning</h1><script>alert(1)</script><a href=\"http://127.0.0.1/sites/x\">Läs</a></body></html>"},
             "toRecipients":[{"emailAddress":{"address":"{{to}}"} }],"internetMessageHeaders":[{"name":"x-nyckel","value":"M3"}],
             "attachments":[{"@odata.type":"#microsoft.graph.fileAttachment","name":"Dagordning å.txt","contentBytes":"AQID"}] }
            """);
        draft.Status.ShouldBe(201, draft.Text);
        return draft.Json["id"]!.GetValue<string>();
    }

    private static async Task SendAsync(TestTenant tenant, string to = TestTenant.Omar) =>
        (await tenant.AsRuntime.SendTextAsync("POST", $"{Messages}/{await DraftAsync(tenant, to)}/send", null)).Status.ShouldBe(202);

    private static string First(string page) => Regex.Match(page, "href=\"(/mail/[^\"?]+/[^\"?]+)\"").Groups[1].Value;

    [Fact]
    public async Task A_draft_lies_among_the_drafts_and_a_sent_mail_among_the_sent()
    {
        await using var tenant = await TestTenant.StartAsync();
        var owner = new Visitor(tenant, TestTenant.Service);
        _ = await DraftAsync(tenant);
        (await owner.ReadAsync(Service + "?mapp=utkast")).ShouldContain("Dagordning &lt;12 mars&gt;");
        (await owner.ReadAsync(Service + "?mapp=skickat")).ShouldContain("Det finns inga mejl här.");
        await SendAsync(tenant);
        WebStage.Plain(await owner.ReadAsync(Service + "?mapp=skickat")).ShouldContain("Dagordning <12 mars> Omar Testlund 2026-01-05 09:00");
    }

    [Fact]
    public async Task A_received_mail_is_shown_with_its_body_in_a_frame_where_nothing_runs()
    {
        await using var tenant = await TestTenant.StartAsync();
        await SendAsync(tenant);
        var omar = new Visitor(tenant, TestTenant.Omar);
        var address = First(await omar.ReadAsync(Omars));
        var mail = await omar.ReadAsync(address);
        mail.ShouldContain("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        mail.ShouldNotContain("alert(1)");
        WebStage.Plain(mail).ShouldContain("Från Hållbarhetsgruppen <hallbarhetsgruppen@trollhattan.example>");
        WebStage.Plain(mail).ShouldContain("x-nyckel M3");
        var body = await omar.OpenAsync(address + "/innehall");
        var policy = body.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("sandbox allow-popups");
        policy.ShouldNotContain("script");
        Regex.Count(body.Text, "<(html|head|title)\\b").ShouldBe(3);
        (await omar.OpenAsync(address + "/bilaga/0")).Bytes.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_mailbox_is_seen_by_its_owner_and_the_administrator_alone()
    {
        await using var tenant = await TestTenant.StartAsync();
        await SendAsync(tenant);
        var address = First(await new Visitor(tenant, TestTenant.Omar).ReadAsync(Omars));
        var karin = new Visitor(tenant, TestTenant.Karin);
        foreach (var closed in (string[])[Omars, address, address + "/innehall", address + "/bilaga/0", $"/kalender/{TestTenant.Omar}"])
            (await karin.OpenAsync(closed)).Status.ShouldBe(403);
        (await new Visitor(tenant, null).ReadAsync(Omars)).ShouldContain("Dagordning");
    }

    [Fact]
    public async Task What_reached_an_address_outside_the_tenant_can_be_read_as_well()
    {
        await using var tenant = await TestTenant.StartAsync();
        await SendAsync(tenant, "registrator@annan.example");
        var administrator = new Visitor(tenant, null);
        (await administrator.ReadAsync("/_tenant/sidor/")).ShouldContain("/mail/registrator@annan.example");
        var mail = await administrator.ReadAsync(First(await administrator.ReadAsync("/mail/registrator@annan.example")));
        mail.ShouldContain("<h1>Dagordning &lt;12 mars&gt;</h1>");
    }

    [Fact]
    public async Task The_address_that_Graph_gives_for_a_mail_opens_it()
    {
        await using var tenant = await TestTenant.StartAsync();
        var draft = (await tenant.AsRuntime.GetJsonAsync($"{Messages}/{await DraftAsync(tenant)}")).Json;
        (await tenant.Raw.GetJsonAsync(draft["webLink"]!.GetValue<string>())).Text.ShouldContain("Utkast, inte skickat");
    }
}
