using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Records;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Agenda;

public sealed class DraftAgendasTests
{
    private const string Draft = "Dagordning 2026-03-12 Möte 3.docx";

    private readonly MeetingThree it = new();

    private GroupOnPaper Group => it.Group;

    [Fact]
    public async Task The_chair_gets_a_draft_to_approve_eight_working_days_before()
    {
        it.Item("Laddstolpar vid skolor");

        await Group.At("2026-03-02").RunTwiceAsync(it.DraftAgendas);

        it.Now.AgendaStatus.ShouldBe(DocumentStatus.Draft);
        it.Text(GroupLibrary.Drafts, Draft).ShouldBe("UTKAST Dagordning: Laddstolpar vid skolor");
        var mail = Group.Mails.ShouldHaveSingleItem();
        mail.Key.ShouldBe("M7/Meeting/1/agenda/1");
        mail.To.ShouldBe(["karin.exempelius@trollhattan.example"]);
        var content = mail.Content.ShouldBeOfType<ApprovalMail>();
        content.ApproveBy.ShouldBe(new DateOnly(2026, 3, 4));
        content.Agenda!.Points.Single().Title.ShouldBe("Laddstolpar vid skolor");
        content.IsReminder.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-02-27", "09:00", "a day too early")]
    [InlineData("2026-03-02", "07:59", "mail may not leave yet")]
    [InlineData("2026-03-02", "16:00", "mail may not leave any more")]
    public async Task Nothing_is_due_before_its_time(string date, string clock, string reason)
    {
        var result = await Group.At(date, clock).RunAsync(it.DraftAgendas);

        result.Outcome.ShouldBe(JobOutcome.Idle, reason);
        Group.Calls.Log.ShouldBe(["Lists.Read"], reason);
    }

    [Theory]
    [InlineData(MeetingStatus.Proposed, DocumentStatus.NotStarted, "nobody has decided the date")]
    [InlineData(MeetingStatus.Cancelled, DocumentStatus.NotStarted, "cancelled")]
    [InlineData(MeetingStatus.Decided, DocumentStatus.Paused, "paused")]
    [InlineData(MeetingStatus.Decided, DocumentStatus.Approved, "approved")]
    [InlineData(MeetingStatus.Decided, DocumentStatus.Sent, "sent")]
    public async Task Only_a_decided_meeting_with_an_open_agenda_gets_a_draft(MeetingStatus status, DocumentStatus agenda, string reason)
    {
        it.Change(m => m with { Status = status, AgendaStatus = agenda });

        (await Group.At("2026-03-03").RunAsync(it.DraftAgendas)).Outcome.ShouldBe(JobOutcome.Idle, reason);
    }

    [Fact]
    public async Task A_meeting_without_an_end_is_left_alone()
    {
        it.Change(m => m with { EndsAt = null });

        (await Group.At("2026-03-03").RunAsync(it.DraftAgendas)).Outcome.ShouldBe(JobOutcome.Idle);
    }

    [Fact]
    public async Task The_draft_follows_the_lists_and_nobody_is_mailed_again()
    {
        await it.WithDraftAsync();
        it.Item("Ny punkt");

        await Group.At("2026-03-02", "11:00").RunTwiceAsync(it.DraftAgendas);

        it.Text(GroupLibrary.Drafts, Draft).ShouldBe("UTKAST Dagordning: Ny punkt");
        Group.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reminder_comes_once_the_working_day_before_it_is_late()
    {
        await it.WithDraftAsync();

        await Group.At("2026-03-03").RunTwiceAsync(it.DraftAgendas);
        await Group.At("2026-03-04").RunTwiceAsync(it.DraftAgendas);

        Group.Mails.Select(m => m.Key).ShouldBe(["M7/Meeting/1/agenda/1", "M7/Meeting/1/agenda/2"]);
        Group.Mails[1].Content.ShouldBeOfType<ApprovalMail>().IsReminder.ShouldBeTrue();
    }

    [Fact]
    public async Task Somebody_who_takes_back_a_sent_agenda_is_not_reminded_of_it()
    {
        await it.WithSentAgendaAsync();
        Group.At("2026-03-06");
        it.Change(m => m with { AgendaStatus = DocumentStatus.Draft });
        var before = Group.Mails.Count;

        await Group.RunAsync(it.DraftAgendas);

        Group.Mails.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_new_draft_leaves_what_others_have_written_on_the_row()
    {
        await it.WithDraftAsync();
        it.Change(m => m with { SystemMessage = "Tackat nej: 2" });
        it.Item("Ny punkt");

        await Group.RunTwiceAsync(it.DraftAgendas);

        it.Now.SystemMessage.ShouldBe("Tackat nej: 2");
    }

    [Fact]
    public async Task A_draft_that_comes_late_is_not_reminded_of_the_same_day()
    {
        await Group.At("2026-03-04").RunTwiceAsync(it.DraftAgendas);

        Group.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_the_chair_is_away_the_other_strategist_is_asked()
    {
        Group.Change(it.Karin, m => m with { AwayFrom = GroupOnPaper.Day("2026-01-01") });

        await Group.At("2026-03-02").RunAsync(it.DraftAgendas);

        Group.Mails.Single().To.ShouldBe(["sven.provsson@trollhattan.example"]);
    }

    [Fact]
    public async Task Without_anybody_to_ask_the_draft_is_made_and_says_so()
    {
        Group.Change(it.Karin, m => m with { ActiveTo = GroupOnPaper.Day("2026-01-01") });
        Group.Change(it.Sven, m => m with { Email = null });

        await Group.At("2026-03-02").RunTwiceAsync(it.DraftAgendas);

        Group.Mails.ShouldBeEmpty();
        it.Now.SystemMessage.ShouldNotBeNull().ShouldContain("Ingen hållbarhetsstrateg i tjänst kan få utkastet med mejl.");
    }

    [Fact]
    public async Task Too_many_minutes_are_told_in_the_mail_and_on_the_row()
    {
        it.Item("Lång fråga", i => i with { Minutes = 115 });
        it.Item("Kort fråga");

        await it.WithDraftAsync();

        const string warning = "Punkterna tar 125 minuter och mötet är 120 minuter. Flytta eller korta någon punkt.";
        it.Now.SystemMessage.ShouldNotBeNull().ShouldContain(warning);
        ((ApprovalMail)Group.Mails.Single().Content).Warnings.ShouldBe([warning]);
    }

    [Fact]
    public async Task Strange_texts_stand_as_they_are_and_a_missing_title_is_named()
    {
        it.Item("");
        it.Item("<script>alert('x')</script> 🌱 =SUM(A1) \u202Eשלום");

        await it.WithDraftAsync();

        it.Writer.Agendas[^1].Points.Select(p => p.Title).ShouldBe(["(utan rubrik)", "<script>alert('x')</script> 🌱 =SUM(A1) \u202Eשלום"]);
        it.Now.SystemMessage.ShouldNotBeNull().ShouldContain("En punkt saknar rubrik.");
    }

    [Fact]
    public async Task The_citys_template_is_used_when_there_is_one()
    {
        Group.Files.Put(GroupLibrary.Drafts, "Mall/Dokumentmall.docx", [1, 2, 3]);

        await it.WithDraftAsync();

        it.Writer.Templates.ShouldHaveSingleItem().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_mail_that_was_cut_off_is_sent_by_the_next_run()
    {
        Group.Calls.Before = call => call == "Mailbox.CreateDrafts" ? new ServiceUnavailableException("cut") : null;
        await it.WithDraftAsync();
        Group.Calls.Works();

        await Group.At("2026-03-02", "09:15").RunTwiceAsync(it.DraftAgendas);

        Group.Mails.Select(m => m.Key).ShouldBe(["M7/Meeting/1/agenda/1"]);
    }

    [Fact]
    public async Task The_agenda_tells_what_moved_since_the_last_meeting()
    {
        Group.Meeting(2, "2026-02-12", m => m with { Status = MeetingStatus.Held });
        Group.Add(Initiative("Gammalt nytt", i => i with { LatestOn = GroupOnPaper.Day("2026-01-20") }));
        Group.Add(Initiative("Nytt läge", i => i with { LatestOn = GroupOnPaper.Day("2026-02-20"), DepartmentId = it.Care.Id }));
        Group.Add(Initiative("Hindrad", i => i with { LatestOn = GroupOnPaper.Day("2026-01-20"), Obstacles = "Saknar el" }));
        Group.Add(Initiative("Tyst", i => i with { Latest = " ", LatestOn = GroupOnPaper.Day("2026-02-20") }));
        Group.Add(new HorizonItem { Title = "EU:s restaureringslag", Status = HorizonStatus.ToMeeting });
        Group.Add(new HorizonItem { Title = "Bara ett tips", Status = HorizonStatus.New });
        Group.Add(new DecisionAction { Title = "Mät vattnet", Kind = DecisionActionKind.Action, DueOn = GroupOnPaper.Day("2026-03-01"), Responsible = it.Anna.Person });
        Group.Add(new DecisionAction { Title = "Klar sak", Kind = DecisionActionKind.Action, Status = ActionStatus.Done });
        Group.Add(new LearningActivity { Title = "Studiebesök", Status = LearningStatus.Planned, HeldAt = Group.Time.GetUtcNow().AddDays(60) });
        Group.Add(new LearningActivity { Title = "Har varit", Status = LearningStatus.Planned, HeldAt = Group.Time.GetUtcNow() });

        await it.WithDraftAsync();

        var agenda = it.Writer.Agendas[^1];
        agenda.StatusRound.Select(s => (s.Department, s.Title)).ShouldBe([("Gemensamt", "Hindrad"), ("Omsorgsförvaltningen", "Nytt läge")]);
        agenda.Horizon.Select(h => h.Title).ShouldBe(["EU:s restaureringslag"]);
        agenda.OpenActions.ShouldHaveSingleItem().ShouldBe(new OpenActionLine("Mät vattnet", "Anna Testberg", new(2026, 3, 1), true));
        agenda.Learning.Select(l => l.Title).ShouldBe(["Studiebesök"]);
    }

    private static Initiative Initiative(string title, Func<Initiative, Initiative> with) =>
        with(new() { Title = title, Status = InitiativeStatus.Ongoing, Latest = "Det går framåt." });
}
