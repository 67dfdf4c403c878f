using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Tests.Documents;

/// <summary>A spring meeting and a quarter of an example group, as people would have written it.</summary>
internal static class Examples
{
    public const string GroupName = "Ekologiska hållbarhetsgruppen";
    private const string Site = "https://trollhattan.example/sites/ekologiska-hallbarhetsgruppen";

    public static MeetingFacts Meeting { get; } = new()
    {
        Title = "Möte 3",
        Date = new DateOnly(2026, 3, 12),
        Start = new TimeOnly(13, 0),
        End = new TimeOnly(15, 0),
        Place = "Stadshuset, sal Älvrummet",
        ChairName = "Karin Exempelius",
        NoteTakerName = null,
        FolderUrl = Site + "/Motesdokument/2026-03-12",
        Key = "meeting-3",
    };

    public static MeetingFacts NextMeeting { get; } = Meeting with
    {
        Title = "Möte 4",
        Date = new DateOnly(2026, 4, 16),
        NoteTakerName = "Mattias Provberg",
        Key = "meeting-4",
    };

    public static AgendaPoint Point { get; } = new() { Number = 1, Title = "Läget i förvaltningarna", Minutes = 15, Standing = true, ItemId = 1 };

    public static IReadOnlyList<AgendaPoint> Points { get; } =
    [
        Point,
        new()
        {
            Number = 2,
            Title = "Schaktmassor: mellanlager i stället för deponi",
            Purpose = "Besluta",
            Background = "Vi kör bort massor från ett projekt och köper in likadana till nästa.\nEtt mellanlager kräver en yta och regler för vad som får ligga där.\n\nFörslaget är att Samhällsbyggnadsförvaltningen utreder två ytor till hösten.",
            Presenter = "Omar Testlund",
            Minutes = 20,
            CrossDepartment = true,
            Departments = ["Samhällsbyggnadsförvaltningen", "Miljöförvaltningen", "Serviceförvaltningen"],
            Goals = ["9 En hållbar konsumtion", "12 Hållbar konsumtion och produktion"],
            Attachments = ["Ytor för mellanlager.pdf"],
            ItemId = 31,
        },
        new()
        {
            Number = 3,
            Title = "Miljökrav på evenemang i parker och lokaler",
            Purpose = "Diskutera",
            Background = "Arrangörer frågar efter en enda lista. I dag har tre förvaltningar var sin.",
            Presenter = "Jonas Testander",
            Minutes = 15,
            CrossDepartment = true,
            Departments = ["Kultur- och fritidsförvaltningen", "Samhällsbyggnadsförvaltningen", "Utbildningsförvaltningen", "Miljöförvaltningen", "Serviceförvaltningen"],
            CarriedCount = 2,
            ItemId = 32,
        },
        new() { Number = 4, Title = "Luftmätningen i centrum: vinterns värden", Purpose = "Ta del", Presenter = "Amina Demolin", Minutes = 10, ItemId = 33 },
        new() { Number = 5, Title = "Uppföljning av beslut och åtgärder", Minutes = 5, Standing = true, ItemId = 5 },
    ];

    public static AgendaDocument Agenda { get; } = new()
    {
        GroupName = GroupName,
        Meeting = Meeting,
        Greeting = "Våren är här och med den tre frågor som rör nästan alla. Läs gärna om mellanlagret i förväg.",
        Points = Points,
        AskedMinutes = 65,
        SlotMinutes = 120,
        StatusRound =
        [
            new() { Department = "Kommunstyrelsens förvaltning", Title = "Klimatbudget för stadens verksamheter", Status = "Pågår", Latest = "Sju av åtta förvaltningar har svarat.", Obstacles = "Bränsledata saknas för inhyrda maskiner." },
            new() { Department = "Utbildningsförvaltningen", Title = "Mindre matsvinn i skolan", Status = "Pågår", Latest = "Svinnet är nere på 31 gram per portion." },
            new() { Department = "Omsorgsförvaltningen", Title = "Laddplatser för hemtjänsten", Status = "Planerad" },
        ],
        OpenActions =
        [
            new("Ta fram underlag om inhyrda maskiner", "Omar Testlund", new DateOnly(2026, 2, 27), true),
            new("Samla frågor till föreläsningen om klimatbudget", "Linnea Mallqvist", new DateOnly(2026, 3, 20), false),
            new("Fråga bolaget om överskottsvärme", null, null, false),
        ],
        Horizon =
        [
            new("Nytt bidrag till laddplatser för tjänstefordon", "Ansökan öppnar i mars och täcker upp till hälften av kostnaden.", "https://www.myndighet.example/vagledning/laddbidrag-2026"),
            new("Gränsvärden för PFAS i dricksvatten gäller från årsskiftet", null, null),
        ],
        Learning = [new("Känn igen de invasiva växterna", "Utbildning", new DateTimeOffset(2026, 5, 6, 11, 0, 0, TimeSpan.Zero), "Parkdriftens förråd")],
    };

