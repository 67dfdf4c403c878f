using Hallbarhet.Documents.Compositions;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.MeetingNotes;

namespace Hallbarhet.Documents.Mails;

/// <summary>M4, M5 and M13: what one member has from a meeting, what waits, and a newcomer's welcome.</summary>
internal sealed class PersonalMails(string groupName)
{
    public Letter AfterMeeting(AfterMeetingMail mail)
    {
        var date = SwedishText.DayAndMonth(mail.Meeting.Date);
        return new Letter
        {
            Subject = Say.It("M4.Subject", date),
            Preheader = Say.It("M4.Preheader", Say.Count("Count.Decisions", mail.Extract.Decisions.Count), Say.Count("Count.Actions", mail.Extract.Actions.Count)),
            Reason = Say.It("Reason.Member", groupName),
            Blocks =
            [
                MailBlocks.Hello(mail.FirstName),
                new Paragraph(mail.Extract.Department is null
                    ? Say.It("M4.LeadAll")
                    : Say.It("M4.Lead", PeopleText.OneLine(mail.Extract.Department))),
                new Box([.. Extract(mail)]),
                MailBlocks.Main(mail.Notes),
                .. Tick(mail),
                .. MailBlocks.Actions("M4.MyActions", mail.MyActions),
                .. mail.Next is { } next ? PeopleBlocks.Section(1, Say.It("Notes.Next"), [new Paragraph(MailBlocks.Meeting(next))]) : [],
            ],
        };
    }

    public Letter Reminder(ReminderMail mail) => new()
    {
        Subject = Say.It("M5.Subject", WhatWaits(mail)),
        Preheader = Say.It("M5.Preheader"),
        Reason = Say.It("Reason.Reminder", groupName),
        Blocks =
        [
            MailBlocks.Hello(mail.FirstName),
            MailBlocks.Text("M5.Lead"),
            .. ReportBacks(mail.ReportBacks),
            .. MailBlocks.Actions("M5.Actions", mail.OverdueActions),
            .. MailBlocks.Initiatives("M5.Initiatives", "M5.InitiativesLead", mail.StaleInitiatives),
            MailBlocks.Text("M5.Answer"),
        ],
    };

    public Letter Welcome(WelcomeMail mail) => new()
    {
        Subject = Say.It("M13.Subject", groupName),
        Preheader = Say.It("M13.Preheader"),
        Reason = Say.It("Reason.Member", groupName),
        Blocks =
        [
            MailBlocks.Hello(mail.FirstName),
            new Paragraph(PeopleText.OneLine(mail.Department) is { Length: > 0 } department
                ? Say.It("M13.Lead", groupName, department)
                : Say.It("M13.LeadAlone", groupName)),
            MailBlocks.Main(mail.HowWeWork),
            MailBlocks.Text("M13.HowWeWork"),
            .. PeopleBlocks.Section(1, Say.It("M13.Upcoming"), PeopleBlocks.List(mail.Upcoming.Select(MailBlocks.Meeting))),
            .. mail.Upcoming.Count > 0 ? [MailBlocks.Text("M13.Invitations")] : (Block[])[],
            new Heading(1, Say.It("M13.PersonalData")),
            new Paragraph(new Line(new Span(Say.It("M13.PersonalDataText") + " "), Span.To(PeopleText.OneLine(mail.PersonalData.Text), mail.PersonalData.Url))),
        ],
    };

    /// <summary>Reads well for somebody in the department who was not there: no link, no "you".</summary>
    private IEnumerable<Block> Extract(AfterMeetingMail mail) =>
    [
        new Heading(1, Say.It("M4.BoxTitle", groupName, SwedishText.Date(mail.Meeting.Date))),
        .. mail.Extract.Department is { } department ? [new Paragraph(Say.It("M4.BoxFor", PeopleText.OneLine(department)))] : (Block[])[],
        .. PeopleBlocks.Section(2, Say.It("M4.Decisions"), PeopleBlocks.List(mail.Extract.Decisions.Select(d => PeopleBlocks.TitleAndText(d.Title, d.Details)))),
        .. PeopleBlocks.Section(2, Say.It("M4.Actions"), PeopleBlocks.List(mail.Extract.Actions.Select(Action))),
        .. PeopleBlocks.Section(2, Say.It("M4.Treated"), PeopleBlocks.List(mail.Extract.Treated.Select(t => (Line)PeopleText.OneLine(t)))),
        .. PeopleBlocks.Section(2, Say.It("M4.ToSpread"), PeopleBlocks.List(mail.Extract.ToSpread.Select(Line.People))),
        .. IsEmpty(mail.Extract) ? [MailBlocks.Text("M4.Nothing")] : (Block[])[],
    ];

    private static bool IsEmpty(DepartmentExtract extract) =>
        extract.Decisions.Count + extract.Actions.Count + extract.Treated.Count + extract.ToSpread.Count == 0;

    private static Line Action(DecisionLine action)
    {
        var who = new List<string>();
        if (PeopleText.OneLine(action.Responsible) is { Length: > 0 } responsible) who.Add(responsible);
        if (action.DueOn is { } due) who.Add(Say.It("Action.DueShort", SwedishText.DayAndMonth(due)));
        var line = PeopleBlocks.TitleAndText(action.Title, action.Details);
        return who.Count == 0 ? line : new Line([.. line.Spans, new Span($" ({string.Join(", ", who)})")]);
    }

    private static IEnumerable<Block> Tick(AfterMeetingMail mail) => mail.ReportBackUrl is null
        ? []
        :
        [
            new Heading(1, Say.It("M4.TickTitle")),
            new Paragraph(new Line(new Span(Say.It("M4.TickText") + " "), Span.To(Say.It("M4.Tick"), mail.ReportBackUrl))),
        ];

    private static IEnumerable<Block> ReportBacks(IReadOnlyList<WaitingReportBack> waiting) =>
        PeopleBlocks.Section(1, Say.It("M5.ReportBacks"), PeopleBlocks.List(waiting.Select(w => new Line(
            Span.To(Say.It("M5.ReportBack", SwedishText.DayAndMonth(w.MeetingDate), PeopleText.OneLine(w.Department)), w.Url)))));

    private static string WhatWaits(ReminderMail mail)
    {
        if (mail.ReportBacks.Count > 0)
            return Say.It("M5.SubjectReportBack", SwedishText.Enumerate([.. mail.ReportBacks.Select(r => SwedishText.DayAndMonth(r.MeetingDate)).Distinct()]));
        return mail.OverdueActions.Count > 0
            ? Say.Count("M5.SubjectActions", mail.OverdueActions.Count)
            : Say.Count("M5.SubjectInitiatives", mail.StaleInitiatives.Count);
    }
}
