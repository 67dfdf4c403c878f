using Hallbarhet.Documents.Compositions;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Documents.Mails;

/// <summary>M1, M2, M3 and M6: before a meeting, and when it changes.</summary>
internal sealed class MeetingMails(string groupName)
{
    public Letter Invitation(InvitationMail mail) => new()
    {
        Subject = mail.Meetings is [var only]
            ? Say.It("M1.SubjectOne", groupName, SwedishText.Small(only.Title))
            : Say.It("M1.SubjectMany", groupName, SwedishText.Number(mail.Meetings.Count)),
        Preheader = Say.It("M1.Preheader"),
        Reason = Say.It("Reason.NoMailbox", groupName),
        Blocks =
        [
            MailBlocks.Hello(mail.FirstName),
            MailBlocks.Text(mail.IsUpdate ? "M1.Changed" : "M1.New", groupName),
            .. PeopleBlocks.List(mail.Meetings.Select(MailBlocks.Meeting)),
            MailBlocks.Text("M1.HowTo"),
        ],
    };

    public Letter CallForItems(CallForItemsMail mail)
    {
        var meeting = SwedishText.DayAndMonth(mail.Meeting.Date);
        var due = SwedishText.DayAndMonth(mail.ItemsDue);
        return new Letter
        {
            Subject = Say.It("M2.Subject", meeting, due),
            Preheader = Say.It("M2.Preheader", SwedishText.WeekdayAndDate(mail.ItemsDue)),
            Reason = Say.It("Reason.Member", groupName),
            Blocks =
            [
                MailBlocks.Hello(mail.FirstName),
                MailBlocks.Text("M2.Lead", SwedishText.Small(PeopleBlocks.When(mail.Meeting)), PlaceOf(mail.Meeting), SwedishText.WeekdayAndDate(mail.ItemsDue)),
                new MainLink(Say.It("M2.Propose"), mail.NewItemUrl),
                MailBlocks.Text("M2.TwoFields"),
                .. MailBlocks.Initiatives("M2.Initiatives", "M2.InitiativesLead", mail.MyInitiatives),
                .. mail.MyInitiatives.Count == 0 ? [] : (Block[])[new Paragraph(new Line(Span.To(Say.It("M2.AllInitiatives"), mail.InitiativesUrl)))],
                .. MailBlocks.Actions("M2.Actions", mail.MyActions),
            ],
        };
    }

    public Letter Agenda(AgendaMail mail) => new()
    {
        Subject = Say.It("M3.Subject", SwedishText.Date(mail.Agenda.Meeting.Date), PeopleText.OneLine(mail.Agenda.GroupName)),
        Preheader = Say.It("M3.Preheader", PeopleBlocks.When(mail.Agenda.Meeting), Say.Count("Count.Points", mail.Agenda.Points.Count)),
        Reason = Say.It("Reason.Member", groupName),
        Blocks =
        [
            .. AgendaComposition.Head(mail.Agenda, Medium.Mail),
            MailBlocks.Main(mail.Document),
            .. AgendaComposition.Content(mail.Agenda, Medium.Mail),
        ],
    };

    public Letter Change(ChangeMail mail) => mail.Kind switch
    {
        ChangeKind.Moved => Moved(mail),
        ChangeKind.Cancelled => Cancelled(mail),
        _ => Correction(mail),
    };

    private Letter Moved(ChangeMail mail)
    {
        var former = mail.FormerDate ?? mail.Meeting.Date;
        var text = former == mail.Meeting.Date
            ? Say.It("M6.MovedTime", SwedishText.DayAndMonth(former), SwedishText.Small(PeopleBlocks.When(mail.Meeting)))
            : Say.It("M6.Moved", SwedishText.DayAndMonth(former), SwedishText.Small(PeopleBlocks.When(mail.Meeting)));
        return Letter(mail, "M6.MovedTitle", Subject("M6.MovedSubject", former), text,
            [.. PlaceFact(mail.Meeting), MailBlocks.Text("M6.MovedCalendar")]);
    }

    private Letter Cancelled(ChangeMail mail) =>
        Letter(mail, "M6.CancelledTitle", Subject("M6.CancelledSubject", mail.Meeting.Date),
            Say.It("M6.Cancelled", SwedishText.LongDate(mail.Meeting.Date)), [MailBlocks.Text("M6.CancelledItems")]);

    private Letter Correction(ChangeMail mail) =>
        Letter(mail, "M6.CorrectionTitle", Subject("M6.CorrectionSubject", mail.Meeting.Date),
            Say.It("M6.Correction", SwedishText.DayAndMonth(mail.Meeting.Date)), []);

    private Letter Letter(ChangeMail mail, string title, string subject, string lead, IReadOnlyList<Block> more) => new()
    {
        Subject = subject,
        Preheader = lead,
        Reason = Say.It("Reason.Earlier", groupName),
        Blocks =
        [
            new Heading(0, Say.It(title)),
            new Paragraph(lead),
            .. PeopleBlocks.Text(mail.Text, Medium.Mail),
            .. more,
            .. mail.Document is { } document ? [MailBlocks.Main(document)] : (Block[])[],
        ],
    };

    private static string Subject(string key, DateOnly date) => Say.It(key, SwedishText.DayAndMonth(date));

    private static IEnumerable<Block> PlaceFact(MeetingFacts meeting) => PeopleText.OneLine(meeting.Place) is { Length: > 0 } place
        ? [new Facts([new Fact(Say.It("Meeting.Place"), place)])]
        : [];

    private static string PlaceOf(MeetingFacts meeting) => PeopleText.OneLine(meeting.Place) is { Length: > 0 } place ? ", " + place : "";
}
