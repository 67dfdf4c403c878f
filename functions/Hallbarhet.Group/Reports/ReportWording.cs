using System.Text.RegularExpressions;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Reports;

/// <summary>Makes the document of a report from its row and what was compiled for it.</summary>
public sealed partial class ReportWording(IGroupLists lists, GroupSettings settings)
{
    /// <param name="corrected">The report that this one corrects, or null.</param>
    public ReportDocument Document(
        Report report, Report? corrected, ReportContent content, OrganisationUnit body, GroupDirectory people, bool isDraft)
    {
        var period = ReportPeriod.Of(report, corrected)!;
        var (proposal, attention) = TakeLine(report.Attention, "Förslag:");
        var (correction, summary) = TakeLine(report.Summary, "Rättelse:");
        var document = new ReportDocument
        {
            GroupName = settings.GroupName,
            Title = period.Title,
            RecipientName = body.Title,
            Profile = body.ReportProfile ?? ReportProfile.Committee,
            PeriodFrom = period.From,
            PeriodTo = period.To,
            AsOf = content.AsOf,
            IsDraft = isDraft,
            CaseNumber = Blank(report.CaseNumber),
            Correction = corrected is null ? null : correction ?? ReplacesWhat(corrected),
            Summary = corrected is null ? report.Summary?.Trim() ?? "" : summary,
            Attention = attention,
            Proposal = proposal ?? $"{body.Title} föreslås ta del av rapporten och lägga den till handlingarna.",
            ApprovedBy = [.. report.ApprovedBy.Select(p => people.NameOf(p)).OfType<string>()],
            Figures = content.Figures,
            Questions = content.Questions,
            Decisions = content.Decisions,
            Initiatives = content.Initiatives,
            Coverage = content.Coverage,
            DepartmentsWithoutMember = content.DepartmentsWithoutMember,
            Sources = content.Sources,
        };
        return isDraft ? document : WithoutSiteAddresses(document);
    }

    /// <summary>
    /// Those who get the report have no access to the site. Addresses into it, also those that people pasted into their sentences,
    /// stay in the draft.
    /// </summary>
    private ReportDocument WithoutSiteAddresses(ReportDocument report) => report with
    {
        Correction = WithoutSite(report.Correction),
        Summary = WithoutSite(report.Summary)!,
        Attention = WithoutSite(report.Attention)!,
        Proposal = WithoutSite(report.Proposal)!,
        Questions = [.. report.Questions.Select(r => r with { Title = WithoutSite(r.Title)!, Text = WithoutSite(r.Text) })],
        Decisions = [.. report.Decisions.Select(r => r with { Title = WithoutSite(r.Title)!, Text = WithoutSite(r.Text) })],
        Initiatives = [.. report.Initiatives.Select(WithoutSite)],
        Sources = [.. report.Sources.Select(s => s with { Title = WithoutSite(s.Title)!, Url = null })],
    };

    private ReportInitiative WithoutSite(ReportInitiative initiative) => initiative with
    {
        Title = WithoutSite(initiative.Title)!,
        Latest = WithoutSite(initiative.Latest),
        Obstacles = WithoutSite(initiative.Obstacles),
        Outcome = WithoutSite(initiative.Outcome),
    };

    private string? WithoutSite(string? text)
    {
        if (text is null) return null;
        var host = Uri.TryCreate(lists.ListUrl<Report>(), UriKind.Absolute, out var url) ? url.Host : null;
        return Address().Replace(text, m => host is not null && m.Value.Contains(host, StringComparison.OrdinalIgnoreCase)
            ? "(finns i gruppens arbetsrum)"
            : m.Value);
    }

    private static string ReplacesWhat(Report corrected) => corrected.ApprovedAt is { } at
        ? $"Den här rapporten ersätter rapporten från {SwedishDates.DayMonth(Stockholm.Date(at))} {Stockholm.Date(at).Year}."
        : "Den här rapporten ersätter den tidigare rapporten för samma period.";

    /// <summary>The line that starts with the word, without it, and the text without that line.</summary>
    private static (string? Line, string Others) TakeLine(string? text, string word)
    {
        var lines = (text ?? "").Trim().ReplaceLineEndings("\n").Split('\n').ToList();
        var place = lines.FindIndex(l => l.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase));
        if (place < 0) return (null, string.Join('\n', lines));
        var line = Blank(lines[place].Trim()[word.Length..]);
        lines.RemoveAt(place);
        return (line, string.Join('\n', lines).Trim());
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>With or without https://, but no mail address.</summary>
    [GeneratedRegex(@"(?<![^\s<>""()])[^\s<>""()@]+\.[^\s<>""()@]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
