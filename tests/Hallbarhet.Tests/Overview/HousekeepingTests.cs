using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Overview;
using Hallbarhet.Tests.Building;
using NSubstitute;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Overview;

public sealed class HousekeepingTests
{
    private readonly GroupOnPaper group = new();
    private readonly IGroupPages pages = Substitute.For<IGroupPages>();
    private IReadOnlyList<PageSection> published = [];

    public HousekeepingTests() => pages
        .WhenForAnyArgs(p => p.PublishAsync("", [], default))
        .Do(call => published = call.Arg<IReadOnlyList<PageSection>>());

    private Housekeeping Job => new(group.Lists, group.Calendar, pages, group.Memory, group.Time);

    [Theory]
    [InlineData("2026-02-01", null, true, "its date has passed")]
    [InlineData("2026-02-02", null, false, "its last day is today")]
    [InlineData(null, "2025-02-01", true, "no date of its own: twelve months after")]
    [InlineData(null, "2025-02-02", false, "twelve months today")]
    public async Task A_guests_name_goes_with_all_versions_at_its_date(string? until, string? held, bool cleared, string reason)
    {
        var activity = group.Add(new LearningActivity
        {
            Title = "Föreläsning",
            Status = LearningStatus.Held,
            Guest = "Gäst Gästsson, Exempelverket",
            GuestUntil = until is null ? null : GroupOnPaper.Day(until),
            HeldAt = held is null ? null : Stockholm.At(GroupOnPaper.Day(held), new(10, 0)),
        });
        group.Change(activity, a => a with { Place = "Sal A" });

        await group.RunTwiceAsync(Job);

        (group.Get<LearningActivity>(activity.Id).Guest is null).ShouldBe(cleared, reason);
        var versions = await group.Lists.VersionsAsync<LearningActivity>(activity.Id, default);
        versions.Any(v => v.Guest is not null).ShouldBe(!cleared, reason);
    }

    [Theory]
    [InlineData("Lists.Update", "cut off before the row was written")]
    [InlineData("Lists.ForgetVersions", "cut off before the versions were forgotten")]
    [InlineData("Memory.Note", "cut off at the first note")]
    public async Task Versions_are_forgotten_even_when_a_run_was_cut_off(string call, string reason)
    {
        var activity = group.Add(new LearningActivity { Title = "Film", Guest = "Gäst Gästsson", GuestUntil = new(2026, 1, 1) });
        group.Calls.Before = c => c == call ? new ServiceUnavailableException("cut") : null;
        await group.RunAsync(Job);
        group.Calls.Works();

        await group.RunTwiceAsync(Job);

        var versions = await group.Lists.VersionsAsync<LearningActivity>(activity.Id, default);
        versions.ShouldAllBe(v => v.Guest == null, reason);
        group.Memory.Current.Notes.Keys.ShouldNotContain(k => k.Contains("forget"));
    }

    [Fact]
    public async Task A_meetings_guests_are_kept_for_a_year()
    {
        var old = group.Meeting(1, "2025-02-01", m => m with { Guests = "Gäst Gästsson", Status = MeetingStatus.Held });
        var recent = group.Meeting(2, "2025-02-03", m => m with { Guests = "Gäst Gästsson", Status = MeetingStatus.Held });

        await group.RunTwiceAsync(Job);

        group.Get<Meeting>(old.Id).Guests.ShouldBeNull();
        group.Get<Meeting>(recent.Id).Guests.ShouldNotBeNull();
    }

    [Fact]
    public async Task Addresses_of_old_mailings_go_and_their_count_stays()
    {
        var old = group.Add(Mailing("M3/Meeting/1/1", new(2025, 1, 30, 9, 0, 0, TimeSpan.Zero)));
        var recent = group.Add(Mailing("M3/Meeting/2/1", new(2025, 2, 10, 9, 0, 0, TimeSpan.Zero)));

        await group.RunTwiceAsync(Job);

        (group.Get<MailingRow>(old.Id).Recipients, group.Get<MailingRow>(old.Id).RecipientCount).ShouldBe((null, 1.0));
        group.Get<MailingRow>(recent.Id).Recipients.ShouldNotBeNull();
    }

