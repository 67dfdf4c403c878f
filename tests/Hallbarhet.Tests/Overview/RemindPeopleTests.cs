using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Overview;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Overview;

public sealed class RemindPeopleTests
{
    private readonly GroupOnPaper group = new();
    private readonly OrganisationUnit care;
    private readonly Member anna;
    private readonly Meeting held;

    public RemindPeopleTests()
    {
        care = group.Department("Omsorgsförvaltningen");
        anna = group.Participant("Anna Testberg", care);
        held = group.Meeting(1, "2026-02-12", m => m with { Status = MeetingStatus.Held });
    }

    private RemindPeople Job => new(group.Lists, group.SendOnce, group.Settings, group.Time);

    private IReadOnlyList<ReminderMail> Reminders => [.. group.Mails.Select(m => m.Content).OfType<ReminderMail>()];

    [Fact]
    public async Task One_mail_holds_everything_that_waits_for_a_person()
    {
        group.Settings = group.Settings with { PlannerOn = false };
        var row = ReportBack();
        group.Add(new DecisionAction
        {
            Title = "Boka lokal",
            Kind = DecisionActionKind.Action,
            Status = ActionStatus.Open,
            DueOn = new(2026, 3, 1),
            Responsible = anna.Person,
        });
        Ongoing();
        group.At("2026-04-07");

        await group.RunTwiceAsync(Job);

        var mail = group.Mails.Single();
        mail.To.ShouldBe(["anna.testberg@trollhattan.example"]);
        var content = mail.Content.ShouldBeOfType<ReminderMail>();
        content.ReportBacks.Single().ShouldBe(new(new(2026, 2, 12), "Omsorgsförvaltningen", group.Lists.FormUrl<ReportBack>(row.Id)));
        content.OverdueActions.Single().Title.ShouldBe("Boka lokal");
        content.StaleInitiatives.Single().Title.ShouldBe("Laddplatser");
    }

    [Theory]
    [InlineData("2026-02-24", "09:00", 0, "the department has ten working days")]
    [InlineData("2026-03-02", "09:00", 0, "Monday")]
    [InlineData("2026-03-03", "07:59", 0, "before the window")]
    [InlineData("2026-03-03", "08:00", 1, "Tuesday")]
    [InlineData("2026-03-03", "16:00", 0, "after the window")]
    [InlineData("2026-03-04", "09:00", 0, "Wednesday")]
    [InlineData("2026-04-14", "09:00", 0, "two months on, the next meeting has taken over")]
    public async Task Report_backs_are_asked_for_on_tuesdays(string day, string clock, int mails, string reason)
    {
        ReportBack();
        group.At(day, clock);

        await group.RunAsync(Job);

        Reminders.Count.ShouldBe(mails, reason);
    }

    [Fact]
    public async Task Each_missing_report_back_is_reason_for_one_mail_at_most_every_other_week()
    {
        ReportBack();
        var second = group.Meeting(2, "2026-02-19", m => m with { Status = MeetingStatus.Held });
        ReportBack(second);
        await TuesdaysAsync("2026-03-03", "2026-03-10", "2026-03-17", "2026-03-24", "2026-03-31", "2026-04-07");

        group.Mails.Select(m => Stockholm.Date(m.At)).ShouldBe([new(2026, 3, 3), new(2026, 3, 17)], "the second came due on 6 March");
        Reminders[1].ReportBacks.Count.ShouldBe(2, "the first is named again");
    }

    [Fact]
    public async Task Initiatives_without_news_are_no_reason_for_a_mail_of_their_own()
    {
        Ongoing();

        await TuesdaysAsync("2026-04-07", "2026-05-05", "2026-06-02");

        group.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-06-11", "2026-06-30", "week 27")]
    [InlineData("2026-06-11", "2026-08-04", "week 32")]
    [InlineData("2026-12-03", "2026-12-22", "Christmas")]
    public async Task Nobody_is_reminded_in_the_breaks(string meeting, string tuesday, string reason)
    {
        ReportBack(group.Meeting(2, meeting, m => m with { Status = MeetingStatus.Held }));

        await TuesdaysAsync(tuesday);

        group.Mails.ShouldBeEmpty(reason);
    }

    [Theory]
    [InlineData("away", "away")]
    [InlineData("gone", "left")]
    [InlineData("none", "wants no mail")]
    [InlineData("some", "wants only agendas and notes")]
    public async Task Nobody_who_is_away_gone_or_declined_is_reminded(string who, string reason)
    {
        ReportBack();
        group.Change(anna, m => who switch
        {
            "away" => m with { AwayFrom = new(2026, 1, 1) },
            "gone" => m with { ActiveTo = new(2026, 2, 20) },
            "none" => m with { MailChoice = MailChoice.None },
            _ => m with { MailChoice = MailChoice.AgendaAndNotes },
        });
        group.At("2026-03-03");

        await group.RunAsync(Job);

        group.Mails.ShouldBeEmpty(reason);
    }

    [Fact]
    public async Task When_the_person_on_the_row_is_away_the_departments_substitute_is_asked()
    {
        ReportBack();
        group.Person("Bo Mallgren", Role.Substitute, m => m with { DepartmentId = care.Id });
        group.Change(anna, m => m with { AwayFrom = new(2026, 1, 1) });
        group.At("2026-03-03");

        await group.RunAsync(Job);

        group.Mails.Single().To.ShouldBe(["bo.mallgren@trollhattan.example"]);
    }

    [Fact]
    public async Task Planner_reminds_of_overdue_actions_itself()
    {
        group.Add(new DecisionAction
        {
            Title = "Boka lokal",
            Kind = DecisionActionKind.Action,
            Status = ActionStatus.Open,
            DueOn = new(2026, 3, 1),
            Responsible = anna.Person,
        });
        group.At("2026-03-03");

        (await group.RunAsync(Job)).Outcome.ShouldBe(JobOutcome.Idle);
    }

    [Fact]
    public async Task A_newcomer_is_welcomed_once_on_any_working_day()
    {
        group.At("2026-03-04");
        group.Participant("Cilla Provberg", care, m => m with { ActiveFrom = new(2026, 3, 4) });

        await group.RunTwiceAsync(Job);

        group.Mails.Single().Content.ShouldBeOfType<WelcomeMail>().Department.ShouldBe("Omsorgsförvaltningen");
    }

    [Fact]
    public async Task A_row_whose_meeting_is_gone_harms_nobody()
    {
        group.Add(new ReportBack { Title = "Utan möte", Person = anna.Person });
        group.Add(new ReportBack { Title = "Borttaget möte", MeetingId = 99, Person = anna.Person });
        group.At("2026-03-03");

        (await group.RunAsync(Job)).Outcome.ShouldBe(JobOutcome.Idle);
    }

    private async Task TuesdaysAsync(params string[] days)
    {
        foreach (var day in days)
        {
            group.At(day);
            await group.RunTwiceAsync(Job);
        }
    }

    private ReportBack ReportBack(Meeting? meeting = null) => group.Add(new ReportBack
    {
        Title = "Återrapportering",
        MeetingId = (meeting ?? held).Id,
        DepartmentId = care.Id,
        Person = anna.Person,
    });

    private Initiative Ongoing() => group.Add(new Initiative
    {
        Title = "Laddplatser",
        Status = InitiativeStatus.Ongoing,
        Owner = anna.Person,
        LatestOn = new(2026, 1, 20),
    });
}
