using System.Globalization;
using Hallbarhet.Group.Calendar;

namespace Hallbarhet.Group.Overview;

/// <summary>Names of weeks and months in keys and notes.</summary>
internal static class IsoWeeks
{
    /// <summary>"2026-W10"; the days around New Year belong to the year of their week.</summary>
    public static string Name(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{Year(date)}-W{SwedishCalendar.IsoWeek(date):00}");

    public static int Year(DateOnly date) => ISOWeek.GetYear(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>"2026-03".</summary>
    public static string Month(DateOnly date) => date.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>
    /// One of the month's first five working days. What is due "on the first working day" is done then, or on the first day after it on
    /// which the timers run.
    /// </summary>
    public static bool IsMonthStart(DateOnly date) =>
        SwedishCalendar.WorkingDaysBetween(new DateOnly(date.Year, date.Month, 1).AddDays(-1), date) is >= 1 and <= 5;
}
