using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Meetings;

public sealed class MeetingChangesTests
{
    private const GroupList Needed = GroupList.Meetings | GroupList.Members | GroupList.Organisation | GroupList.Mailings;

    private readonly GroupOnPaper group = new();
    private readonly Member anna;
    private readonly Member erik;

    public MeetingChangesTests()
    {
        anna = group.Strategist("Anna Provberg");
        erik = group.Participant("Erik Mallqvist");
    }

    [Fact]
    public async Task A_move_after_the_agenda_is_told_once_to_whoever_got_it()
    {
        var meeting = MeetingWithSentAgenda();
        Move(meeting, 7);
        group.Participant("Karin Demoberg");

        await SendAllAsync();
        await SendAllAsync();

        var mail = group.Mails.ShouldHaveSingleItem();
        mail.Key.ShouldBe($"M6/Meeting/{meeting.Id}/1/moved-20260319T1300");
        mail.To.ShouldBe(["anna.provberg@trollhattan.example", "erik.mallqvist@trollhattan.example"]);
        var content = mail.Content.ShouldBeOfType<ChangeMail>();
        (content.Kind, content.FormerDate, content.Meeting.Date).ShouldBe((ChangeKind.Moved, new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 19)));
    }

    [Fact]
    public async Task Moving_back_is_a_move_too()
    {
        var meeting = MeetingWithSentAgenda();
        Move(meeting, 7);
        await SendAllAsync();
        group.At("2026-02-03");
        Move(meeting, -7);
        await SendAllAsync();
        group.At("2026-02-04");
        Move(meeting, 7);

        await SendAllAsync();
        await SendAllAsync();

        group.Mails.Select(m => ((ChangeMail)m.Content).FormerDate!.Value.Day).ShouldBe([12, 19, 12]);
    }

    [Fact]
    public async Task A_cancelled_meeting_is_told_once()
    {
        var meeting = MeetingWithSentAgenda();
        group.Change(meeting, m => m with { Status = MeetingStatus.Cancelled });

        await SendAllAsync();
        await SendAllAsync();

        var mail = group.Mails.ShouldHaveSingleItem();
        mail.Key.ShouldBe($"M6/Meeting/{meeting.Id}/1/cancelled");
        ((ChangeMail)mail.Content).Kind.ShouldBe(ChangeKind.Cancelled);
    }

    [Fact]
    public async Task Who_left_or_went_away_since_is_not_told()
    {
        var meeting = MeetingWithSentAgenda();
        Move(meeting, 7);
        group.Change(erik, m => m with { AwayFrom = new(2026, 2, 1) });

        await SendAllAsync();

        group.Mails.ShouldHaveSingleItem().To.ShouldBe(["anna.provberg@trollhattan.example"]);
    }

    [Theory]
    [InlineData("no agenda", "the calendar event alone tells it")]
    [InlineData("not moved", "nothing has changed")]
    [InlineData("only the end", "the event tells a new end or place")]
    [InlineData("past", "it is over")]
    [InlineData("no time", "nobody knows when it is")]
    public async Task Nothing_is_told_without_need(string what, string because)
    {
        var meeting = what == "no agenda" ? group.Meeting(3, "2026-03-12") : MeetingWithSentAgenda();
        if (what is "no agenda" or "past") Move(meeting, 7);
        if (what == "past") group.At("2026-03-20");
        if (what == "only the end") group.Change(meeting, m => m with { EndsAt = m.EndsAt!.Value.AddHours(1), Place = "Biblioteket" });
        if (what == "no time") group.Change(meeting, m => m with { StartsAt = null });

        (await DueAsync()).ShouldBeEmpty(because);
    }

    [Fact]
    public async Task Before_the_agenda_a_cancelled_meeting_is_told_to_those_who_only_got_a_calendar_file()
    {
        var guest = group.Participant("Gun Provhammar", with: m => m with { Person = null, Email = "gun@bolag.example" });
        var meeting = group.Meeting(3, "2026-03-12");
        group.Add(new MailingRow { MailKey = CalendarFileNews.Key([meeting], guest), Kind = MailKind.Invitation, Outcome = MailOutcome.Sent });
        group.Change(meeting, m => m with { Status = MeetingStatus.Cancelled });

        (await DueAsync()).ShouldHaveSingleItem().To.Single().Address.ShouldBe("gun@bolag.example");
    }

    [Fact]
    public void An_approval_remembers_the_announced_start_and_reads_older_texts()
    {
        var approval = new Approval(new PersonId(7), Stockholm.At(new(2026, 3, 4), new(10, 0)));
        var sent = approval with { Announced = Stockholm.At(new(2026, 3, 12), new(13, 0)) };

        Approval.Parse(approval.ToString()).ShouldBe(approval);
        Approval.Parse(sent.ToString()).ShouldBe(sent);
        Approval.Parse(sent + "|more").ShouldBe(sent);
        Approval.Parse("Anna").ShouldBeNull();
        Approval.Parse(null).ShouldBeNull();
    }

    private Meeting MeetingWithSentAgenda()
    {
        var meeting = group.Meeting(3, "2026-03-12");
        var approval = new Approval(anna.Person!.Value, group.Time.GetUtcNow()) { Announced = meeting.StartsAt };
        group.Add(new MailingRow
        {
            Title = "Dagordning",
            MailKey = MailKeys.For(MailKind.Agenda, meeting),
            Kind = MailKind.Agenda,
            MeetingId = meeting.Id,
            Outcome = MailOutcome.Sent,
            SentAt = group.Time.GetUtcNow(),
            Recipients = $"{anna.Email}\n{erik.Email}",
        });
        return group.Change(meeting, m => m with { AgendaStatus = DocumentStatus.Sent, AgendaApproval = approval.ToString() });
    }

    private void Move(Meeting meeting, int days) =>
        group.Change(meeting, m => m with { StartsAt = m.StartsAt!.Value.AddDays(days), EndsAt = m.EndsAt!.Value.AddDays(days) });

    private async Task<IReadOnlyList<MailRequest>> DueAsync() =>
        MeetingChanges.MailsDue(await group.Lists.ReadAsync(Needed, default), group.Time.GetUtcNow());

    private async Task SendAllAsync() => await group.SendOnce.SendAsync(await DueAsync(), await group.Lists.ReadAsync(Needed, default), default);
}