    [Fact]
    public async Task Declined_invitations_are_counted_once_a_day_and_nobody_is_named()
    {
        var meeting = await InvitedAsync("2026-02-12");
        group.Calendar.Answers["a@trollhattan.example"] = InvitationAnswer.Declined;
        group.Calendar.Answers["b@trollhattan.example"] = InvitationAnswer.Declined;

        await group.RunTwiceAsync(Job);
        group.Get<Meeting>(meeting.Id).SystemMessage.ShouldBe("Tackat nej: 2");

        group.Calendar.Answers["b@trollhattan.example"] = InvitationAnswer.Accepted;
        await group.RunTwiceAsync(Job);
        group.Get<Meeting>(meeting.Id).SystemMessage.ShouldBe("Tackat nej: 2", "read once a day");
        group.At("2026-02-03");
        await group.RunTwiceAsync(Job);
        group.Get<Meeting>(meeting.Id).SystemMessage.ShouldBe("Tackat nej: 1");
    }

    [Fact]
    public async Task Another_message_on_the_meeting_is_left_alone()
    {
        var meeting = await InvitedAsync("2026-02-12");
        group.Change(meeting, m => m with { SystemMessage = "Godkänd av Karin Exempelius – skickas tor 5 februari 08.00." });
        group.Calendar.Answers["a@trollhattan.example"] = InvitationAnswer.Declined;

        await group.RunTwiceAsync(Job);

        group.Get<Meeting>(meeting.Id).SystemMessage.ShouldNotBeNull().ShouldStartWith("Godkänd av");
    }

    [Fact]
    public async Task Meetings_far_ahead_cost_no_reading()
    {
        await InvitedAsync("2026-02-13");

        (await group.RunAsync(Job)).Outcome.ShouldBe(JobOutcome.Idle);
    }

    [Fact]
    public async Task The_page_is_made_again_only_when_it_says_something_else()
    {
        var care = group.Department("Omsorgsförvaltningen");
        var owner = group.Participant("Anna Testberg", care);
        var initiative = group.Add(new Initiative
        {
            Title = "Laddplatser <b>",
            Kind = InitiativeKind.Department,
            Status = InitiativeStatus.Ongoing,
            DepartmentId = care.Id,
            Owner = owner.Person,
            Latest = "Tre är klara.",
            LatestOn = new(2026, 1, 20),
            NextStep = "Upphandla resten",
        });
        group.Add(new Initiative { Title = "Idé", Status = InitiativeStatus.Idea, DepartmentId = care.Id });
        group.Add(new Initiative { Title = "Klimatbudget", Status = InitiativeStatus.Planned, Owner = owner.Person });

        await group.RunTwiceAsync(Job);
        published.Select(s => s.Heading).ShouldBe(["Omsorgsförvaltningen", "Gemensamt"]);
        published[0].Lines.Single().Title.ShouldBe("Laddplatser <b>");
        published[0].Lines.Single().Text.ShouldBe("Pågår. Tre är klara. Nästa steg: Upphandla resten");

        group.Change(initiative, i => i with { Obstacles = "Syns inte på sidan" });
        (await group.RunAsync(Job)).Outcome.ShouldBe(JobOutcome.Idle);
        group.Change(initiative, i => i with { Latest = "Alla är klara." });
        await group.RunTwiceAsync(Job);
        await pages.ReceivedWithAnyArgs(2).PublishAsync("", [], default);
    }

    [Fact]
    public async Task Rows_that_lack_something_say_what_until_it_is_mended()
    {
        var initiative = group.Add(new Initiative { Title = "", Kind = InitiativeKind.Department, Status = InitiativeStatus.Ongoing });
        var learning = group.Add(new LearningActivity { Title = "Film", Status = LearningStatus.Planned, HeldAt = group.Time.GetUtcNow().AddDays(-1) });
        var item = group.Add(new CommunicationItem { Title = "Sida", Status = CommunicationStatus.Published });

        await group.RunTwiceAsync(Job);

        group.Get<Initiative>(initiative.Id).SystemMessage.ShouldBe("Skriv vad arbetsinsatsen heter. Välj vem som är ansvarig. Välj förvaltning.");
        group.Get<LearningActivity>(learning.Id).SystemMessage.ShouldBe("Skriv vad vi tog med oss och sätt status Genomförd.");
        group.Get<CommunicationItem>(item.Id).SystemMessage.ShouldBe("Skriv när den publicerade sidan ska ses över.");

        group.Change(learning, l => l with { Status = LearningStatus.Held, Takeaway = "Mycket." });
        await group.RunTwiceAsync(Job);
        group.Get<LearningActivity>(learning.Id).SystemMessage.ShouldBeNull();
    }

