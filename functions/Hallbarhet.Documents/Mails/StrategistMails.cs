using Hallbarhet.Documents.Compositions;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Documents.Mails;

/// <summary>M7 and M8: what waits for the strategists.</summary>
internal sealed class StrategistMails(string groupName)
{
    public Letter Approval(ApprovalMail mail)
    {
        var what = What(mail);
        var subject = Say.It("M7.Subject", SwedishText.DayAndMonth(mail.ApproveBy), what);
        return new Letter
        {
            Subject = mail.IsReminder ? Say.It("M7.Reminder", subject) : subject,
            Preheader = Say.It("M7.Preheader"),
            Reason = Say.It("Reason.Strategist", groupName),
            Blocks =
            [
                new Heading(0, Say.It("M7.Title", what)),
                MailBlocks.Text(mail.IsReminder ? "M7.LeadReminder" : "M7.Lead", SwedishText.WeekdayAndDate(mail.ApproveBy)),
                .. Warnings(mail.Warnings),
                MailBlocks.Main(mail.Row),
                new Paragraph(new Line(new Span(Say.It("M7.DraftLead") + " "), Span.To(PeopleText.OneLine(mail.Draft.Text), mail.Draft.Url))),
                new Heading(1, Say.It("M7.Preview")),
                .. Nested(Preview(mail)),
            ],
        };
    }

    public Letter Monday(MondayMail mail)
    {
        var count = mail.Groups.Sum(g => g.Things.Count);
        return new Letter
        {
            Subject = Say.It("M8.Subject", mail.Week, Say.Count("M8.Waiting", count)),
            Preheader = string.Join(", ", mail.Groups.Where(g => g.Things.Count > 0).Select(g => PeopleText.OneLine(g.Heading))),
            Reason = Say.It("Reason.Strategist", groupName),
            Blocks =
            [
                new Heading(0, Say.It("M8.Title", mail.Week)),
                new Paragraph(SwedishText.Capital(Say.Count("M8.Lead", count))),
                .. mail.Groups.SelectMany(g => PeopleBlocks.Section(1, PeopleText.OneLine(g.Heading),
                    PeopleBlocks.List(g.Things.Select(t => MailBlocks.Linked(t.Text, t.Url))))),
                MailBlocks.Text("M8.End"),
            ],
        };
    }

    private static string What(ApprovalMail mail)
    {
        if (mail.Agenda is { } agenda) return Say.It("M7.Agenda", SwedishText.DayAndMonth(agenda.Meeting.Date));
        if (mail.Notes is { } notes) return Say.It("M7.Notes", SwedishText.DayAndMonth(notes.Meeting.Date));
        return mail.Report is { } report
            ? Say.It("M7.Report", SwedishText.Small(PeopleText.OneLine(report.Title)), PeopleText.OneLine(report.RecipientName))
            : throw new ArgumentException("An approval mail needs an agenda, notes or a report.", nameof(mail));
    }

    private static IEnumerable<Block> Warnings(IReadOnlyList<string> warnings) => warnings.Count == 0
        ? []
        : [new Box([new Heading(1, Say.It("M7.Warnings")), .. PeopleBlocks.List(warnings.Select(Line.People))])];

    private static IEnumerable<Block> Preview(ApprovalMail mail)
    {
        if (mail.Agenda is { } agenda) return AgendaComposition.Whole(agenda with { IsDraft = false }, Medium.Mail);
        return mail.Notes is { } notes ? NotesPreview(notes) : ReportPreview(mail.Report!);
    }

    /// <summary>The prose stands in the Word draft; here is what comes from the list.</summary>
    private static IEnumerable<Block> NotesPreview(NotesDocument notes) =>
        [.. NotesComposition.Participants(notes), new Paragraph(Say.It("M7.NotesText"), Look.Quiet),
         new Heading(1, Say.It("Notes.Decisions")), .. NotesComposition.DecisionsAndActions(notes)];

    private static IEnumerable<Block> ReportPreview(ReportDocument report) =>
        [.. ReportComposition.Words(report with { IsDraft = false }, Medium.Mail), .. ReportComposition.Facts(report)];

    /// <summary>Headings one level down: the preview stands under a heading of the mail.</summary>
    private static IEnumerable<Block> Nested(IEnumerable<Block> blocks) => blocks.Select(b => b is Heading h
        ? h with { Level = Math.Clamp(h.Level + 1, 2, 3) }
        : b);
}
