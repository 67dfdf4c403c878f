using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Overview;
using Hallbarhet.Group.Records;
using Hallbarhet.Group.Reports;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Overview;

public sealed class WeeklyDigestTests
{
    private readonly GroupOnPaper group = new();
    private readonly Member karin;
    private readonly Member sven;

    public WeeklyDigestTests()
    {
        karin = group.Strategist("Karin Exempelius");
        sven = group.Strategist("Sven Provsson");
        group.Settings = group.Settings with { RegistryAddress = "registrator@trollhattan.example", ItAddress = "it@trollhattan.example" };
    }

    private WeeklyDigest Job => new(group.Lists, group.Mailbox, group.Memory, group.SendOnce, group.Settings, group.Time);

    private IReadOnlyList<SentMail> Mondays => [.. group.Mails.Where(m => m.Content is MondayMail)];

    private IReadOnlyList<string> Texts => [.. ((MondayMail)Mondays[^1].Content).Groups.SelectMany(g => g.Things).Select(t => t.Text)];

    [Fact]
    public async Task A_quiet_week_is_noted_and_nobody_is_mailed()
    {
        group.At("2026-02-09", "08:00");

        await group.RunTwiceAsync(Job);

        group.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_strategists_in_service_get_one_mail_with_what_waits()
    {
        group.Change(sven, m => m with { AwayFrom = new(2026, 1, 1), AwayTo = new(2026, 6, 30) });
        group.Department("Omsorgsförvaltningen");
        group.At("2026-02-09", "08:00");

        await group.RunTwiceAsync(Job);

        Mondays.Single().To.ShouldBe(["karin.exempelius@trollhattan.example"]);
        ((MondayMail)Mondays[0].Content).Week.ShouldBe(7);
        Texts.ShouldBe(["Förvaltning utan deltagare: Omsorgsförvaltningen"]);
    }

    [Theory]
    [InlineData("2026-02-09", "07:59", 0, "too early")]
    [InlineData("2026-02-09", "08:00", 1, "Monday")]
    [InlineData("2026-02-11", "10:00", 1, "the timers stood still on Monday and Tuesday")]
    [InlineData("2026-04-06", "10:00", 0, "Easter Monday")]
    [InlineData("2026-04-07", "08:00", 1, "the week's first working day")]
    [InlineData("2026-02-14", "10:00", 0, "Saturday")]
    public async Task It_comes_on_the_weeks_first_working_day(string day, string clock, int mails, string reason)
    {
        group.Department("Omsorgsförvaltningen");
        group.At(day, clock);

        await group.RunAsync(Job);

        Mondays.Count.ShouldBe(mails, reason);
    }

    [Fact]
    public async Task The_same_things_are_repeated_every_fourth_week_and_something_new_at_once()
    {
        group.Department("Omsorgsförvaltningen");
        foreach (var day in new[] { "2026-02-09", "2026-02-16", "2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16" })
        {
            group.At(day);
            if (day == "2026-03-16") group.Department("Serviceförvaltningen");
            await group.RunTwiceAsync(Job);
        }

        Mondays.Select(m => Stockholm.Date(m.At)).ShouldBe([new(2026, 2, 9), new(2026, 3, 9), new(2026, 3, 16)]);
    }

    [Fact]
    public async Task A_draft_that_waits_in_time_is_no_reason_for_a_mail_until_it_is_late()
    {
        group.Meeting(1, "2026-01-29", m => m with { Status = MeetingStatus.Held, NotesStatus = DocumentStatus.Draft });
        group.At("2026-02-02");
        await group.RunTwiceAsync(Job);
        Mondays.ShouldBeEmpty();

        group.At("2026-02-09");
        await group.RunTwiceAsync(Job);
        Texts.ShouldBe(["Minnesanteckningar 29 januari: försenad, skulle ha godkänts 5 februari"]);
    }

    [Fact]
    public async Task Everything_that_waits_is_named()
    {
        var care = group.Department("Omsorgsförvaltningen");
        var schools = group.Department("Utbildningsförvaltningen");
        var anna = group.Participant("Anna Testberg", care);
        var bo = group.Participant("Bo Mallgren", schools);
        var gone = group.Participant("Dag Demolin", care, m => m with { ActiveTo = new(2026, 1, 31) });
        group.Participant("Eva Utan", null);
        group.Meeting(1, "2026-01-20", m => m with { Status = MeetingStatus.Held, Present = [bo.Person!.Value] });
        group.Meeting(2, "2026-01-27", m => m with { Status = MeetingStatus.Held, Present = [bo.Person!.Value], NotesStatus = DocumentStatus.Draft });
        group.Meeting(3, "2026-02-19", m => m with { AgendaStatus = DocumentStatus.Draft });
        group.Meeting(4, "2026-04-16", m => m with { Status = MeetingStatus.Proposed });
        group.Add(new DecisionAction { Title = "Boka lokal", Kind = DecisionActionKind.Action, Status = ActionStatus.Open, DueOn = new(2026, 2, 1), Responsible = gone.Person, SystemMessage = "Välj en ny ansvarig." });
        group.Add(new Report { Title = "Delrapport", Status = ReportStatus.Draft, LastDay = new(2026, 2, 10) });
        group.Add(new Report { Title = "Rapport kvartal 4", Status = ReportStatus.Planned, LastDay = new(2026, 2, 20) });
        group.Add(new CommunicationItem { Title = "Sida om återbruk", Status = CommunicationStatus.Published, ReviewOn = new(2026, 2, 1) });
        group.Add(new MailingRow { Title = "Dagordning 12 februari", MailKey = "M3/Meeting/9/1", Kind = MailKind.Agenda, Outcome = MailOutcome.Unknown });
        group.Mailbox.State = new(2, Stockholm.At(new(2026, 2, 2), new(9, 0)));
        group.At("2026-02-09", "08:00");

        await group.RunTwiceAsync(Job);

        Texts.ShouldBe(
        [
            "Dagordning 19 februari: godkänn senast 11 februari",
            "Minnesanteckningar 27 januari: försenad, skulle ha godkänts 3 februari",
            "Delrapport: försenad, skulle ha godkänts 6 februari",
            "1 föreslaget mötesdatum att bestämma",
            "Rapport kvartal 4: sista dag för handlingar 20 februari",
            "Försenad: Boka lokal (klart senast 1 februari)",
            "Behöver ny ansvarig: Boka lokal",
            "Omsorgsförvaltningen var inte med på de två senaste mötena",
            "Deltagare utan förvaltning: Eva Utan",
            "Slutar 31 januari: Dag Demolin. Ta bort ur gruppen och välj nya ansvariga för det som är öppet.",
            "Sida om återbruk (skulle ses över 1 februari)",
            "Beslut och åtgärder: 1 rad där något står under Att göra",
            "Oklart om det skickades: Dagordning 12 februari",
            "Gruppens brevlåda har 2 olästa mejl; det äldsta kom 2 februari",
        ]);
        anna.Id.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_years_first_mail_asks_for_the_personal_data_check()
    {
        group.At("2027-01-07", "08:00");
        await group.RunTwiceAsync(Job);
        Texts.Single().ShouldStartWith("Gå igenom personuppgifterna");

        group.At("2027-01-11", "08:00");
        await group.RunTwiceAsync(Job);
        Mondays.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-02-05", 3, 0, "three working days are no reason")]
    [InlineData("2026-02-03", 1, 1, "older than three working days")]
    [InlineData(null, 0, 0, "nothing unread")]
    public async Task An_unread_mailbox_is_told(string? oldest, int unread, int things, string reason)
    {
        group.Mailbox.State = new(unread, oldest is null ? null : Stockholm.At(GroupOnPaper.Day(oldest), new(9, 0)));
        group.At("2026-02-09");

        await group.RunAsync(Job);

        Mondays.Count.ShouldBe(things, reason);
    }

    [Fact]
    public async Task The_mailbox_is_only_asked_when_the_mail_may_be_due()
    {
        group.At("2026-02-09", "08:00");
        await group.RunAsync(Job);
        var asked = group.Calls.Log.Count(c => c == "Mailbox.State");
        await group.RunAsync(Job);

        group.Calls.Log.Count(c => c == "Mailbox.State").ShouldBe(asked);
    }

    [Fact]
    public async Task The_registry_gets_last_months_documents_but_no_reports()
    {
        Record(RecordKind.Agenda, new(2026, 2, 5));
        Record(RecordKind.Notes, new(2026, 2, 28));
        Record(RecordKind.Report, new(2026, 2, 10));
        Record(RecordKind.Agenda, new(2026, 3, 1));
        group.At("2026-03-02", "08:00");

        await group.RunTwiceAsync(Job);

        var mail = group.Mails.Single(m => m.Content is RegistryMail);
        mail.To.ShouldBe(["registrator@trollhattan.example"]);
        var content = (RegistryMail)mail.Content;
        (content.Year, content.Month).ShouldBe((2026, 2));
        content.Records.Select(r => r.Kind).ShouldBe(["Dagordning", "Minnesanteckningar"]);
    }

    [Fact]
    public async Task The_communicator_hears_what_is_new_at_most_every_sixth_week()
    {
        group.Person("Sara Demovik", Role.Communicator);
        group.Add(new CommunicationItem { Title = "Återbruk", Status = CommunicationStatus.Proposed });
        group.Add(new Initiative { Title = "Ängar", Status = InitiativeStatus.Done, ForExternal = true, Outcome = "Sex ängar." });
        group.Add(new Initiative { Title = "Idé", Status = InitiativeStatus.Idea, ForExternal = true });
        group.Add(new CommunicationItem { Title = "Gammal sida", Status = CommunicationStatus.Published, ReviewOn = new(2026, 4, 1) });
        group.At("2026-03-02");
        await group.RunTwiceAsync(Job);
        group.At("2026-04-01");
        group.Add(new CommunicationItem { Title = "Matsvinn", Status = CommunicationStatus.Proposed });
        await group.RunTwiceAsync(Job);
        group.At("2026-05-04");
        await group.RunTwiceAsync(Job);

        var mails = group.Mails.Select(m => m.Content).OfType<CommunicatorMail>().ToList();
        mails.Select(m => m.Month).ShouldBe([3, 5]);
        mails[0].NewItems.Select(i => i.Title).ShouldBe(["Återbruk", "Ängar"]);
        mails[0].ToReview.Select(i => i.Title).ShouldBe(["Gammal sida"]);
        mails[1].NewItems.Select(i => i.Title).ShouldBe(["Matsvinn"]);
    }

    [Fact]
    public async Task It_is_told_once_of_work_that_a_queue_gave_up()
    {
        group.Memory.Current = group.Memory.Current with
        {
            Failures = new Dictionary<string, Failure> { ["Work/ApplyWorkspace"] = new(3, "Given up by the queue: no right.", group.Time.GetUtcNow()) },
        };

        await group.RunTwiceAsync(Job);

        group.Mails.Select(m => m.Content).OfType<ItMail>().SelectMany(m => m.Problems).ShouldBe(["Work/ApplyWorkspace: Given up by the queue: no right."]);
    }

    [Fact]
    public async Task It_is_told_once_of_parked_work_and_unclear_mails()
    {
        group.Memory.Current = group.Memory.Current with
        {
            Failures = new Dictionary<string, Failure>
            {
                ["DraftAgendas/Meeting/3"] = new(3, "A text of Meeting/3 is longer than 255 characters.", group.Time.GetUtcNow()),
                ["DraftAgendas/Meeting/4"] = new(2, "Not parked yet.", group.Time.GetUtcNow()),
            },
        };
        group.Add(new MailingRow { Title = "Dagordning", MailKey = "M3/Meeting/9/1", Kind = MailKind.Agenda, Outcome = MailOutcome.Unknown });
        group.At("2026-02-03");

        await group.RunTwiceAsync(Job);
        group.At("2026-02-04");
        await group.RunTwiceAsync(Job);

        var problems = group.Mails.Select(m => m.Content).OfType<ItMail>().SelectMany(m => m.Problems).ToList();
        problems.Count.ShouldBe(2);
        problems[0].ShouldStartWith("DraftAgendas/Meeting/3 failed 3 runs in a row");
        problems[1].ShouldContain("M3/Meeting/9/1");
    }

    [Fact]
    public async Task It_only_flags_and_never_changes_a_row()
    {
        var care = group.Department("Omsorgsförvaltningen");
        group.At("2026-02-09");

        await group.RunAsync(Job);

        group.Get<OrganisationUnit>(care.Id).ShouldBe(care);
        group.Get<Member>(karin.Id).ShouldBe(karin);
    }

    private void Record(RecordKind kind, DateOnly on) => group.Add(new PublishedRecord
    {
        Title = $"{kind}",
        Kind = kind,
        EstablishedOn = on,
        FileUrl = "https://trollhattan.example/f",
        Sha256 = "00",
        Registration = Registration.KeptInOrder,
    });
}
