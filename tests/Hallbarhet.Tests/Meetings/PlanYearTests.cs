using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Meetings;

public sealed class PlanYearTests
{
    private readonly GroupOnPaper group = new();
    private readonly Member anna;
    private readonly Member bo;

    public PlanYearTests()
    {
        anna = group.Strategist("Anna Provberg");
        bo = group.Strategist("Bo Testlund");
    }

    private PlanYear Job => new(group.Lists, group.Settings, group.Time);

    private IReadOnlyList<Meeting> Meetings => group.All<Meeting>();

    [Fact]
    public async Task First_start_proposes_the_rest_of_the_year_once()
    {
        // Fifteen working days from 2 February: the meeting of 5 February cannot be called for any more.
        var result = await group.RunTwiceAsync(Job);

        result.Done.ShouldBe(1);
        Meetings.Count.ShouldBe(7);
        var first = Meetings[0];
        first.Title.ShouldBe("Möte 1");
        first.StartsAt.ShouldBe(Stockholm.At(new(2026, 3, 12), new(13, 0)));
        first.EndsAt.ShouldBe(Stockholm.At(new(2026, 3, 12), new(15, 0)));
        (first.Status, first.AgendaStatus, first.NotesStatus)
            .ShouldBe((MeetingStatus.Proposed, DocumentStatus.NotStarted, DocumentStatus.NotStarted));
        (first.ItemsDue, first.AgendaOn).ShouldBe((new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 5)));
        (first.Place, first.SourceKey).ShouldBe((group.Settings.MeetingPlace, "meeting/2026/1"));
        Meetings.ShouldAllBe(m => m.DateReason!.Length > 0 && m.SystemMessage == null);
    }

    [Fact]
    public async Task Terms_have_one_chair_each_and_the_other_one_takes_notes()
    {
        await group.RunTwiceAsync(Job);

        Meetings.Where(m => m.Date.Month <= 6).ShouldAllBe(m => m.Chair == anna.Person && m.NoteTaker == bo.Person);
        Meetings.Where(m => m.Date.Month > 6).ShouldAllBe(m => m.Chair == bo.Person && m.NoteTaker == anna.Person);
    }

    [Fact]
    public async Task Somebody_away_in_spring_chairs_in_autumn_and_the_note_taker_of_spring_is_chosen_at_the_meeting()
    {
        group.Change(anna, m => m with { AwayFrom = new(2026, 1, 1), AwayTo = new(2026, 6, 30) });

        await group.RunTwiceAsync(Job);

        Meetings.Where(m => m.Date.Month <= 6).ShouldAllBe(m => m.Chair == bo.Person && m.NoteTaker == null);
        Meetings.Where(m => m.Date.Month > 6).ShouldAllBe(m => m.Chair == anna.Person && m.NoteTaker == bo.Person);
    }

    [Theory]
    [InlineData("2026-07-31", 2026, "July is too early for the next year")]
    [InlineData("2026-08-03", 2027, "from August on")]
    [InlineData("2026-12-28", 2027, "and until the year ends")]
    public async Task The_next_year_is_proposed_from_August_on(string today, int lastYear, string because)
    {
        group.Meeting(1, "2026-03-12", m => m with { Status = MeetingStatus.Held, Chair = bo.Person });
        group.At(today);

        await group.RunTwiceAsync(Job);

        Meetings.Max(m => m.Date.Year).ShouldBe(lastYear, because);
        Meetings.Count(m => m.Date.Year == 2027).ShouldBe(lastYear == 2027 ? 8 : 0, because);
    }

    [Fact]
    public async Task A_year_that_people_have_begun_to_plan_is_theirs()
    {
        group.Meeting(1, "2026-11-12", m => m with { Chair = anna.Person, NoteTaker = bo.Person });

        await group.RunTwiceAsync(Job);

        Meetings.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(RotationPeriod.Meeting)]
    [InlineData(RotationPeriod.Term)]
    [InlineData(RotationPeriod.Year)]
    public async Task A_plan_that_was_cut_off_is_finished_and_nothing_is_there_twice(RotationPeriod rotation)
    {
        group.Settings = group.Settings with { Rotation = rotation };
        var whole = new GroupOnPaper { Settings = group.Settings };
        whole.Strategist("Anna Provberg");
        whole.Strategist("Bo Testlund");
        await whole.RunAsync(new PlanYear(whole.Lists, whole.Settings, whole.Time));
        foreach (var row in whole.All<Meeting>().Take(3)) group.Add(row with { Id = 0 }, PaperLists.System);
        group.At("2026-02-02", "11:00");

        await group.RunTwiceAsync(Job);

        Meetings.Select(m => (m.SourceKey, m.StartsAt, m.Chair, m.NoteTaker))
            .ShouldBe(whole.All<Meeting>().Select(m => (m.SourceKey, m.StartsAt, m.Chair, m.NoteTaker)));
    }

    [Fact]
    public async Task A_proposal_that_people_removed_does_not_come_back_once_they_have_begun_to_accept()
    {
        await group.RunAsync(Job);
        group.Lists.Delete<Meeting>(Meetings[6].Id);
        group.Change(Meetings[0], m => m with { Status = MeetingStatus.Decided });

        await group.RunTwiceAsync(Job);

        Meetings.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_chair_who_will_be_away_or_gone_is_replaced_and_a_chosen_one_stays()
    {
        var away = group.Meeting(1, "2026-03-12", m => m with { Chair = anna.Person, NoteTaker = bo.Person });
        var swapped = group.Meeting(2, "2026-04-16", m => m with { Chair = bo.Person, NoteTaker = anna.Person });
        group.Change(anna, m => m with { AwayFrom = new(2026, 3, 1), AwayTo = new(2026, 3, 31) });

        await group.RunTwiceAsync(Job);

        (group.Get<Meeting>(away.Id).Chair, group.Get<Meeting>(away.Id).NoteTaker).ShouldBe((bo.Person, null));
        (group.Get<Meeting>(swapped.Id).Chair, group.Get<Meeting>(swapped.Id).NoteTaker).ShouldBe((bo.Person, anna.Person));
    }

    [Fact]
    public async Task Who_swaps_the_chair_by_hand_need_not_swap_the_note_taker()
    {
        var meeting = group.Meeting(1, "2026-03-12", m => m with { Chair = bo.Person, NoteTaker = bo.Person });

        await group.RunTwiceAsync(Job);

        (group.Get<Meeting>(meeting.Id).Chair, group.Get<Meeting>(meeting.Id).NoteTaker).ShouldBe((bo.Person, anna.Person));
    }

    [Fact]
    public async Task A_chair_who_is_no_member_stays()
    {
        var guest = new PersonId(900);
        var meeting = group.Meeting(1, "2026-03-12", m => m with { Chair = guest, NoteTaker = anna.Person });

        await group.RunTwiceAsync(Job);

        group.Get<Meeting>(meeting.Id).Chair.ShouldBe(guest);
    }

    [Fact]
    public async Task Held_and_cancelled_meetings_are_left_alone()
    {
        group.Meeting(1, "2026-01-22", m => m with { Status = MeetingStatus.Held });
        group.Meeting(2, "2026-03-12", m => m with { Status = MeetingStatus.Cancelled });
        group.Meeting(3, "2026-01-29");
        var writes = group.Calls.Writes;

        var result = await group.RunAsync(Job);

        (result.Outcome, group.Calls.Writes - writes).ShouldBe((JobOutcome.Idle, 0));
    }

    [Fact]
    public async Task Dates_before_a_meeting_follow_when_it_moves_but_typed_ones_stay()
    {
        var meeting = group.Meeting(1, "2026-03-12", m => m with { Status = MeetingStatus.Proposed, Chair = anna.Person });
        await group.RunAsync(Job);
        group.Change(meeting, m => m with { AgendaOn = new(2026, 3, 3) });
        group.Change(meeting, m => m with { StartsAt = m.StartsAt!.Value.AddDays(7), EndsAt = m.EndsAt!.Value.AddDays(7) });

        await group.RunTwiceAsync(Job);

        var moved = group.Get<Meeting>(meeting.Id);
        (moved.ItemsDue, moved.AgendaOn).ShouldBe((new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 3)));
    }

    [Theory]
    [InlineData("no start", "Skriv när mötet börjar.")]
    [InlineData("no end", "Skriv när mötet slutar.")]
    [InlineData("end first", "Mötet slutar innan det börjar.")]
    [InlineData("no title", "Skriv vad mötet heter")]
    [InlineData("Saturday", "Kontrollera datumet: lördag 14 mars är ingen arbetsdag.")]
    [InlineData("no chair", "Ingen hållbarhetsstrateg är i tjänst den dagen.")]
    public async Task A_badly_filled_row_says_what_is_missing_until_it_is_mended(string what, string expected)
    {
        var good = group.Meeting(1, "2026-03-12", m => m with { Chair = anna.Person, NoteTaker = bo.Person });
        group.Change(good, m => Spoil(m, what));
        if (what == "no chair") foreach (var s in new[] { anna, bo }) group.Change(s, m => m with { ActiveTo = new(2026, 3, 1) });

        await group.RunTwiceAsync(Job);
        group.Get<Meeting>(good.Id).SystemMessage.ShouldNotBeNull().ShouldStartWith(expected);

        group.Change(good, m => good with { ETag = m.ETag, SystemMessage = m.SystemMessage, InvitedAs = m.InvitedAs });
        foreach (var s in new[] { anna, bo }) group.Change(s, m => m with { ActiveTo = null });
        await group.RunTwiceAsync(Job);
        group.Get<Meeting>(good.Id).SystemMessage.ShouldBeNull();
    }

    [Fact]
    public async Task What_another_job_wrote_on_the_row_stays()
    {
        const string theirs = "Bara strateger kan godkänna.";
        var meeting = group.Meeting(1, "2026-03-14", m => m with { Chair = anna.Person, NoteTaker = bo.Person, SystemMessage = theirs });

        await group.RunTwiceAsync(Job);

        group.Get<Meeting>(meeting.Id).SystemMessage.ShouldBe(theirs);
    }

    [Fact]
    public async Task A_meeting_without_an_end_stands_above_what_another_job_wrote()
    {
        var meeting = group.Meeting(1, "2026-03-12", m => m with { EndsAt = null, SystemMessage = "Dagordningen skickades." });

        await group.RunTwiceAsync(Job);

        group.Get<Meeting>(meeting.Id).SystemMessage.ShouldNotBeNull().ShouldStartWith("Skriv när mötet slutar.");
    }

    private static Meeting Spoil(Meeting meeting, string what) => what switch
    {
        "no start" => meeting with { StartsAt = null },
        "no end" => meeting with { EndsAt = null },
        "end first" => meeting with { EndsAt = meeting.StartsAt!.Value.AddHours(-1) },
        "no title" => meeting with { Title = " " },
        "Saturday" => meeting with { StartsAt = meeting.StartsAt!.Value.AddDays(2), EndsAt = meeting.EndsAt!.Value.AddDays(2) },
        _ => meeting,
    };
}
