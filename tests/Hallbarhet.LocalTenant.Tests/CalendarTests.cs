namespace Hallbarhet.LocalTenant.Tests;

public sealed class CalendarTests
{
    private const string Events = "/v1.0/users/" + TestTenant.Service + "/events";

    private static string Meeting(params string[] attendees) => $$"""
        {"subject":"Ekologiska hållbarhetsgruppen, möte 3","transactionId":"mote-3","body":{"contentType":"html","content":"<p>Mapp</p>"},
         "start":{"dateTime":"2026-03-12T09:00:00","timeZone":"Europe/Stockholm"},"end":{"dateTime":"2026-03-12T11:00:00","timeZone":"Europe/Stockholm"},
         "attendees":{{Attendees(attendees)}}}
        """;

    private static string Attendees(string[] attendees) =>
        new JsonArray([.. attendees.Select(a => JsonNode.Parse($$$"""{"type":"required","emailAddress":{"address":"{{{a}}}"}}"""))]).ToJsonString();

    private static async Task<List<string>> SideMailsAsync(TestTenant tenant) =>
        [.. (await tenant.Raw.GetJsonAsync("/_tenant/mail")).Json["entries"]!.AsArray()
            .Where(d => d!["kind"]!.GetValue<string>() is not "welcome")
            .Select(d => $"{d!["kind"]} {string.Join(',', d["to"]!.AsArray().Select(t => t!.GetValue<string>().Split('.')[0]))}")];

    [Fact]
    public async Task The_same_transaction_id_makes_one_event_and_one_invitation()
    {
        await using var tenant = await TestTenant.StartAsync();
        var first = await tenant.AsRuntime.SendTextAsync("POST", Events, Meeting(TestTenant.Karin));
        var second = await tenant.AsRuntime.SendTextAsync("POST", Events, Meeting(TestTenant.Karin));
        second.Json["id"]!.GetValue<string>().ShouldBe(first.Json["id"]!.GetValue<string>());
        (await SideMailsAsync(tenant)).ShouldBe(["invitation karin"]);
    }

