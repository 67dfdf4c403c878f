using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Tests.Documents;

/// <summary>One mail of each kind, by the name that its golden file has.</summary>
internal static class MailExamples
{
    private static readonly Link Row = new("Godkänn på mötets rad", Examples.Url("Moten/3"));
    private static readonly Link Draft = new("Dagordning 2026-03-12 Möte 3", Examples.Url("Utkast/1"));

    public static IReadOnlyDictionary<string, MailContent> All { get; } = new Dictionary<string, MailContent>
    {
        ["M1-invitation"] = new InvitationMail("Disa", [Examples.Meeting, Examples.NextMeeting], false),
        ["M2-call"] = new CallForItemsMail
        {
            FirstName = "Omar",
            Meeting = Examples.Meeting,
            ItemsDue = new DateOnly(2026, 3, 4),
            MyInitiatives = Examples.MyInitiatives,
            MyActions = Examples.MyActions,
            NewItemUrl = Examples.Url("Punkter/NewForm"),
            InitiativesUrl = Examples.Url("Arbetsinsatser"),
        },
        ["M3-agenda"] = new AgendaMail(Examples.Agenda, new Link("Öppna dagordningen i mötets mapp", Examples.Url("Dagordning"))),
        ["M4-after"] = After,
        ["M5-reminder"] = new ReminderMail
        {
            FirstName = "Omar",
            ReportBacks = [new(new DateOnly(2026, 3, 12), "Samhällsbyggnadsförvaltningen", Examples.Url("Aterrapportering/9"))],
            OverdueActions = [Examples.MyActions[0]],
            StaleInitiatives = [Examples.MyInitiatives[0]],
        },
        ["M6-moved"] = Change(ChangeKind.Moved) with { FormerDate = new DateOnly(2026, 3, 5) },
        ["M6-cancelled"] = Change(ChangeKind.Cancelled) with { Document = null },
        ["M6-correction"] = Change(ChangeKind.Correction) with { Text = "Åtgärden om mellanlager har fått rätt ansvarig." },
        ["M7-agenda"] = Approval with { Agenda = Examples.Agenda, Warnings = ["Punkterna tar 135 minuter, mötet är 120 minuter."] },
        ["M7-notes"] = Approval with { Notes = Examples.Notes, IsReminder = true },
        ["M7-report"] = Approval with { Report = ReportExamples.Draft },
        ["M8-monday"] = new MondayMail
        {
            Week = 10,
            Groups =
            [
                new("Förvaltningar utan deltagare", [new("Arbetsmarknads- och socialförvaltningen saknar deltagare.", Examples.Url("Deltagare"))]),
                new("Försenade åtgärder", [new("Ta fram underlag om inhyrda maskiner, senast 27 februari", Examples.Url("Beslut/12"))]),
                new("Gruppens brevlåda", [new("Brevlådan har 2 olästa mejl, det äldsta från 26 februari.", null)]),
            ],
        },
        ["M9-report"] = new ReportMail(Examples.Report, true),
        ["M9-correction"] = new ReportMail(ReportExamples.ToManagement, false),
        ["M10-registry"] = new RegistryMail(2026, 3, [Record, Record with { Title = "Rapport kvartal 1 2026", Kind = "Rapport", CaseNumber = "KS 2026/00123", SecrecyCheck = true }]),
        ["M11-communicator"] = new CommunicatorMail
        {
            Year = 2026,
            Month = 3,
            NewItems = [new("Därför klipper vi inte överallt", "Sex gräsytor blir äng. Det ser vissnare ut på sensommaren, men ger mat åt fjärilar och vildbin.", "Sofia Demoberg", null, Examples.Url("Extern/3"))],
            ToReview = [new("Fler cyklade på de saltade stråken i vinter", null, null, new DateOnly(2026, 4, 15), Examples.Url("Extern/2"))],
        },
        ["M12-it"] = new ItMail { Problems = ["SendAgendas failed three times on Meeting/3: 403 Forbidden."], Drift = ["List Möten: column Place is gone."], Expiring = ["Certificate of the setup identity expires 2026-05-01."] },
        ["M13-welcome"] = new WelcomeMail
        {
            FirstName = "Amina",
            Department = "Miljöförvaltningen",
            Upcoming = [Examples.Meeting, Examples.NextMeeting],
            HowWeWork = new Link("Läs Så arbetar vi", Examples.Url("Sa-arbetar-vi")),
            PersonalData = new Link("Läs Så hanteras dina uppgifter", Examples.Url("Personuppgifter")),
        },
    };

    public static AfterMeetingMail After => new()
    {
        FirstName = "Omar",
        Meeting = Examples.Meeting,
        Extract = Examples.Extract,
        MyActions = Examples.MyActions,
        Notes = new Link("Öppna minnesanteckningarna", Examples.Url("Minnesanteckningar")),
        ReportBackUrl = Examples.Url("Aterrapportering/9"),
        Next = Examples.NextMeeting,
    };

    private static ApprovalMail Approval => new() { ApproveBy = new DateOnly(2026, 3, 4), Row = Row, Draft = Draft };

    private static RegistryLine Record => new()
    {
        EstablishedOn = new DateOnly(2026, 3, 5),
        Kind = "Dagordning",
        Title = "Dagordning 12 mars 2026",
        Registration = "Hålls ordnad",
        Url = Examples.Url("Dagordning"),
        Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    };

    private static ChangeMail Change(ChangeKind kind) =>
        new() { Kind = kind, Meeting = Examples.Meeting, Document = new Link("Öppna dokumentet i mötets mapp", Examples.Url("Dokument")) };
}