    [Fact]
    public async Task A_sentence_without_a_date_gets_the_day_it_was_written()
    {
        var anna = group.Participant("Anna Testberg");
        var row = group.Add(new Initiative { Title = "Laddplatser", Status = InitiativeStatus.Idea, Latest = "Det går framåt." }, anna.Person);
        group.At("2026-02-05");

        await group.RunTwiceAsync(Job);

        group.Get<Initiative>(row.Id).LatestOn.ShouldBe(new DateOnly(2026, 2, 2));
    }

    [Theory]
    [InlineData("Två är klara.", null, "2026-03-05", "a new sentence, the date forgotten")]
    [InlineData("Två är klara.", "2026-03-01", "2026-03-01", "a new sentence with its own date")]
    [InlineData("Det går framåt.", null, "2026-01-20", "another column was changed")]
    [InlineData("  Det går framåt.\n", null, "2026-01-20", "only space was changed")]
    [InlineData("", null, "2026-01-20", "the sentence was taken away")]
    public async Task The_date_follows_the_sentence(string latest, string? date, string expected, string reason)
    {
        var anna = group.Participant("Anna Testberg");
        var row = group.Add(
            new Initiative { Title = "Laddplatser", Status = InitiativeStatus.Idea, Latest = "Det går framåt.", LatestOn = new(2026, 1, 20) },
            anna.Person);
        await group.RunTwiceAsync(Job);
        group.At("2026-03-05");
        group.Change(row, i => i with { Latest = latest, LatestOn = date is null ? i.LatestOn : GroupOnPaper.Day(date) }, anna.Person);
        group.At("2026-03-06");
        group.Change(row, i => i with { Obstacles = "Elcentralen", Owner = null, Status = InitiativeStatus.Ongoing }, anna.Person);

        await group.RunTwiceAsync(Job);

        group.Get<Initiative>(row.Id).LatestOn.ShouldBe(GroupOnPaper.Day(expected), reason);
        group.Get<Initiative>(row.Id).SystemMessage.ShouldBe("Välj vem som är ansvarig.");
    }

    [Fact]
    public async Task Versions_are_only_read_for_rows_that_a_member_changed_since()
    {
        var anna = group.Participant("Anna Testberg");
        var row = group.Add(
            new Initiative { Title = "Laddplatser", Status = InitiativeStatus.Idea, Latest = "Det går framåt.", LatestOn = new(2026, 1, 20) },
            anna.Person);
        await group.RunTwiceAsync(Job);
        group.Change(row, i => i with { NextStep = "Upphandla" }, PaperLists.System);
        group.At("2026-02-10");

        (await group.RunAsync(Job)).Outcome.ShouldBe(JobOutcome.Idle);
        group.Calls.Log.Count(c => c == "Lists.Versions").ShouldBe(1);
    }

    private async Task<Meeting> InvitedAsync(string date)
    {
        var meeting = group.Meeting(1, date);
        var facts = new MeetingFacts { Title = "Möte 1", Date = GroupOnPaper.Day(date), Start = new(13, 0), End = new(15, 0), Key = "meeting-1" };
        var id = await group.Calendar.InviteAsync(facts, [new("A", "a@trollhattan.example"), new("B", "b@trollhattan.example")], "", default);
        return group.Change(meeting, m => m with { EventId = id });
    }

    private static MailingRow Mailing(string key, DateTimeOffset sent) => new()
    {
        Title = "Dagordning",
        MailKey = key,
        Kind = MailKind.Agenda,
        SentAt = sent,
        Recipients = "a@trollhattan.example",
        RecipientCount = 1,
        Outcome = MailOutcome.Sent,
    };
}
