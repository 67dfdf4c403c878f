using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.Tests.Support;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class WebCalendarTests
{
    private const string Omars = $"/kalender/{TestTenant.Omar}";

    private static async Task<TestTenant> MeetingAsync()
    {
        var tenant = await TestTenant.StartAsync();
        var meeting = await tenant.AsRuntime.SendTextAsync("POST", $"/v1.0/users/{TestTenant.Service}/events", $$"""
            {"subject":"Möte 3","start":{"dateTime":"2026-03-12T13:00:00","timeZone":"Europe/Stockholm"},"end":{"dateTime":"2026-03-12T15:00:00","timeZone":"Europe/Stockholm"},
             "location":{"displayName":"Stadshuset"},"attendees":[{"emailAddress":{"address":"{{TestTenant.Omar}}"} },{"emailAddress":{"address":"{{TestTenant.Karin}}"} }]}
            """);
        meeting.Status.ShouldBe(201, meeting.Text);
        return tenant;
    }

    private static string Form(string page) => Regex.Match(page, "action=\"(/kalender/[^\"]+/[^\"]+)\"").Groups[1].Value;

    [Fact]
    public async Task An_invitation_is_answered_and_everybody_sees_the_answer()
    {
        await using var tenant = await MeetingAsync();
        var omar = new Visitor(tenant, TestTenant.Omar);
        var before = await omar.ReadAsync(Omars);
        WebStage.Plain(before).ShouldContain("Mars 2026 Möte 3 Torsdag 12 mars 2026 kl. 13.00–15.00, Stadshuset Du har inte svarat.");
        var after = WebStage.Plain(await omar.SubmitAndFollowAsync(Form(before), ("svar", "accept")));
        after.ShouldContain("Ditt svar: kommer.");
        WebStage.Plain(await new Visitor(tenant, TestTenant.Karin).ReadAsync($"/kalender/{TestTenant.Karin}")).ShouldContain("Omar Testlund har inte svarat");
        WebStage.Plain(await new Visitor(tenant, TestTenant.Service).ReadAsync($"/kalender/{TestTenant.Service}")).ShouldContain("2 inbjudna, 1 kommer Omar Testlund kommer");
    }

    [Fact]
    public async Task Nobody_answers_for_somebody_else()
    {
        await using var tenant = await MeetingAsync();
        var form = Form(await new Visitor(tenant, TestTenant.Omar).ReadAsync(Omars));
        (await new Visitor(tenant, TestTenant.Karin).SubmitAsync(form, ("svar", "accept"))).Status.ShouldBe(403);
        (await new Visitor(tenant, null).ReadAsync(Omars)).ShouldNotContain("name=\"svar\"");
    }

    [Fact]
    public async Task A_meeting_that_has_been_is_folded_away_and_the_address_of_an_event_finds_it()
    {
        await using var tenant = await MeetingAsync();
        var link = (await tenant.AsRuntime.GetJsonAsync($"/v1.0/users/{TestTenant.Service}/events")).Values[0]!["webLink"]!.GetValue<string>();
        _ = await tenant.Raw.SendTextAsync("POST", "/_tenant/clock", """{"now":"2026-04-01T08:00:00Z"}""");
        WebStage.Plain((await tenant.Raw.GetJsonAsync(link)).Text).ShouldContain("Inget är inbokat. Tidigare (1) Mars 2026 Möte 3");
    }
}
