using System.Globalization;

namespace Hallbarhet.Documents.Wording;

/// <summary>
/// Dates, times and numbers as Swedish writing has them. Names come from the texts and not from the machine's culture data,
/// so that a document looks the same wherever it is written.
/// </summary>
public static class SwedishText
{
    private static readonly IReadOnlyList<string> Months = Say.List("Dates.Months");
    private static readonly IReadOnlyList<string> Weekdays = Say.List("Dates.Weekdays");
    private static readonly IReadOnlyList<string> ShortWeekdays = Say.List("Dates.ShortWeekdays");

    /// <summary>"torsdag 12 mars 2026"</summary>
    public static string LongDate(DateOnly date) => $"{Weekdays[(int)date.DayOfWeek]} {Date(date)}";

    /// <summary>"12 mars 2026"</summary>
    public static string Date(DateOnly date) => Invariant($"{DayAndMonth(date)} {date.Year}");

    /// <summary>"12 mars"</summary>
    public static string DayAndMonth(DateOnly date) => Invariant($"{date.Day} {Months[date.Month - 1]}");

    /// <summary>"torsdag 12 mars"</summary>
    public static string WeekdayAndDate(DateOnly date) => $"{Weekdays[(int)date.DayOfWeek]} {DayAndMonth(date)}";

    /// <summary>"mars 2026"</summary>
    public static string MonthAndYear(int year, int month) => Invariant($"{Months[month - 1]} {year}");

    /// <summary>"tor 5 mars 08.00"</summary>
    public static string ShortMoment(DateOnly date, TimeOnly time) =>
        $"{ShortWeekdays[(int)date.DayOfWeek]} {DayAndMonth(date)} {Time(time)}";

    /// <summary>"08.00"</summary>
    public static string Time(TimeOnly time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary>"13.00–15.00"</summary>
    public static string Times(TimeOnly start, TimeOnly end) => $"{Time(start)}–{Time(end)}";

    /// <summary>"1 januari–31 mars 2026", with both years when they differ.</summary>
    public static string Period(DateOnly from, DateOnly to) =>
        from.Year == to.Year ? $"{DayAndMonth(from)}–{Date(to)}" : $"{Date(from)}–{Date(to)}";

    /// <summary>"12 500", with a space that does not break.</summary>
    public static string Number(int number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00A0').Replace('-', '\u2212');

    /// <summary>"Anna, Bo och Cilla"</summary>
    public static string Enumerate(IReadOnlyList<string> things) => things.Count < 2
        ? string.Concat(things)
        : $"{string.Join(", ", things.Take(things.Count - 1))} {Say.It("Words.And")} {things[^1]}";

    /// <summary>The first letter large: a sentence may begin with a weekday.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The first letter small: "Rapport kvartal 1" inside a sentence.</summary>
    public static string Small(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
