using System.Globalization;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Reports;

/// <summary>What a report covers and how that is said. A planned quarter keeps its name when people shift its end a little.</summary>
/// <param name="Key">"2026-Q1" or "2026" for planned rows, null for other periods.</param>
public sealed record ReportPeriod(DateOnly From, DateOnly To, string? Key = null)
{
    public static ReportPeriod Quarter(int year, int quarter)
    {
        var from = new DateOnly(year, (3 * quarter) - 2, 1);
        return new(from, from.AddMonths(3).AddDays(-1), string.Create(CultureInfo.InvariantCulture, $"{year}-Q{quarter}"));
    }

    public static ReportPeriod Year(int year) =>
        new(new(year, 1, 1), new(year, 12, 31), year.ToString(CultureInfo.InvariantCulture));

    /// <summary>Null when the row has no usable period. A correction is named as what it corrects.</summary>
    public static ReportPeriod? Of(Report report, Report? corrected = null)
    {
        if ((report.PeriodFrom ?? corrected?.PeriodFrom, report.PeriodTo ?? corrected?.PeriodTo) is not ({ } from, { } to) || to < from)
            return null;
        return new(from, to, KeyOf(report.SourceKey ?? corrected?.SourceKey));
    }

    /// <summary>"Rapport kvartal 1 2026", "Verksamhetsberättelse 2026", "Rapport 1–20 februari 2026".</summary>
    public string Title => Key switch
    {
        [.. var year, '-', 'Q', var quarter] => $"Rapport kvartal {quarter} {year}",
        { } year => $"Verksamhetsberättelse {year}",
        null => $"Rapport {Days}",
    };

    /// <summary>"Rapport kvartal 1 2026 till Miljöutskottet", as the row is called.</summary>
    public string TitleTo(OrganisationUnit body) => Texts.OneLine($"{Title} till {body.Title}", Texts.TitleLength);

    /// <summary>"2026-kv1", "2026", "2026-02-01_2026-02-20".</summary>
    public string FileName => Key?.Replace("Q", "kv", StringComparison.Ordinal) ?? $"{From:yyyy-MM-dd}_{To:yyyy-MM-dd}";

    public bool Contains(DateOnly date) => From <= date && date <= To;

    private string Days => (From.Year == To.Year, From.Month == To.Month) switch
    {
        (true, true) => $"{From.Day}–{SwedishDates.DayMonth(To)} {To.Year}",
        (true, false) => $"{SwedishDates.DayMonth(From)}–{SwedishDates.DayMonth(To)} {To.Year}",
        _ => $"{SwedishDates.DayMonth(From)} {From.Year}–{SwedishDates.DayMonth(To)} {To.Year}",
    };

    /// <summary>From "report/2026-Q1/7".</summary>
    private static string? KeyOf(string? sourceKey) => sourceKey?.Split('/') is ["report", var key, _] ? key : null;
}
