using Hallbarhet.Group.Members;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Tests.Documents;

/// <summary>A quarter's report to the committee and to the management group.</summary>
internal static class ReportExamples
{
    public static ReportDocument FirstQuarter { get; } = new()
    {
        GroupName = Examples.GroupName,
        Title = "Rapport kvartal 1 2026",
        RecipientName = "Miljöutskottet",
        Profile = ReportProfile.Committee,
        PeriodFrom = new DateOnly(2026, 1, 1),
        PeriodTo = new DateOnly(2026, 3, 31),
        AsOf = new DateOnly(2026, 4, 20),
        CaseNumber = "KS 2026/00123",
        Summary = "Gruppen har valt fyra prioriteringar för 2026: klimatbudget, återbruk och mindre engångsmaterial, biologisk mångfald på stadens egen mark samt beredskap för skyfall. Arbetet med en klimatbudget har gått från modell till provräkning på två förvaltningar.\n\nMatsvinnet i skolrestaurangerna är nere på 31 gram per portion, mot 52 när arbetet började. En skyfallskartering är klar och visar 14 platser med risk, varav fyra vid förskolor.",
        Attention = "Ansvaret vid skyfall är i dag delat mellan flera förvaltningar utan att någon har hela kedjan. Åtgärder vid de utpekade förskolorna saknar finansiering och behöver vägas in i kommande investeringsplan.",
        Proposal = "Miljöutskottet föreslås ta del av rapporten.",
        ApprovedBy = ["Karin Exempelius"],
        Figures = Figures,
        Questions =
        [
            new("Schaktmassor: mellanlager i stället för deponi", "Två ytor utreds till hösten.", new DateOnly(2026, 3, 12), 1),
            new("Ansvar vid skyfall", null, new DateOnly(2026, 2, 12), 2),
        ],
        Decisions = [new("Fyra prioriteringar för 2026", "Två möten hålls hos en förvaltning.", new DateOnly(2026, 1, 22), 3)],
        Initiatives =
        [
            new() { Title = "Klimatbudget för stadens verksamheter", Department = "Kommunstyrelsens förvaltning", Status = "Pågår", Latest = "Sju av åtta förvaltningar har svarat.", Obstacles = "Bränsledata saknas.", Source = 4 },
            new() { Title = "Återbruksförråd för möbler", Department = "Serviceförvaltningen", Status = "Klar", Outcome = "210 möbler har fått nytt hem.", Source = 5 },
        ],
        Coverage =
        [
            new("Strategi", "1 Fossilbränslefri stad", 6, 3),
            new("Strategi", "9 En hållbar konsumtion", 4, 2),
            new("Miljökvalitetsmål", "16 Ett rikt växt- och djurliv", 3, 1),
        ],
        DepartmentsWithoutMember = ["Arbetsmarknads- och socialförvaltningen"],
        Sources =
        [
            new(1, "Punkt", "Schaktmassor: mellanlager i stället för deponi", new DateOnly(2026, 3, 12), Examples.Url("Punkter/31")),
            new(2, "Punkt", "Ansvar vid skyfall", new DateOnly(2026, 2, 12), Examples.Url("Punkter/22")),
            new(3, "Beslut", "Fyra prioriteringar för 2026", new DateOnly(2026, 1, 22), Examples.Url("Beslut/3")),
            new(4, "Arbetsinsats", "Klimatbudget för stadens verksamheter", null, Examples.Url("Arbetsinsatser/1")),
            new(5, "Arbetsinsats", "Återbruksförråd för möbler", null, Examples.Url("Arbetsinsatser/8")),
        ],
    };

    public static ReportDocument Draft { get; } = FirstQuarter with { IsDraft = true, ApprovedBy = [], CaseNumber = null };

    public static ReportDocument ToManagement { get; } = FirstQuarter with
    {
        RecipientName = "SDL-gruppen",
        Profile = ReportProfile.Management,
        Correction = "Antalet möten var fel i den första versionen: det var tre och inte två.",
    };

    private static ReportFigures Figures => new()
    {
        MeetingsHeld = 3,
        ItemsTreated = 21,
        Decisions = 9,
        ActionsAgreed = 14,
        ActionsDone = 8,
        ActionsOverdue = 2,
        InitiativesOngoing = 24,
        InitiativesDone = 5,
        LearningHeld = 2,
        HorizonItems = 9,
        ReportBacksDone = 17,
        ReportBacksExpected = 24,
    };
}
