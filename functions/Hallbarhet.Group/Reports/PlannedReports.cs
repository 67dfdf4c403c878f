using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Reports;

/// <summary>Every reporting body gets a row for each quarter of the year and for the year itself.</summary>
public static class PlannedReports
{
    /// <summary>Rows that are missing in the year of <paramref name="today"/> and whose time to be compiled has not passed.</summary>
    public static IReadOnlyList<Report> Missing(Snapshot snapshot, DateOnly today, GroupSettings settings)
    {
        var known = snapshot.Reports.Select(r => r.SourceKey).ToHashSet();
        return [.. snapshot.Organisation
            .Where(o => o.Kind == OrganisationKind.ReportingBody)
            .SelectMany(body => PeriodsOf(today.Year).Select(period => Row(body, period)), (_, row) => row)
            .Where(r => !known.Contains(r.SourceKey))
            .Where(r => snapshot.Organisation.First(o => o.Id == r.RecipientId).IsValid(r.LastDay!.Value))
            .Where(r => ReportCalendar.CompileOn(r.LastDay!.Value, r.PeriodTo!.Value, settings) > today)];
    }

    private static IEnumerable<ReportPeriod> PeriodsOf(int year) =>
        [.. Enumerable.Range(1, 4).Select(quarter => ReportPeriod.Quarter(year, quarter)), ReportPeriod.Year(year)];

    private static Report Row(OrganisationUnit body, ReportPeriod period) => new()
    {
        Title = period.TitleTo(body),
        SourceKey = $"report/{period.Key}/{body.Id}",
        PeriodFrom = period.From,
        PeriodTo = period.To,
        RecipientId = body.Id,
        LastDay = ReportCalendar.ProposedLastDay(period.To),
        Status = ReportStatus.Planned,
    };
}
