using Hallbarhet.Documents.Compositions;
using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Documents.Mails;

/// <summary>M9 to M12: the reporting bodies, the registry, the communications department and IT.</summary>
internal sealed class OfficeMails(string groupName)
{
    public Letter Report(ReportMail mail)
    {
        var report = mail.Report;
        var title = PeopleText.OneLine(report.Title);
        var subject = PeopleText.OneLine(report.CaseNumber) is { Length: > 0 } number
            ? Say.It("M9.SubjectWithNumber", title, groupName, number)
            : Say.It("M9.Subject", title, groupName);
        var corrects = !string.IsNullOrWhiteSpace(report.Correction);
        return new Letter
        {
            Subject = corrects ? Say.It("M9.Correction", subject) : subject,
            Preheader = Say.It("M9.Preheader", SwedishText.Period(report.PeriodFrom, report.PeriodTo)),
            Reason = Say.It("Reason.Body", groupName),
            Blocks =
            [
                .. ReportComposition.Words(report with { IsDraft = false }, Medium.Mail),
                MailBlocks.Text(mail.HasPdf ? "M9.Attached" : "M9.AttachedWord"),
            ],
        };
    }

    public Letter Registry(RegistryMail mail)
    {
        var month = SwedishText.MonthAndYear(mail.Year, mail.Month);
        return new Letter
        {
            Subject = Say.It("M10.Subject", month, groupName),
            Preheader = Say.Count("M10.Preheader", mail.Records.Count),
            Reason = Say.It("Reason.Registry", groupName),
            Blocks =
            [
                new Heading(0, Say.It("M10.Title", month)),
                MailBlocks.Text("M10.Lead", groupName),
                .. mail.Records.SelectMany(Record),
            ],
        };
    }

    public Letter Communicator(CommunicatorMail mail)
    {
        var month = SwedishText.MonthAndYear(mail.Year, mail.Month);
        return new Letter
        {
            Subject = Say.It("M11.Subject", month),
            Preheader = Say.It("M11.Preheader", Say.Count("M11.New", mail.NewItems.Count), Say.Count("M11.Pages", mail.ToReview.Count)),
            Reason = Say.It("Reason.Communicator", groupName),
            Blocks =
            [
                new Heading(0, Say.It("M11.Title")),
                MailBlocks.Text("M11.Lead", groupName),
                .. PeopleBlocks.Section(1, Say.It("M11.NewItems"), mail.NewItems.SelectMany(NewItem)),
                .. PeopleBlocks.Section(1, Say.It("M11.ToReview"), PeopleBlocks.List(mail.ToReview.Select(Page))),
            ],
        };
    }

    /// <summary>IT reads the problems as the log has them, in English.</summary>
    public Letter It(ItMail mail)
    {
        var count = mail.Problems.Count + mail.Drift.Count + mail.Expiring.Count;
        return new Letter
        {
            Subject = Say.It("M12.Subject", Say.Count("M12.Things", count)),
            Preheader = mail.Problems.Concat(mail.Drift).Concat(mail.Expiring).FirstOrDefault() is { } first ? PeopleText.OneLine(first) : Say.It("M12.Title"),
            Reason = Say.It("Reason.It", groupName),
            Blocks =
            [
                new Heading(0, Say.It("M12.Title")),
                MailBlocks.Text("M12.Lead", groupName),
                .. Things("M12.Problems", mail.Problems),
                .. Things("M12.Drift", mail.Drift),
                .. Things("M12.Expiring", mail.Expiring),
            ],
        };
    }

    private static IEnumerable<Block> Things(string heading, IReadOnlyList<string> things) =>
        PeopleBlocks.Section(1, Say.It(heading), PeopleBlocks.List(things.Select(Line.People)));

    private static IEnumerable<Block> Record(RegistryLine record)
    {
        var facts = new List<Fact>
        {
            new(Say.It("M10.Established"), SwedishText.Date(record.EstablishedOn)),
            new(Say.It("M10.Kind"), PeopleText.OneLine(record.Kind)),
            new(Say.It("M10.Registration"), PeopleText.OneLine(record.Registration)),
        };
        if (PeopleText.OneLine(record.CaseNumber) is { Length: > 0 } number) facts.Add(new Fact(Say.It("Report.CaseNumber"), number));
        if (record.SecrecyCheck) facts.Add(new Fact(Say.It("M10.Secrecy"), Say.It("M10.SecrecyText")));
        facts.Add(new Fact(Say.It("M10.File"), MailBlocks.Linked(Say.It("M10.Open", PeopleText.OneLine(record.Title)), record.Url)));
        facts.Add(new Fact(Say.It("M10.Checksum"), new Line(Span.Muted(PeopleText.OneLine(record.Sha256)))));
        return [new Heading(1, PeopleText.OneLine(record.Title)), new Facts(facts)];
    }

    private static IEnumerable<Block> NewItem(CommunicationLine item)
    {
        yield return new Heading(2, PeopleText.OneLine(item.Title));
        foreach (var block in PeopleBlocks.Text(item.Message, Medium.Mail)) yield return block;
        var contact = PeopleText.OneLine(item.Contact) is { Length: > 0 } name ? Say.It("M11.Contact", name) + " " : "";
        yield return new Paragraph(new Line(new Span(contact), Span.To(Say.It("M11.Open"), item.Url)));
    }

    private static Line Page(CommunicationLine item)
    {
        var title = Span.To(PeopleText.OneLine(item.Title), item.Url);
        return item.ReviewOn is { } on ? new Line(title, new Span(Say.It("M11.ReviewOn", SwedishText.Date(on)))) : new Line(title);
    }
}
