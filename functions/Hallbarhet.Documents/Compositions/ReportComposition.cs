using Hallbarhet.Documents.Model;
using Hallbarhet.Documents.Wording;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Documents.Compositions;

/// <summary>A report: the strategists' words on the first page, then figures and facts, at the end the sources.</summary>
internal static class ReportComposition
{
    public static IEnumerable<Block> Whole(ReportDocument report) =>
    [
        .. Words(report, Medium.Document),
        new PageBreak(),
        .. Facts(report),
        .. Annex(report),
    ];

    /// <summary>Page 1. No table here: the body's members read words first.</summary>
    public static IEnumerable<Block> Words(ReportDocument report, Medium medium) =>
    [
        .. report.IsDraft ? [new DraftMark(Say.It("Report.Draft"))] : (Block[])[],
        new Heading(0, PeopleText.OneLine(report.Title)),
        new Paragraph(Say.It("Report.FromTo", PeopleText.OneLine(report.GroupName), PeopleText.OneLine(report.RecipientName)), Look.Subtitle),
        new Facts([.. Particulars(report)]),
        .. Correction(report),
        .. PeopleBlocks.Section(1, Say.It("Report.Summary"), PeopleBlocks.Text(report.Summary, medium)),
        .. PeopleBlocks.Section(1, Say.It("Report.Attention"), PeopleBlocks.Text(report.Attention, medium)),
        .. PeopleBlocks.Section(1, Say.It("Report.Proposal"), PeopleBlocks.Text(report.Proposal, medium)),
    ];

    /// <summary>Page 2 and on.</summary>
    public static IEnumerable<Block> Facts(ReportDocument report) =>
    [
        new Heading(1, Say.It("Report.Figures")),
        ReportTables.Figures(report.Figures),
        .. PeopleBlocks.Section(1, Say.It("Report.Questions"), PeopleBlocks.List(report.Questions.Select(RowLine))),
        .. PeopleBlocks.Section(1, Say.It("Report.Decisions"), PeopleBlocks.List(report.Decisions.Select(RowLine))),
        .. PeopleBlocks.Section(1, Say.It("Report.Initiatives"), ReportTables.Initiatives(report.Initiatives, report.Profile)),
        .. PeopleBlocks.Section(1, Say.It("Report.Coverage"), ReportTables.Coverage(report.Coverage)),
        .. PeopleBlocks.Section(1, Say.It("Report.WithoutMember"), WithoutMember(report)),
    ];

    private static IEnumerable<Fact> Particulars(ReportDocument report)
    {
        yield return new Fact(Say.It("Report.Period"), SwedishText.Period(report.PeriodFrom, report.PeriodTo));
        yield return new Fact(Say.It("Report.AsOf"), SwedishText.Date(report.AsOf));
        if (PeopleText.OneLine(report.CaseNumber) is { Length: > 0 } number) yield return new Fact(Say.It("Report.CaseNumber"), number);
        if (report.ApprovedBy.Count > 0)
            yield return new Fact(Say.It("Report.ApprovedBy"), SwedishText.Enumerate([.. report.ApprovedBy.Select(PeopleText.OneLine)]));
    }

    private static IEnumerable<Block> Correction(ReportDocument report) => string.IsNullOrWhiteSpace(report.Correction)
        ? []
        : [new Box([new Paragraph(new Line(Span.Strong(Say.It("Report.Correction") + " "), new Span(PeopleText.Clean(report.Correction).Trim())))])];

    private static Line RowLine(ReportRow row)
    {
        var date = row.Date is { } day ? $" ({SwedishText.DayAndMonth(day)})" : "";
        var text = PeopleText.Clean(row.Text).Trim();
        return new Line(
            Span.Strong(PeopleText.OneLine(row.Title)), new Span(date + (text.Length > 0 ? ": " + text : "") + " "), ReportTables.SourceLink(row.Source));
    }

    private static IEnumerable<Block> WithoutMember(ReportDocument report) => report.DepartmentsWithoutMember.Count == 0
        ? []
        : [new Paragraph(Say.It("Report.WithoutMemberText", SwedishText.Enumerate([.. report.DepartmentsWithoutMember.Select(PeopleText.OneLine)])))];

    private static IEnumerable<Block> Annex(ReportDocument report) => report.Sources.Count == 0
        ? []
        : [new PageBreak(), new Heading(1, Say.It("Report.Annex")), new Paragraph(Say.It("Report.AnnexText")), .. ReportTables.Sources(report),
           new Paragraph(Say.It("Report.AnnexEnd", SwedishText.Date(report.AsOf)), Look.Quiet)];
}
