using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;
using Hallbarhet.Tests.Building;
using NSubstitute;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Meetings;

/// <summary>M2, the personal mail before a meeting.</summary>
public sealed class CallForItemsTests
{
    private readonly GroupOnPaper group = new();
    private readonly ICalendarFileWriter calendarFiles = Substitute.For<ICalendarFileWriter>();
    private readonly Member anna;
    private readonly Member erik;

    public CallForItemsTests()
    {
        anna = group.Strategist("Anna Provberg");
        erik = group.Participant("Erik Mallqvist", group.Department("Utbildningsförvaltningen"));
        calendarFiles.Write([], "").ReturnsForAnyArgs("BEGIN:VCALENDAR"u8.ToArray());
    }

    private PrepareMeetings Job =>
        new(group.Lists, group.Files, group.Calendar, calendarFiles, group.SendOnce, group.Policy, group.Settings, group.Time);

    [Theory]
    [InlineData("2026-02-25", "10:00", 0, "eleven working days before")]
    [InlineData("2026-02-26", "07:59", 0, "too early in the day")]
    [InlineData("2026-02-26", "08:00", 2, "ten working days before")]
    [InlineData("2026-03-04", "15:59", 2, "late, but the agenda has not gone out")]
    [InlineData("2026-03-07", "10:00", 0, "Saturday")]
    [InlineData("2026-03-12", "13:00", 0, "the meeting has begun")]
    public async Task The_call_for_items_goes_out_ten_working_days_before(string date, string clock, int mails, string because)
    {
        group.Meeting(3, "2026-03-12");
        group.At(date, clock);

        await group.RunTwiceAsync(Job);

        group.Mails.Count(m => m.Content is CallForItemsMail).ShouldBe(mails, because);
    }

    [Fact]
    public async Task The_call_is_personal()
    {
        var meeting = group.Meeting(3, "2026-03-12");
        group.Add(new Initiative { Title = "Solceller", Owner = erik.Person, Status = InitiativeStatus.Ongoing, Latest = "Upphandlat." });
        group.Add(new Initiative { Title = "Färdig", Owner = erik.Person, Status = InitiativeStatus.Done });
        group.Add(new Initiative { Title = "Annas", Owner = anna.Person, Status = InitiativeStatus.Idea });
        group.Add(new Initiative { Title = "Ingens", Status = InitiativeStatus.Ongoing });
        var action = new DecisionAction { Title = "Räkna", Kind = DecisionActionKind.Action, Responsible = erik.Person, DueOn = new(2026, 2, 25) };
        group.Add(action with { Status = ActionStatus.Open });
        group.Add(action with { Title = "Klart", Status = ActionStatus.Done });
        group.At("2026-02-26");

        await group.RunTwiceAsync(Job);

        var sent = group.Mails.Single(m => m.To.Contains("erik.mallqvist@trollhattan.example"));
        sent.Key.ShouldBe($"M2/Meeting/{meeting.Id}/1/Member/{erik.Id}");
        var mail = sent.Content.ShouldBeOfType<CallForItemsMail>();
        (mail.FirstName, mail.ItemsDue).ShouldBe(("Erik", new DateOnly(2026, 3, 4)));
        mail.MyInitiatives.Select(i => (i.Title, i.Status)).ShouldBe([("Solceller", "Pågår")]);
        mail.MyActions.Select(a => (a.Title, a.Overdue)).ShouldBe([("Räkna", true)]);
    }

    [Fact]
    public async Task Nobody_away_or_declining_gets_the_call_and_a_joiner_does()
    {
        group.Meeting(3, "2026-03-12");
        group.Change(erik, m => m with { MailChoice = MailChoice.AgendaAndNotes });
        group.Participant("Karin Demoberg", with: m => m with { AwayFrom = new(2026, 2, 1) });
        group.At("2026-02-26");
        await group.RunTwiceAsync(Job);
        group.Participant("Omar Testlund");

        await group.RunTwiceAsync(Job);

        group.Mails.SelectMany(m => m.To).ShouldBe(["anna.provberg@trollhattan.example", "omar.testlund@trollhattan.example"]);
    }

    [Fact]
    public async Task Once_the_agenda_has_gone_out_nobody_is_called_any_more()
    {
        group.Meeting(3, "2026-03-12", m => m with { AgendaStatus = DocumentStatus.Sent });
        group.At("2026-03-05");

        await group.RunTwiceAsync(Job);

        group.Mails.ShouldBeEmpty();
    }
}
