using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;
using Hallbarhet.Tests.Building;
using NSubstitute;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Meetings;

public sealed class PrepareMeetingsTests
{
    private readonly GroupOnPaper group = new();
    private readonly ICalendarFileWriter calendarFiles = Substitute.For<ICalendarFileWriter>();
    private readonly Member anna;
    private readonly Member erik;

    public PrepareMeetingsTests()
    {
        anna = group.Strategist("Anna Provberg");
        erik = group.Participant("Erik Mallqvist", group.Department("Utbildningsförvaltningen"));
        calendarFiles.Write([], "").ReturnsForAnyArgs("BEGIN:VCALENDAR"u8.ToArray());
    }

    private PrepareMeetings Job =>
        new(group.Lists, group.Files, group.Calendar, calendarFiles, group.SendOnce, group.Policy, group.Settings, group.Time);

    private PaperEvent Event => group.Calendar.Events.ShouldHaveSingleItem();

    [Fact]
    public async Task A_decided_meeting_gets_one_folder_and_one_event()
    {
        var meeting = group.Meeting(3, "2026-03-12");

        await group.RunTwiceAsync(Job);

        group.Files.Folders.ShouldBe(["MeetingDocuments/2026-03-12 Möte 3"]);
        Event.Attendees.ShouldBe(["anna.provberg@trollhattan.example", "erik.mallqvist@trollhattan.example"]);
        Event.Body.ShouldContain("MeetingDocuments");
        var row = group.Get<Meeting>(meeting.Id);
        row.EventId.ShouldBe(Event.Id);
        row.FolderUrl.ShouldNotBeNull().ShouldContain("2026-03-12");
        (row.ItemsDue, row.AgendaOn).ShouldBe((new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 5)));
    }

    [Theory]
    [InlineData(MeetingStatus.Proposed, "2026-03-12", "nobody has accepted the date")]
    [InlineData(MeetingStatus.Held, "2026-03-12", "it has been held")]
    [InlineData(MeetingStatus.Cancelled, "2026-03-12", "it was cancelled before anybody was invited")]
    [InlineData(MeetingStatus.Decided, "2026-01-29", "it is over")]
    public async Task Other_meetings_get_none(MeetingStatus status, string date, string because)
    {
        group.Meeting(3, date, m => m with { Status = status });

        var result = await group.RunAsync(Job);

        result.Outcome.ShouldBe(JobOutcome.Idle, because);
    }

    [Fact]
    public async Task A_joiner_is_invited_and_who_leaves_or_goes_away_is_not_any_more()
    {
        group.Meeting(3, "2026-03-12");
        await group.RunAsync(Job);
        group.Participant("Karin Demoberg");
        group.Change(erik, m => m with { AwayFrom = new(2026, 2, 1) });

        await group.RunTwiceAsync(Job);

        Event.Attendees.ShouldBe(["anna.provberg@trollhattan.example", "karin.demoberg@trollhattan.example"]);
    }

    [Theory]
    [InlineData("no mails", "wants no mail, and Exchange would send some")]
    [InlineData("leaves before", "will have left when the meeting is held")]
    [InlineData("away then", "will be away when the meeting is held")]
    [InlineData("not yet", "has not come yet")]
    [InlineData("communicator", "is no participant")]
    [InlineData("bad address", "has an address that is none")]
    [InlineData("no address", "has no address")]
    public async Task Who_cannot_or_will_not_come_is_not_invited(string what, string because)
    {
        group.Change(erik, m => what switch
        {
            "no mails" => m with { MailChoice = MailChoice.None },
            "leaves before" => m with { ActiveTo = new(2026, 3, 11) },
            "away then" => m with { AwayFrom = new(2026, 3, 12), AwayTo = new(2026, 3, 12) },
            "not yet" => m with { ActiveFrom = new(2026, 2, 3) },
            "communicator" => m with { Role = Role.Communicator },
            "bad address" => m with { Email = "Erik <erik@trollhattan.example>, x" },
            _ => m with { Email = " " },
        });
        group.Meeting(3, "2026-03-12");

        await group.RunTwiceAsync(Job);

        Event.Attendees.ShouldBe(["anna.provberg@trollhattan.example"], because);
    }

    [Fact]
    public async Task A_move_changes_the_event_once_and_keeps_the_folder()
    {
        var meeting = group.Meeting(3, "2026-03-12");
        await group.RunAsync(Job);
        group.Change(meeting, m => m with
        {
            StartsAt = m.StartsAt!.Value.AddDays(7),
            EndsAt = m.EndsAt!.Value.AddDays(7),
            Place = "Biblioteket",
        });

        await group.RunTwiceAsync(Job);

        (Event.Moves, Event.Meeting.Date, Event.Meeting.Place).ShouldBe((1, new DateOnly(2026, 3, 19), "Biblioteket"));
        var row = group.Get<Meeting>(meeting.Id);
        (row.ItemsDue, row.AgendaOn).ShouldBe((new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 12)));
        row.FolderName.ShouldBe("2026-03-12 Möte 3");
        group.Files.Folders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Dates_do_not_follow_once_the_agenda_has_gone_out()
    {
        var meeting = group.Meeting(3, "2026-03-12");
        await group.RunAsync(Job);
        group.Change(meeting, m => m with
        {
            AgendaStatus = DocumentStatus.Sent,
            StartsAt = m.StartsAt!.Value.AddDays(7),
            EndsAt = m.EndsAt!.Value.AddDays(7),
        });

        await group.RunTwiceAsync(Job);

        group.Get<Meeting>(meeting.Id).AgendaOn.ShouldBe(new DateOnly(2026, 3, 5));
    }

    [Fact]
    public async Task A_cancelled_meeting_is_cancelled_in_the_calendar_once()
    {
        var meeting = group.Meeting(3, "2026-03-12");
        await group.RunAsync(Job);
        group.Change(meeting, m => m with { Status = MeetingStatus.Cancelled });

        await group.RunTwiceAsync(Job);

        Event.CancelledWith.ShouldBe("Mötet är inställt.");
        group.Get<Meeting>(meeting.Id).EventId.ShouldBeNull();
    }

    [Fact]
    public async Task A_cancelled_meeting_that_is_on_again_gets_an_event_of_its_own()
    {
        var meeting = group.Meeting(3, "2026-03-12");
        await group.RunAsync(Job);
        group.Change(meeting, m => m with { Status = MeetingStatus.Cancelled });
        await group.RunAsync(Job);
        group.Change(meeting, m => m with { Status = MeetingStatus.Decided });
        await group.RunAsync(new PlanYear(group.Lists, group.Settings, group.Time));

        await group.RunTwiceAsync(Job);

        group.Calendar.Events.Count.ShouldBe(2);
        group.Get<Meeting>(meeting.Id).EventId.ShouldBe(group.Calendar.Events[1].Id);
    }

    [Fact]
    public async Task A_run_that_is_cut_off_anywhere_leaves_nothing_twice()
    {
        for (var at = 0; at < 12; at++)
            foreach (var after in new[] { false, true })
            {
                var paper = new GroupOnPaper();
                paper.Strategist("Anna Provberg");
                paper.Meeting(3, "2026-03-12");
                var job = new PrepareMeetings(
                    paper.Lists, paper.Files, paper.Calendar, calendarFiles, paper.SendOnce, paper.Policy, paper.Settings, paper.Time);
                var left = at;
                Exception? Cut(string _) => left-- == 0 ? new ServiceUnavailableException("cut") : null;
                if (after) paper.Calls.After = Cut;
                else paper.Calls.Before = Cut;

                await paper.RunAsync(job);
                paper.Calls.Works();
                paper.At("2026-02-02", "09:11");
                await paper.RunAsync(job);
                await paper.RunTwiceAsync(job);

                paper.Files.Folders.Count.ShouldBe(1, $"cut at call {at}");
                paper.Calendar.Events.Count.ShouldBe(1, $"cut at call {at}");
            }
    }

    [Fact]
    public async Task Until_mail_is_live_nobody_is_invited_and_then_everybody_is()
    {
        group.Policy = new() { MailLive = false, RedirectAllTo = "prov@trollhattan.example" };
        group.Meeting(3, "2026-03-12");
        await group.RunTwiceAsync(Job);
        Event.Attendees.ShouldBeEmpty();

        group.Policy = new() { MailLive = true };
        await group.RunTwiceAsync(Job);

        Event.Attendees.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_row_that_cannot_be_prepared_says_why_and_the_others_go_on()
    {
        var bad = group.Meeting(3, "2026-03-12", m => m with { EndsAt = null });
        group.Meeting(4, "2026-04-16", m => m with { Title = "🌱 <script>alert(1)</script> =1+1 שלום" });

        await group.RunTwiceAsync(Job);

        group.Get<Meeting>(bad.Id).SystemMessage.ShouldBe("Skriv när mötet slutar. Inbjudan går ut när det är gjort.");
        Event.Meeting.Date.ShouldBe(new DateOnly(2026, 4, 16));
        group.Files.Folders.ShouldHaveSingleItem().ShouldNotContain("<");

        group.Change(bad, m => m with { EndsAt = m.StartsAt!.Value.AddHours(2) });
        await group.RunTwiceAsync(Job);
        group.Get<Meeting>(bad.Id).SystemMessage.ShouldBeNull();
        group.Calendar.Events.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_meeting_that_the_service_refuses_is_parked_and_the_others_go_on()
    {
        var bad = group.Meeting(3, "2026-03-12", m => m with { Place = new string('x', 256) });
        group.Meeting(4, "2026-04-16");

        for (var run = 0; run < 3; run++) await group.RunAsync(Job);

        group.Get<Meeting>(bad.Id).SystemMessage.ShouldBeNull("the row itself cannot be written");
        group.All<Meeting>().Count(m => m.EventId is not null).ShouldBe(1);
        (await group.RunAsync(Job)).Outcome.ShouldBe(JobOutcome.Idle);
    }

    [Fact]
    public async Task An_idle_look_costs_one_round_trip()
    {
        group.Meeting(3, "2026-03-12");
        await group.RunAsync(Job);
        var calls = group.Calls.Log.Count;

        await group.RunAsync(Job);

        group.Calls.Log.Skip(calls).ShouldBe(["Lists.Read"]);
    }

    [Fact]
    public void The_hidden_column_survives_a_round_trip_and_foreign_text()
    {
        var invitation = Invitation.Planned(Stockholm.At(new(2026, 3, 12), new(13, 0)));

        Invitation.Parse(invitation.ToString()).ShouldBe(invitation);
        Invitation.Parse("=HYPERLINK(1)").ShouldBeNull();
        Invitation.Parse(null).ShouldBeNull();
    }
}
