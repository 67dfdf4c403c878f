using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Group.Reports;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Reports;

public sealed class CountFiguresTests
{
    private readonly ReportDesk desk = new();

    [Fact]
    public async Task Meetings_count_when_they_were_held_in_the_period()
    {
        desk.Group.Meeting(3, "2026-03-31", m => m with { Status = MeetingStatus.Held, StartsAt = Late("2026-03-31"), EndsAt = Late("2026-03-31").AddMinutes(20) });
        desk.Group.Meeting(4, "2026-03-20");
        desk.Group.Meeting(5, "2026-04-01", m => m with { Status = MeetingStatus.Held });
        desk.Group.Meeting(6, "2026-03-24", m => m with { Status = MeetingStatus.Cancelled });
        desk.Group.Add(new Meeting { Title = "Utan tid", Status = MeetingStatus.Held });

        (await CountAsync()).MeetingsHeld.ShouldBe(2, "the second starts 23.30 on the last day, Stockholm time");
    }

    [Fact]
    public async Task Items_count_when_treated_at_those_meetings()
    {
        desk.Item("Behandlad, bara en förvaltning", i => i with { CrossDepartment = false });
        desk.Item("Stående", i => i with { Standing = true });
        desk.Item("Flyttad", i => i with { Status = AgendaItemStatus.Carried });
        desk.Item("Utan möte", i => i with { MeetingId = null });

        (await CountAsync()).ItemsTreated.ShouldBe(1);
    }

    [Fact]
    public async Task Decisions_and_actions_belong_to_the_meeting_but_completion_to_its_day()
    {
        desk.Decision("Beslut");
        desk.Decision("Utan typ", d => d with { Kind = null });
        desk.Action("Klar i perioden", a => a with { Status = ActionStatus.Done, DoneOn = new(2026, 3, 31) });
        desk.Action("Klar efteråt", a => a with { Status = ActionStatus.Done, DoneOn = new(2026, 4, 1) });
        desk.Action("Från ett äldre möte", a => a with { MeetingId = null, Status = ActionStatus.Done, DoneOn = new(2026, 1, 1) });
        desk.Action("Försenad", a => a with { DueOn = new(2026, 4, 15) });
        desk.Action("Klart i dag", a => a with { DueOn = new(2026, 4, 16) });
        desk.Action("Utgår", a => a with { DueOn = new(2026, 4, 1), Status = ActionStatus.Dropped });

        var figures = await CountAsync();

        (figures.Decisions, figures.ActionsAgreed, figures.ActionsDone, figures.ActionsOverdue).ShouldBe((1, 5, 2, 1));
    }

    [Fact]
    public async Task Initiatives_count_as_they_stand_when_compiled()
    {
        desk.Initiative("A", InitiativeStatus.Ongoing);
        desk.Initiative("B", InitiativeStatus.Done, i => i with { LatestOn = new(2025, 1, 1) });
        desk.Initiative("C", InitiativeStatus.Idea);

        var figures = await CountAsync();

        (figures.InitiativesOngoing, figures.InitiativesDone).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Learning_horizon_and_report_backs_count_within_the_period()
    {
        desk.Group.Add(new LearningActivity { Title = "Film", Status = LearningStatus.Held, HeldAt = Late("2026-03-31") });
        desk.Group.Add(new LearningActivity { Title = "Inställd", Status = LearningStatus.Cancelled, HeldAt = Late("2026-03-30") });
        desk.Group.Add(new HorizonItem { Title = "Ny", Created = Late("2026-01-01") });
        desk.Group.Add(new HorizonItem { Title = "Äldre", Created = Late("2025-12-31") });
        desk.Group.Add(new ReportBack { MeetingId = desk.Held.Id, DepartmentId = desk.Care.Id, ReportedOn = new(2026, 4, 2) });
        desk.Group.Add(new ReportBack { MeetingId = desk.Held.Id });
        desk.Group.Add(new ReportBack { MeetingId = 99, ReportedOn = new(2026, 4, 2) });

        var figures = await CountAsync();

        (figures.LearningHeld, figures.HorizonItems, figures.ReportBacksDone, figures.ReportBacksExpected).ShouldBe((1, 1, 1, 2));
    }

    private async Task<ReportFigures> CountAsync() => CountFigures.In(
        await desk.Group.Lists.ReadAsync((GroupList)int.MaxValue, default), ReportPeriod.Quarter(2026, 1), new(2026, 4, 16));

    private static DateTimeOffset Late(string date) => Stockholm.At(Building.GroupOnPaper.Day(date), new(23, 30));
}
