using System.Text;

namespace Hallbarhet.LocalTenant.Tests;

public sealed class MailTests
{
    private const string Box = "/v1.0/users/" + TestTenant.Service;
    private const string KeyId = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name MailKey";

    private static readonly (string, string) Immutable = ("Prefer", "IdType=\"ImmutableId\"");

    private static string Draft(string to, string key = "m2/karin") => $$"""
        {"subject":"Inför mötet 12 mars: föreslå punkter och uppdatera läget senast 4 mars, åäö","body":{"contentType":"html","content":"<p>Hej &amp; välkommen</p><p><a href=\"https://x.example/a\">Öppna</a></p>"},
         "toRecipients":[{"emailAddress":{"address":"{{to}}"} }],"replyTo":[{"emailAddress":{"address":"{{TestTenant.Karin}}"} }],
         "internetMessageHeaders":[{"name":"x-hallbarhet","value":"M2"}],
         "singleValueExtendedProperties":[{"id":"{{KeyId}}","value":"{{key}}"}]}
        """;

    private static Task<Answer> CreateAsync(TestTenant tenant, string to, string key = "m2/karin") =>
        tenant.AsRuntime.SendTextAsync("POST", Box + "/messages", Draft(to, key), Immutable);

    private static async Task<JsonArray> DeliveredAsync(TestTenant tenant) =>
        (JsonArray)(await tenant.Raw.GetJsonAsync("/_tenant/mail")).Json["entries"]!;

