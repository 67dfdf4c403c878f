using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Mailing;

public sealed class SendOnceTests
{
    private const GroupList Needed = GroupList.Mailings | GroupList.Members | GroupList.Organisation;

    private readonly GroupOnPaper group = new();

    public SendOnceTests() => group.Strategist("Anna Provberg");

    private MailingRow Row => group.All<MailingRow>().ShouldHaveSingleItem();

    [Fact]
    public async Task A_mail_leaves_once_and_its_row_tells_when_and_to_whom()
    {
        await SendAsync(Mail("M3/Meeting/3/1"));
        var calls = group.Calls.Log.Count;
        await SendAsync(Mail("M3/Meeting/3/1"));

        group.Mails.Count.ShouldBe(1);
        (Row.Outcome, Row.Recipients, Row.RecipientCount).ShouldBe((MailOutcome.Sent, "erik@trollhattan.example", 1));
        Row.SentAt.ShouldBe(group.Time.GetUtcNow());
        group.Mailbox.Sent[0].Mail.ReplyTo!.Address.ShouldBe("anna.provberg@trollhattan.example");
        group.Calls.Log.Skip(calls).ShouldBe(["Lists.Read"], "a settled mail costs nothing");
    }

    [Fact]
    public async Task The_same_key_twice_in_one_call_is_one_mail()
    {
        await SendAsync(Mail("M3/Meeting/3/1"), Mail("M3/Meeting/3/1"));

        group.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rows_typed_by_hand_without_a_key_do_not_stop_the_mail()
    {
        group.Add(new MailingRow { Title = "Anteckning" });
        group.Add(new MailingRow { Title = "En till" });

        await SendAsync(Mail("M3/Meeting/3/1"));

        group.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Outside_office_hours_nothing_is_written()
    {
        group.At("2026-02-02", "16:00");

        await Should.ThrowAsync<ServiceUnavailableException>(() => SendAsync(Mail("M3/Meeting/3/1")));

        group.Calls.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Above_the_hourly_limit_nothing_leaves()
    {
        group.Policy = group.Policy with { MailsPerHour = 3 };
        await SendAsync(Mail("1"), Mail("2"));

        await Should.ThrowAsync<SetupProblemException>(() => SendAsync(Mail("3"), Mail("4")));
        group.Mails.Count.ShouldBe(2);

        group.Time.Advance(TimeSpan.FromMinutes(61));
        await SendAsync(Mail("3"), Mail("4"));
        group.Mails.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Until_mail_is_live_everything_goes_to_one_address_and_the_copy_to_nobody()
    {
        group.Policy = new() { RedirectAllTo = "prov@trollhattan.example" };

        await SendAsync(Mail("1") with { Cc = [new("Registrator", "registrator@trollhattan.example")] });

        (group.Mails[0].To.Single(), group.Mails[0].Mail.Cc.Count).ShouldBe(("prov@trollhattan.example", 0));
    }

    [Fact]
    public async Task Without_a_redirect_address_nothing_leaves_and_IT_is_told_what_to_set()
    {
        group.Policy = new();

        var problem = await Should.ThrowAsync<SetupProblemException>(() => SendAsync(Mail("1")));

        problem.Message.ShouldContain("MailRedirectAllTo");
        group.Mailbox.Drafts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_that_nobody_may_get_is_marked_and_not_sent()
    {
        group.Policy = group.Policy with { AllowedDomains = ["bolag.example"] };

        await SendAsync(Mail("1"));

        (Row.Outcome, group.Mails.Count).ShouldBe((MailOutcome.Failed, 0));
    }

    [Fact]
    public async Task A_refused_mail_is_marked_and_the_others_leave()
    {
        var refused = false;
        group.Calls.Before = call => call == "Mailbox.Send" && !refused && (refused = true) ? new RefusedByServiceException("no") : null;

        await SendAsync(Mail("1"), Mail("2"));

        group.All<MailingRow>().Select(m => m.Outcome).ShouldBe([MailOutcome.Failed, MailOutcome.Sent]);
    }

    [Fact]
    public async Task A_copy_that_never_appears_is_unclear_and_never_sent_again()
    {
        group.Mailbox.SentCopyAppearsAfter = TimeSpan.FromDays(1);
        group.Calls.After = call => call == "Mailbox.Send" ? new OutcomeUnknownException("504") : null;
        await Should.ThrowAsync<OutcomeUnknownException>(() => SendAsync(Mail("1")));
        group.Calls.Works();

        group.Time.Advance(TimeSpan.FromMinutes(9));
        await Should.ThrowAsync<OutcomeUnknownException>(() => SendAsync(Mail("1")));
        group.Time.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(Mail("1"));
        await SendAsync(Mail("1"));

        (Row.Outcome, group.Mails.Count).ShouldBe((MailOutcome.Unknown, 1));
        group.Watch.Unknown.ShouldBe([Row.Id]);
    }

    [Fact]
    public async Task A_copy_that_appears_late_settles_the_mail()
    {
        group.Mailbox.SentCopyAppearsAfter = TimeSpan.FromMinutes(5);
        group.Calls.After = call => call == "Mailbox.Send" ? new OutcomeUnknownException("504") : null;
        await Should.ThrowAsync<OutcomeUnknownException>(() => SendAsync(Mail("1")));
        var sentAt = group.Time.GetUtcNow();
        group.Calls.Works();

        group.Time.Advance(TimeSpan.FromMinutes(6));
        await SendAsync(Mail("1"));

        (Row.Outcome, Row.SentAt, group.Mails.Count).ShouldBe((MailOutcome.Sent, sentAt, 1));
    }

    [Fact]
    public async Task A_row_that_another_instance_has_just_written_is_left_to_it()
    {
        var stale = await group.Lists.ReadAsync(Needed, default);
        group.Add(new MailingRow { MailKey = "1", Outcome = MailOutcome.Preparing });

        await Should.ThrowAsync<OutcomeUnknownException>(() => group.SendOnce.SendAsync([Mail("1")], stale, default));

        group.Mailbox.Drafts.ShouldBeEmpty();
    }

    private async Task SendAsync(params MailRequest[] mails) =>
        await group.SendOnce.SendAsync(mails, await group.Lists.ReadAsync(Needed, default), default);

    private static MailRequest Mail(string key) => new()
    {
        Key = key,
        Kind = MailKind.It,
        Content = new ItMail(),
        To = [new("Erik", "erik@trollhattan.example")],
    };
}
