using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.Mail;
using Microsoft.Graph.Models;
using Shouldly;
using Xunit;
using SetupProblem = Hallbarhet.Group.Jobs.SetupProblemException;
using Unavailable = Hallbarhet.Group.Jobs.ServiceUnavailableException;

namespace Hallbarhet.Tests.Microsoft365;

public sealed class MailboxTests : IAsyncLifetime
{
    private static readonly MailAddress Karin = new("Karin Exempelius", "karin.exempelius@trollhattan.example");
    private GroupTenant tenant = null!;
    private GraphMailbox mailbox = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        tenant = await GroupTenant.StartAsync(Ct);
        mailbox = new GraphMailbox(tenant.Connection);
    }

    public ValueTask DisposeAsync() => tenant.DisposeAsync();

    [Fact]
    public async Task A_draft_is_found_by_its_key_and_keeps_its_id_when_it_is_sent()
    {
        var ids = await mailbox.CreateDraftsAsync([Mail("M3/Meeting/1/1"), Mail("M3/O'Hara/1")], Ct);
        var before = await mailbox.FindAsync(["M3/Meeting/1/1", "M3/O'Hara/1", "M3/nothing"], Ct);

        await mailbox.SendAsync(ids[0], Ct);

        before.OrderBy(b => b.Key, StringComparer.Ordinal).ShouldBe(
        [
            new("M3/Meeting/1/1", new(ids[0], null)),
            new("M3/O'Hara/1", new(ids[1], null)),
        ]);
        var after = (await mailbox.FindAsync(["M3/Meeting/1/1"], Ct)).Single().Value;
        (after.Id, after.SentAt is not null).ShouldBe((ids[0], true));
        (await tenant.DeliveriesAsync(Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Twenty_mails_are_found_in_one_round_trip()
    {
        var keys = Enumerable.Range(1, 20).Select(n => $"M2/Meeting/1/1/Member/{n}").ToList();
        await mailbox.CreateDraftsAsync([.. keys.Select(k => Mail(k))], Ct);
        var before = tenant.Connection.Counter.Requests;

        var found = await mailbox.FindAsync(keys, Ct);

        found.Keys.Order(StringComparer.Ordinal).ShouldBe(keys.Order(StringComparer.Ordinal));
        (tenant.Connection.Counter.Requests - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_arrives_with_its_readers_reply_address_and_files()
    {
        var mail = Mail("M9/Report/1") with
        {
            Subject = "Rapport åäö\r\nBcc: alla@trollhattan.example",
            ReplyTo = Karin,
            Cc = [new("Registrator", "registrator@trollhattan.example")],
            Attachments = [new("Rapport.pdf", "application/pdf", [1, 2, 3])],
        };

        var id = (await mailbox.CreateDraftsAsync([mail], Ct)).Single();
        var draft = await Box.Messages[id].GetAsync(c => c.QueryParameters.Expand = ["attachments"], Ct);

        draft!.Subject.ShouldBe("Rapport åäö Bcc: alla@trollhattan.example");
        draft.ReplyTo!.Single().EmailAddress!.Address.ShouldBe(Karin.Address);
        draft.CcRecipients!.Single().EmailAddress!.Address.ShouldBe("registrator@trollhattan.example");
        draft.Attachments!.OfType<FileAttachment>().Select(a => (a.Name, a.ContentBytes?.Length)).Order()
            .ShouldBe([("Rapport.pdf", 3)]);
        (await mailbox.FindAsync([mail.Key], Ct)).Keys.ShouldBe([mail.Key]);
    }

    [Fact]
    public async Task A_long_file_is_sent_in_pieces_without_our_token_and_the_key_comes_last()
    {
        using var sessions = new UploadSessionStub(tenant.Transport);
        using var connection = new Microsoft365Connection(tenant.Connection.Options, sessions);
        var mail = Mail("M9/Report/1") with { Attachments = [new("Stor.pdf", "application/pdf", new byte[7_000_000])] };
        sessions.OnPiece = async () => (await mailbox.FindAsync([mail.Key], Ct)).ShouldBeEmpty();

        var id = (await new GraphMailbox(connection).CreateDraftsAsync([mail], Ct)).Single();

        sessions.Ranges.ShouldBe(["bytes 0-3276799/7000000", "bytes 3276800-6553599/7000000", "bytes 6553600-6999999/7000000"]);
        sessions.SawToken.ShouldBeFalse();
        (await mailbox.FindAsync([mail.Key], Ct))[mail.Key].Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_correction_stands_in_the_thread_of_what_it_corrects()
    {
        var first = (await mailbox.CreateDraftsAsync([Mail("M9/Report/1")], Ct)).Single();
        await mailbox.SendAsync(first, Ct);

        var second = (await mailbox.CreateDraftsAsync(
            [Mail("M9/Report/2") with { InThreadOf = "M9/Report/1", Subject = "Rättelse: Rapport", Html = "<p>Rättat.</p>" }], Ct)).Single();

        var sent = await Box.Messages[first].GetAsync(null, Ct);
        var reply = await Box.Messages[second].GetAsync(null, Ct);
        reply!.ConversationId.ShouldBe(sent!.ConversationId);
        (reply.Subject, reply.ToRecipients!.Single().EmailAddress!.Address).ShouldBe(("Rättelse: Rapport", Karin.Address));
        reply.Body!.Content!.ShouldContain("Rättat.");
        (await mailbox.FindAsync(["M9/Report/2"], Ct))["M9/Report/2"].Id.ShouldBe(second);
    }

    [Theory]
    [InlineData("after", 504)]
    [InlineData("refuse", 503)]
    [InlineData("cut", 0)]
    public async Task A_lost_answer_to_send_is_unknown_and_never_sent_again(string mode, int status)
    {
        var id = (await mailbox.CreateDraftsAsync([Mail("M3/Meeting/1/1")], Ct)).Single();
        await tenant.FaultAsync($$"""{"method":"POST","path":"/v1.0/users/*/messages/*/send","nth":1,"times":1,"mode":"{{mode}}","status":{{status}}}""", Ct);

        await Should.ThrowAsync<OutcomeUnknownException>(() => mailbox.SendAsync(id, Ct));

        (await tenant.DeliveriesAsync(Ct)).Count.ShouldBe(mode == "refuse" ? 0 : 1);
    }

    [Fact]
    public async Task A_throttled_send_waits_for_the_next_run()
    {
        var id = (await mailbox.CreateDraftsAsync([Mail("M3/Meeting/1/1")], Ct)).Single();
        await tenant.FaultAsync("""{"method":"POST","path":"/v1.0/users/*/messages/*/send","mode":"throttle","retryAfter":"1"}""", Ct);

        await Should.ThrowAsync<Unavailable>(() => mailbox.SendAsync(id, Ct));

        (await tenant.DeliveriesAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_that_nobody_can_get_is_refused()
    {
        var id = (await mailbox.CreateDraftsAsync([Mail("M3/Meeting/1/1") with { To = [] }], Ct)).Single();

        await Should.ThrowAsync<RefusedByServiceException>(() => mailbox.SendAsync(id, Ct));
    }

    [Fact]
    public async Task A_draft_whose_answer_got_lost_is_found_again_and_not_made_twice()
    {
        await tenant.FaultAsync("""{"method":"POST","path":"/v1.0/users/*/messages","nth":1,"times":1,"mode":"after","status":504}""", Ct);

        var ids = await mailbox.CreateDraftsAsync([.. Enumerable.Range(1, 6).Select(n => Mail($"M2/{n}"))], Ct);

        ids.Distinct().Count().ShouldBe(6);
        (await Box.MailFolders["drafts"].GetAsync(null, Ct))!.TotalItemCount.ShouldBe(6);
    }

    [Fact]
    public async Task A_cut_in_the_middle_leaves_drafts_that_the_next_run_finds()
    {
        await tenant.FaultAsync("""{"method":"POST","path":"/v1.0/users/*/messages","nth":2,"times":1,"mode":"cut"}""", Ct);

        await Should.ThrowAsync<Unavailable>(() => mailbox.CreateDraftsAsync([.. Enumerable.Range(1, 4).Select(n => Mail($"M2/{n}"))], Ct));

        (await mailbox.FindAsync(["M2/1", "M2/2", "M2/3", "M2/4"], Ct)).Keys.Order(StringComparer.Ordinal).ShouldBe(["M2/1", "M2/2"]);
    }

    [Fact]
    public async Task The_mailbox_tells_how_long_mail_has_waited_to_be_read()
    {
        (await mailbox.StateAsync(Ct)).ShouldBe(new MailboxState(0, null));
        var id = (await mailbox.CreateDraftsAsync([Mail("M8/1") with { To = [new("Gruppen", "hallbarhetsgruppen@trollhattan.example")] }], Ct)).Single();
        await mailbox.SendAsync(id, Ct);

        var state = await mailbox.StateAsync(Ct);

        (state.Unread, state.OldestUnread is not null).ShouldBe((1, true));
    }

    [Fact]
    public async Task Another_mailbox_is_refused_with_the_role_that_is_missing()
    {
        using var other = new Microsoft365Connection(
            tenant.Connection.Options with { ServiceMailbox = Karin.Address, FirstPause = TimeSpan.FromMilliseconds(1) }, tenant.Transport);

        var error = await Should.ThrowAsync<SetupProblem>(() => new GraphMailbox(other).StateAsync(Ct));

        error.Message.ShouldContain("Mail.ReadWrite");
        error.Message.ShouldContain(Karin.Address);
    }

    private Microsoft.Graph.Users.Item.UserItemRequestBuilder Box => tenant.Connection.Graph.Users[tenant.Connection.Options.ServiceMailbox];

    private static OutgoingMail Mail(string key) => new()
    {
        Key = key,
        Subject = "Dagordning 12 mars 2026",
        Html = "<p>Hej!</p>",
        To = [Karin],
    };
}