    public static AgendaDocument BareAgenda { get; } = new()
    {
        GroupName = GroupName,
        Meeting = Meeting with { Place = null, ChairName = null },
        IsDraft = true,
        Points = [Point],
        AskedMinutes = 135,
        SlotMinutes = 120,
    };

    public static IReadOnlyList<DecisionLine> Decisions { get; } =
    [
        new() { Title = "Två ytor för mellanlager utreds", Details = "Utredningen redovisas på mötet i oktober.", Departments = ["Samhällsbyggnadsförvaltningen"] },
        new() { Title = "En gemensam lista med miljökrav på evenemang", Departments = ["Kultur- och fritidsförvaltningen", "Miljöförvaltningen"] },
    ];

    public static IReadOnlyList<DecisionLine> Actions { get; } =
    [
        new() { Title = "Föreslå två ytor för mellanlager", Responsible = "Omar Testlund", DueOn = new DateOnly(2026, 9, 30), Departments = ["Samhällsbyggnadsförvaltningen"] },
        new() { Title = "Slå ihop de tre listorna med miljökrav", Details = "Utgå från den kortaste.", Responsible = "Jonas Testander", DueOn = new DateOnly(2026, 4, 10) },
    ];

    public static NotesDocument Notes { get; } = new()
    {
        GroupName = GroupName,
        Meeting = Meeting with { NoteTakerName = "Linnea Mallqvist" },
        Present = ["Karin Exempelius, Kommunstyrelsens förvaltning", "Omar Testlund, Samhällsbyggnadsförvaltningen", "Jonas Testander, Kultur- och fritidsförvaltningen"],
        Guests = "Disa Påhittlund, Exempelstads kommun",
        Points = Points,
        OtherQuestions = [new() { Number = 6, Title = "Cykelservice för personalen i vår", Purpose = "Ta del", ItemId = 41 }],
        Decisions = Decisions,
        Actions = Actions,
        Next = NextMeeting,
    };

    /// <summary>Before anybody has been marked as present and anything has been decided.</summary>
    public static NotesDocument EarlyNotes { get; } = Notes with { Present = [], Guests = null, Decisions = [], Actions = [], Next = null };

    public static ReportDocument Report { get; } = ReportExamples.FirstQuarter;

    public static DepartmentExtract Extract { get; } = new()
    {
        Department = "Samhällsbyggnadsförvaltningen",
        Decisions = [Decisions[0]],
        Actions = [Actions[0]],
        Treated = ["Schaktmassor: mellanlager i stället för deponi", "Miljökrav på evenemang i parker och lokaler"],
        ToSpread = ["Omsorgsförvaltningen har bytt sex bilar i hemtjänsten till el."],
    };

    public static IReadOnlyList<ActionLine> MyActions { get; } =
    [
        new("Ta fram underlag om inhyrda maskiner", new DateOnly(2026, 2, 27), true, Url("Beslut/12")),
        new("Föreslå två ytor för mellanlager", new DateOnly(2026, 9, 30), false, Url("Beslut/14")),
    ];

    public static IReadOnlyList<InitiativeLine> MyInitiatives { get; } =
    [
        new("Äng i stället för gräsmatta", "Pågår", "Sex ytor är utpekade och skötseln är upphandlad.", new DateOnly(2026, 1, 29), Url("Arbetsinsatser/7")),
        new("Eldriven lastmaskin på prov", "Idé", null, null, Url("Arbetsinsatser/9")),
    ];

    public static string Url(string path) => $"{Site}/Lists/{path}";
}