    [Fact]
    public async Task A_draft_is_found_by_its_key_before_and_after_sending()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await CreateAsync(tenant, TestTenant.Karin)).Json["id"]!.GetValue<string>();
        _ = await CreateAsync(tenant, TestTenant.Omar, "m2/omar");
        var query = $"{Box}/messages?$filter=singleValueExtendedProperties/Any(ep: ep/id eq '{KeyId}' and ep/value eq 'm2/karin')&$select=id,isDraft&$expand=singleValueExtendedProperties($filter=id eq '{KeyId}')";
        var before = (await tenant.AsRuntime.GetJsonAsync(query, Immutable)).Values.ShouldHaveSingleItem()!;
        before["isDraft"]!.GetValue<bool>().ShouldBeTrue();
        before["singleValueExtendedProperties"]![0]!["value"]!.GetValue<string>().ShouldBe("m2/karin");
        (await tenant.AsRuntime.SendTextAsync("POST", $"{Box}/messages/{id}/send", null, Immutable)).Status.ShouldBe(202);
        var after = (await tenant.AsRuntime.GetJsonAsync(query, Immutable)).Values.ShouldHaveSingleItem()!;
        (after["id"]!.GetValue<string>(), after["isDraft"]!.GetValue<bool>()).ShouldBe((id, false));
    }

    [Fact]
    public async Task The_ordinary_id_of_a_message_changes_when_it_is_sent()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await tenant.AsRuntime.SendTextAsync("POST", Box + "/messages", Draft(TestTenant.Karin))).Json["id"]!.GetValue<string>();
        _ = await tenant.AsRuntime.SendTextAsync("POST", $"{Box}/messages/{id}/send", null);
        (await tenant.AsRuntime.GetJsonAsync($"{Box}/messages/{id}")).ErrorCode.ShouldBe("ErrorItemNotFound");
    }

    [Fact]
    public async Task Sending_delivers_to_mailboxes_here_and_notes_those_elsewhere()
    {
        await using var tenant = await TestTenant.StartAsync();
        _ = await tenant.AsRuntime.SendTextAsync("POST", Box + "/sendMail", $$"""
            {"message":{"subject":"Dagordning","body":{"contentType":"text","content":"Hej"},"toRecipients":[{"emailAddress":{"address":"{{TestTenant.Karin}}"} }],
             "ccRecipients":[{"emailAddress":{"address":"gast@annan.example"} }] } }
            """);
        using var karin = await tenant.AsAsync(TestTenant.Karin);
        var inbox = await karin.GetJsonAsync("/v1.0/me/mailFolders/inbox/messages?$filter=isRead eq false");
        inbox.Values.ShouldHaveSingleItem()!["from"]!["emailAddress"]!["address"]!.GetValue<string>().ShouldBe(TestTenant.Service);
        var delivery = (await DeliveredAsync(tenant)).Where(d => d!["kind"]!.GetValue<string>() == "message").ShouldHaveSingleItem()!;
        delivery["cc"]![0]!.GetValue<string>().ShouldBe("gast@annan.example");
        (await tenant.AsRuntime.GetJsonAsync(Box + "/mailFolders/sentitems")).Json["totalItemCount"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Mime_has_a_text_alternative_and_encoded_words_that_decode_to_the_subject()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await CreateAsync(tenant, TestTenant.Karin)).Json["id"]!.GetValue<string>();
        _ = await tenant.AsRuntime.SendTextAsync("POST", $"{Box}/messages/{id}/attachments",
            """{"@odata.type":"#microsoft.graph.fileAttachment","name":"Bilaga å.pdf","contentType":"application/pdf","contentBytes":"JVBERg=="}""");
        var mime = (await tenant.AsRuntime.GetJsonAsync($"{Box}/messages/{id}/$value")).Text;
        mime.Split("\r\n").ShouldAllBe(line => line.Length <= 78 && line.All(c => c < 128));
        mime.ShouldContain("multipart/alternative");
        mime.ShouldContain("x-hallbarhet: M2");
        mime.ShouldContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("Hej & välkommen\nÖppna<https://x.example/a>")));
        Subject(mime).ShouldBe("Inför mötet 12 mars: föreslå punkter och uppdatera läget senast 4 mars, åäö");
    }

    private static string Subject(string mime)
    {
        var start = mime.IndexOf("Subject: ", StringComparison.Ordinal) + 9;
        var words = mime[start..mime.IndexOf("\r\nDate:", StringComparison.Ordinal)].Split("\r\n ");
        return string.Concat(words.Select(w => Encoding.UTF8.GetString(Convert.FromBase64String(w["=?utf-8?B?".Length..^2]))));
    }

    [Fact]
    public async Task A_message_without_recipients_cannot_be_sent_and_none_can_be_sent_twice()
    {
        await using var tenant = await TestTenant.StartAsync();
        var empty = (await tenant.AsRuntime.SendTextAsync("POST", Box + "/messages", """{"subject":"x"}""", Immutable)).Json["id"];
        (await tenant.AsRuntime.SendTextAsync("POST", $"{Box}/messages/{empty}/send", null)).ErrorCode.ShouldBe("ErrorInvalidRecipients");
        var id = (await CreateAsync(tenant, TestTenant.Karin)).Json["id"];
        _ = await tenant.AsRuntime.SendTextAsync("POST", $"{Box}/messages/{id}/send", null, Immutable);
        (await tenant.AsRuntime.SendTextAsync("POST", $"{Box}/messages/{id}/send", null, Immutable)).Status.ShouldBe(400);
        (await DeliveredAsync(tenant)).Count(d => d!["kind"]!.GetValue<string>() == "message").ShouldBe(1);
    }

    [Fact]
    public async Task The_runtime_identity_reaches_one_mailbox_only()
    {
        await using var tenant = await TestTenant.StartAsync();
        (await tenant.AsRuntime.GetJsonAsync($"/v1.0/users/{TestTenant.Karin}/messages")).ErrorCode.ShouldBe("ErrorAccessDenied");
        (await tenant.AsRuntime.GetJsonAsync(Box + "/messages")).Status.ShouldBe(200);
        using var omar = await tenant.AsAsync(TestTenant.Omar);
        (await omar.GetJsonAsync(Box + "/messages")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_person_without_a_mailbox_has_none()
    {
        await using var tenant = await TestTenant.StartAsync();
        _ = await tenant.AddUserAsync("leo.testgard@trollhattan.example", "Leo Testgård", withMailbox: false);
        using var leo = await tenant.AsAsync("leo.testgard@trollhattan.example");
        (await leo.GetJsonAsync("/v1.0/me/messages")).ErrorCode.ShouldBe("MailboxNotEnabledForRESTAPI");
    }

    [Fact]
    public async Task A_sent_copy_appears_late_and_until_then_the_mail_is_nowhere()
    {
        var clock = new MovableClock();
        await using var tenant = await TestTenant.StartAsync(new() { InMemory = true, Wire = clock, SentCopyDelay = TimeSpan.FromMinutes(1) });
        var id = (await CreateAsync(tenant, TestTenant.Karin)).Json["id"]!.GetValue<string>();
        (await tenant.AsRuntime.SendTextAsync("POST", $"{Box}/messages/{id}/send", null, Immutable)).Status.ShouldBe(202);
        var query = $"{Box}/messages?$filter=singleValueExtendedProperties/Any(ep: ep/id eq '{KeyId}' and ep/value eq 'm2/karin')";
        (await tenant.AsRuntime.GetJsonAsync(query)).Values.ShouldBeEmpty();
        (await tenant.AsRuntime.GetJsonAsync($"{Box}/messages/{id}")).ErrorCode.ShouldBe("ErrorItemNotFound");
        (await tenant.AsRuntime.GetJsonAsync(Box + "/mailFolders/sentitems")).Json["totalItemCount"]!.GetValue<int>().ShouldBe(0);
        (await tenant.AsRuntime.GetJsonAsync(Box + "/mailFolders/drafts")).Json["totalItemCount"]!.GetValue<int>().ShouldBe(0);
        (await DeliveredAsync(tenant)).Count(d => d!["kind"]!.GetValue<string>() == "message").ShouldBe(1);
        clock.Advance(TimeSpan.FromMinutes(2));
        (await tenant.AsRuntime.GetJsonAsync(query, Immutable)).Values.ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(id);
    }

    [Fact]
    public async Task A_long_attachment_comes_in_ranges_at_an_address_without_a_token()
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await CreateAsync(tenant, TestTenant.Karin)).Json["id"]!.GetValue<string>();
        var content = new byte[5_000_000];
        content[^1] = 7;
        var session = await tenant.AsRuntime.SendTextAsync("POST", $"{Box}/messages/{id}/attachments/createUploadSession",
            """{"AttachmentItem":{"attachmentType":"file","name":"rapport.pdf","contentType":"application/pdf","size":5000000}}""");
        session.Status.ShouldBe(201, session.Text);
        var url = session.Json["uploadUrl"]!.GetValue<string>();
        (await tenant.Raw.SendBytesAsync("PUT", url, content, ("Content-Range", "bytes 0-4999999/5000000"))).Status.ShouldBe(413);
        (await tenant.Raw.SendBytesAsync("PUT", url, content[..3_000_000], ("Content-Range", "bytes 0-2999999/5000000"))).Status.ShouldBe(200);
        var last = await tenant.Raw.SendBytesAsync("PUT", url, content[3_000_000..], ("Content-Range", "bytes 3000000-4999999/5000000"));
        (last.Status, last.Text, last.Headers.Location!.ToString().Contains("/attachments('", StringComparison.Ordinal)).ShouldBe((201, "", true));
        var kept = (await tenant.AsRuntime.GetJsonAsync($"{Box}/messages/{id}/attachments")).Values.ShouldHaveSingleItem()!;
        Convert.FromBase64String(kept["contentBytes"]!.GetValue<string>()).ShouldBe(content);
    }

    [Theory]
    [InlineData("""{"AttachmentItem":{"attachmentType":"file","name":"a.pdf","size":100}}""", 400, "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize")]
    [InlineData("""{"AttachmentItem":{"attachmentType":"file","name":"a.pdf","size":200000000}}""", 413, "ErrorMessageSizeExceeded")]
    [InlineData("""{"AttachmentItem":{"attachmentType":"item","name":"a.pdf","size":5000000}}""", 400, "ErrorInvalidRequest")]
    [InlineData("""{"name":"a.pdf"}""", 400, "BadRequest")]
    public async Task A_session_for_an_attachment_that_Exchange_would_refuse_is_refused(string body, int status, string code)
    {
        await using var tenant = await TestTenant.StartAsync();
        var id = (await CreateAsync(tenant, TestTenant.Karin)).Json["id"];
        var answer = await tenant.AsRuntime.SendTextAsync("POST", $"{Box}/messages/{id}/attachments/createUploadSession", body);
        (answer.Status, answer.ErrorCode).ShouldBe((status, code));
    }

    [Theory]
    [InlineData("$filter=contains(subject,'mötet')", 200)]
    [InlineData("$filter=startswith(subject,'Inför') and isDraft eq true", 200)]
    [InlineData("$filter=colour eq 'red'", 400)]
    [InlineData("$filter=isDraft eq true&$orderby=receivedDateTime", 400)]
    [InlineData("$expand=calendar", 400)]
    public async Task Messages_are_searched_by_what_Exchange_has(string query, int status)
    {
        await using var tenant = await TestTenant.StartAsync();
        _ = await CreateAsync(tenant, TestTenant.Karin);
        var answer = await tenant.AsRuntime.GetJsonAsync($"{Box}/messages?{query}");
        answer.Status.ShouldBe(status, answer.Text);
        if (status == 200) answer.Values.Count.ShouldBe(1);
    }
}