    [Fact]
    public async Task Changing_only_the_attendees_mails_only_those_who_come_and_go()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await tenant.AsRuntime.SendTextAsync("POST", Events, Meeting(TestTenant.Karin))).Json["id"];
        _ = await tenant.AsRuntime.SendTextAsync("PATCH", $"{Events}/{id}", $$"""{"attendees":{{Attendees([TestTenant.Karin, TestTenant.Omar])}}}""");
        _ = await tenant.AsRuntime.SendTextAsync("PATCH", $"{Events}/{id}", $$"""{"attendees":{{Attendees([TestTenant.Omar])}}}""");
        (await SideMailsAsync(tenant)).ShouldBe(["invitation karin", "invitation omar", "cancellation karin"]);
    }

    [Fact]
    public async Task An_answer_reaches_the_organizer_and_is_forgotten_when_the_meeting_moves()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await tenant.AsRuntime.SendTextAsync("POST", Events, Meeting(TestTenant.Karin))).Json["id"];
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        var copy = (await karin.GetJsonAsync("/v1.0/me/events")).Values.ShouldHaveSingleItem()!;
        (await karin.SendTextAsync("POST", $"/v1.0/me/events/{copy["id"]}/accept", """{"comment":"Ja","sendResponse":true}""")).Status.ShouldBe(202);
        (await AnswerAsync(tenant, id)).ShouldBe("accepted");
        _ = await tenant.AsRuntime.SendTextAsync("PATCH", $"{Events}/{id}", """
            {"start":{"dateTime":"2026-03-13T09:00:00","timeZone":"Europe/Stockholm"},"end":{"dateTime":"2026-03-13T11:00:00","timeZone":"Europe/Stockholm"}}
            """);
        (await AnswerAsync(tenant, id)).ShouldBe("none");
        (await karin.GetJsonAsync($"/v1.0/me/events/{copy["id"]}")).Json["start"]!["dateTime"]!.GetValue<string>().ShouldStartWith("2026-03-13T08:00:00");
    }

    private static async Task<string> AnswerAsync(TestTenant tenant, JsonNode? id) =>
        (await tenant.AsRuntime.GetJsonAsync($"{Events}/{id}?$select=attendees")).Json["attendees"]![0]!["status"]!["response"]!.GetValue<string>();

    [Theory]
    [InlineData(null, "2026-03-12T08:00:00.0000000")]
    [InlineData("Europe/Stockholm", "2026-03-12T09:00:00.0000000")]
    [InlineData("W. Europe Standard Time", "2026-03-12T09:00:00.0000000")]
    public async Task Times_come_in_utc_or_in_the_zone_that_the_client_prefers(string? zone, string expected)
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await tenant.AsRuntime.SendTextAsync("POST", Events, Meeting())).Json["id"];
        (string, string)[] headers = zone is null ? [] : [("Prefer", $"outlook.timezone=\"{zone}\"")];
        var answer = await tenant.AsRuntime.GetJsonAsync($"{Events}/{id}", headers);
        answer.Json["start"]!["dateTime"]!.GetValue<string>().ShouldBe(expected);
    }

    [Fact]
    public async Task Cancelling_tells_everybody_and_takes_the_event_away()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await tenant.AsRuntime.SendTextAsync("POST", Events, Meeting(TestTenant.Karin, "gast@annan.example"))).Json["id"];
        (await tenant.AsRuntime.SendTextAsync("POST", $"{Events}/{id}/cancel", """{"comment":"Inställt"}""")).Status.ShouldBe(202);
        (await SideMailsAsync(tenant)).ShouldBe(["invitation karin,gast@annan", "cancellation karin,gast@annan"]);
        (await tenant.AsRuntime.GetJsonAsync(Events)).Values.ShouldBeEmpty();
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        (await karin.GetJsonAsync("/v1.0/me/events")).Values[0]!["isCancelled"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"start":{"dateTime":"2026-03-12T09:00:00Z","timeZone":"UTC"},"end":{"dateTime":"2026-03-12T11:00:00","timeZone":"UTC"}}""")]
    [InlineData("""{"start":{"dateTime":"2026-03-12T09:00:00","timeZone":"Trollhättan"},"end":{"dateTime":"2026-03-12T11:00:00","timeZone":"UTC"}}""")]
    [InlineData("""{"start":{"dateTime":"2026-03-12T09:00:00","timeZone":"UTC"},"end":{"dateTime":"2026-03-12T08:00:00","timeZone":"UTC"}}""")]
    [InlineData("""{"subject":"Utan tid"}""")]
    public async Task An_event_with_an_impossible_time_is_refused_and_not_kept(string body)
    {
        await using var tenant = await TestTenant.StartAsync();
        (await tenant.AsRuntime.SendTextAsync("POST", Events, body)).Status.ShouldBe(400);
        (await tenant.AsRuntime.GetJsonAsync(Events)).Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("accept", "true", "accepted", 1)]
    [InlineData("tentativelyAccept", "true", "tentativelyAccepted", 1)]
    [InlineData("decline", "true", "declined", 0)]
    [InlineData("accept", "false", "none", 1)]
    public async Task Each_answer_shows_on_the_organizers_event_when_it_is_sent(string action, string send, string shown, int kept)
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await tenant.AsRuntime.SendTextAsync("POST", Events, Meeting(TestTenant.Karin))).Json["id"];
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        var copy = (await karin.GetJsonAsync("/v1.0/me/events")).Values.ShouldHaveSingleItem()!["id"];
        (await karin.SendTextAsync("POST", $"/v1.0/me/events/{copy}/{action}", $$"""{"sendResponse":{{send}}}""")).Status.ShouldBe(202);
        (await AnswerAsync(tenant, id)).ShouldBe(shown);
        (await karin.GetJsonAsync("/v1.0/me/events")).Values.Count.ShouldBe(kept);
    }

    [Fact]
    public async Task Only_somebody_invited_can_answer_and_only_the_organizer_can_cancel()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await tenant.AsRuntime.SendTextAsync("POST", Events, Meeting(TestTenant.Karin))).Json["id"];
        (await tenant.AsRuntime.SendTextAsync("POST", $"{Events}/{id}/accept", "{}")).ErrorCode.ShouldBe("ErrorInvalidRequest");
        using var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.SendTextAsync("POST", $"/v1.0/me/events/{id}/accept", "{}")).ErrorCode.ShouldBe("ErrorItemNotFound");
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        var copy = (await karin.GetJsonAsync("/v1.0/me/events")).Values[0]!["id"];
        (await karin.SendTextAsync("POST", $"/v1.0/me/events/{copy}/cancel", "{}")).ErrorCode.ShouldBe("ErrorInvalidRequest");
    }
}
