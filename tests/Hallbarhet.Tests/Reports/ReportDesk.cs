using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Reports;
using Hallbarhet.Tests.Building;

namespace Hallbarhet.Tests.Reports;

/// <summary>
/// Two bodies, two strategists and a quarter with one held meeting. The first quarter's report to the committee: last day Friday 8 May,
/// compiled from Thursday 16 April.
/// </summary>
public sealed class ReportDesk
{
    public ReportDesk()
    {
        Committee = Body("Miljöutskottet", ReportProfile.Committee);
        Management = Body("SDL-gruppen", ReportProfile.Management);
        Care = Group.Department("Omsorgsförvaltningen");
        Karin = Group.Strategist("Karin Exempelius");
        Sven = Group.Strategist("Sven Provsson");
        Anna = Group.Participant("Anna Testberg", Care);
        Held = Group.Meeting(2, "2026-03-12", m => m with { Status = MeetingStatus.Held });
        Group.Settings = Group.Settings with { RegistryAddress = "registrator@trollhattan.example" };
    }

    public GroupOnPaper Group { get; } = new();

    public PaperWriter Writer { get; } = new();

    public OrganisationUnit Committee { get; }

    public OrganisationUnit Management { get; }

    public OrganisationUnit Care { get; }

    public Member Karin { get; }

    public Member Sven { get; }

    public Member Anna { get; }

    public Meeting Held { get; }

    public CompileReports Compile => new(Group.Lists, Group.Files, Writer, Group.SendOnce, Group.Settings, Group.Time);

    public SendReports Send => new(
        Group.Lists, new(Group.Lists, Group.Files, Writer, Group.Settings, Group.Time), Group.SendOnce, Group.Settings, Group.Time);

    /// <summary>The first quarter's report to the committee, as it stands now.</summary>
    public Report Quarter => Group.All<Report>().Single(r => r.SourceKey == $"report/2026-Q1/{Committee.Id}");

    public Report Now(Report report) => Group.Get<Report>(report.Id);

    /// <summary>Planned in February.</summary>
    public async Task<ReportDesk> PlannedAsync()
    {
        await Group.RunAsync(Compile);
        return this;
    }

    /// <summary>Draft on Thursday 16 April, 09.00.</summary>
    public async Task<ReportDesk> DraftedAsync()
    {
        await PlannedAsync();
        Group.At("2026-04-16");
        await Group.RunAsync(Compile);
        return this;
    }

    /// <summary>Words written, draft compiled again, Friday 17 April.</summary>
    public async Task<ReportDesk> WrittenAsync()
    {
        await DraftedAsync();
        Group.At("2026-04-17");
        Write("Matsvinnet minskar.", "Laddplatser saknas vid två lokaler.");
        await Group.RunAsync(Compile);
        return this;
    }

    /// <summary>Approved by Karin on Friday 17 April, 10.00, and checked.</summary>
    public async Task<ReportDesk> ApprovedAsync()
    {
        await WrittenAsync();
        Group.At("2026-04-17", "10:00");
        Approve(Karin);
        await Group.RunAsync(Send);
        return this;
    }

    /// <summary>Sent on Friday 17 April, 10.30.</summary>
    public async Task<ReportDesk> SentAsync()
    {
        await ApprovedAsync();
        Group.At("2026-04-17", "10:30");
        await Group.RunAsync(Send);
        return this;
    }

    public void Write(string summary, string attention) =>
        Group.Change(Quarter, r => r with { Summary = summary, Attention = attention }, Karin.Person);

    public void Approve(Member by) => Group.Change(Quarter, r => r with { Status = ReportStatus.Approved }, by.Person);

    public Report Order(Func<Report, Report>? with = null, Member? by = null)
    {
        var order = new Report
        {
            Title = "Delrapport om matsvinn",
            PeriodFrom = new(2026, 2, 1),
            PeriodTo = new(2026, 2, 20),
            RecipientId = Management.Id,
            Status = ReportStatus.Ordered,
        };
        return Group.Add((with ?? (x => x))(order), (by ?? Karin).Person);
    }

    public AgendaItem Item(string title, Func<AgendaItem, AgendaItem>? with = null) => Group.Add((with ?? (x => x))(new AgendaItem
    {
        Title = title,
        MeetingId = Held.Id,
        Status = AgendaItemStatus.Treated,
        CrossDepartment = true,
    }));

    public DecisionAction Decision(string title, Func<DecisionAction, DecisionAction>? with = null) =>
        Group.Add((with ?? (x => x))(new DecisionAction { Title = title, MeetingId = Held.Id, Kind = DecisionActionKind.Decision }));

    public DecisionAction Action(string title, Func<DecisionAction, DecisionAction>? with = null) =>
        Decision(title, d => (with ?? (x => x))(d with { Kind = DecisionActionKind.Action, Status = ActionStatus.Open }));

    public Initiative Initiative(string title, InitiativeStatus status, Func<Initiative, Initiative>? with = null) =>
        Group.Add((with ?? (x => x))(new Initiative
        {
            Title = title,
            Status = status,
            DepartmentId = Care.Id,
            Latest = "Det går framåt.",
            LatestOn = new(2026, 3, 2),
        }));

    private OrganisationUnit Body(string name, ReportProfile profile) => Group.Add(new OrganisationUnit
    {
        Title = name,
        Kind = OrganisationKind.ReportingBody,
        ReportProfile = profile,
        Mailbox = $"{(profile == ReportProfile.Committee ? "miljoutskottet" : "sdl-gruppen")}@trollhattan.example",
    });
}
