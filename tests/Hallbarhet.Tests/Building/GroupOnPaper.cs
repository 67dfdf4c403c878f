using System.Globalization;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace Hallbarhet.Tests.Building;

/// <summary>
/// A group with its lists, mailbox, calendar, files, board and clock in memory. A test adds rows, runs a job and asks what came of it.
/// The clock stands at Monday 2 February 2026, 09.00, until the test moves it.
/// </summary>
public sealed class GroupOnPaper
{
    private int lastPerson = 100;

    public GroupOnPaper()
    {
        Memory = new(Calls, Time);
        Lists = new(Calls, Memory, Time);
        Mailbox = new(Calls, Time);
        Calendar = new(Calls);
        Files = new(Calls);
        Board = new(Calls);
    }

    public GroupSettings Settings { get; set; } = new();

    public MailPolicy Policy { get; set; } = new() { MailLive = true, MailsPerHour = 1000 };

    public FakeTimeProvider Time { get; } = new(Stockholm.At(new(2026, 2, 2), new(9, 0)));

    public PaperCalls Calls { get; } = new();

    public PaperMemory Memory { get; }

    public PaperLists Lists { get; }

    public PaperMailbox Mailbox { get; }

    public PaperComposer Composer { get; } = new();

    public PaperCalendar Calendar { get; }

    public PaperFiles Files { get; }

    public PaperBoard Board { get; }

    public SendOnce SendOnce => new(Lists, Mailbox, Composer, Policy, Watch, Time);

    public PaperMailWatch Watch { get; } = new();

    /// <summary>Every mail that really left, oldest first.</summary>
    public IReadOnlyList<SentMail> Mails => [.. Mailbox.Sent.Select(s => new SentMail(s.Mail, Composer.Of(s.Mail), s.At))];

    public IReadOnlyList<T> All<T>() where T : Row => Lists.All<T>();

    public T Get<T>(int id) where T : Row => All<T>().Single(r => r.Id == id);

    /// <summary>A person adds a row.</summary>
    public T Add<T>(T row, PersonId? by = null) where T : Row => Lists.Save(row, by ?? row.Author ?? new PersonId(2));

    /// <summary>A person changes a row.</summary>
    public T Change<T>(T row, Func<T, T> change, PersonId? by = null) where T : Row =>
        Lists.Save(change(Get<T>(row.Id)) with { Id = row.Id }, by ?? new PersonId(2));

    /// <summary>Moves the clock to a date ("2026-03-12") and a time of day in Stockholm. It never goes back.</summary>
    public GroupOnPaper At(string date, string clock = "09:00")
    {
        Time.SetUtcNow(Stockholm.At(Day(date), TimeOnly.Parse(clock, CultureInfo.InvariantCulture)));
        return this;
    }

    public Task<JobResult> RunAsync(IGroupJob job) =>
        new RunJob(Lists, Memory, Settings, Time).RunAsync(job, CancellationToken.None);

    /// <summary>Runs the job, then once more, and insists that the second run finds and writes nothing.</summary>
    public async Task<JobResult> RunTwiceAsync(IGroupJob job)
    {
        var first = await RunAsync(job);
        var writes = Calls.Writes;
        var second = await RunAsync(job);
        second.Failed.ShouldBeEmpty();
        second.Outcome.ShouldBe(JobOutcome.Idle, $"the second run of {job.Name} found work");
        Calls.Writes.ShouldBe(writes, $"the second run of {job.Name} wrote");
        return first;
    }

    public Member Strategist(string name, Func<Member, Member>? with = null) => Person(name, Role.SustainabilityStrategist, with);

    public Member Participant(string name, OrganisationUnit? department = null, Func<Member, Member>? with = null) =>
        Person(name, Role.Regular, m => (with ?? (x => x))(m with { DepartmentId = department?.Id }));

    /// <summary>Somebody with an account, an own person id and the address förnamn.efternamn@trollhattan.example.</summary>
    public Member Person(string name, Role role, Func<Member, Member>? with = null)
    {
        var member = new Member
        {
            Title = name,
            Person = new PersonId(++lastPerson),
            Email = string.Join('.', name.ToLower(CultureInfo.GetCultureInfo("sv-SE")).Split(' ')) + "@trollhattan.example",
            Role = role,
            MailChoice = MailChoice.All,
        };
        return Add((with ?? (x => x))(member));
    }

    public OrganisationUnit Department(string name) => Add(new OrganisationUnit { Title = name, Kind = OrganisationKind.Department });

    /// <summary>A decided meeting 13–15 on the date, named by its number; <paramref name="with"/> changes what differs.</summary>
    public Meeting Meeting(int number, string date, Func<Meeting, Meeting>? with = null)
    {
        var meeting = new Meeting
        {
            Title = $"Möte {number}",
            StartsAt = Stockholm.At(Day(date), new(13, 0)),
            EndsAt = Stockholm.At(Day(date), new(15, 0)),
            Place = "Stadshuset, sal Älvrummet",
            Status = MeetingStatus.Decided,
            AgendaStatus = DocumentStatus.NotStarted,
            NotesStatus = DocumentStatus.NotStarted,
        };
        return Add((with ?? (x => x))(meeting));
    }

    public static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);
}
