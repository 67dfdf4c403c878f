using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Hallbarhet.Group.Calendar;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Calendar;

/// <summary>The tables were written from almanacs, not from the code.</summary>
public sealed class SwedishCalendarTests
{
    [Theory]
    [InlineData(2024, "03-29 03-31 04-01 05-09 05-19 06-22 11-02")]
    [InlineData(2025, "04-18 04-20 04-21 05-29 06-08 06-21 11-01")]
    [InlineData(2026, "04-03 04-05 04-06 05-14 05-24 06-20 10-31")]
    [InlineData(2027, "03-26 03-28 03-29 05-06 05-16 06-26 11-06")]
    [InlineData(2028, "04-14 04-16 04-17 05-25 06-04 06-24 11-04")]
    [InlineData(2029, "03-30 04-01 04-02 05-10 05-20 06-23 11-03")]
    [InlineData(2030, "04-19 04-21 04-22 05-30 06-09 06-22 11-02")]
    [InlineData(2031, "04-11 04-13 04-14 05-22 06-01 06-21 11-01")]
    [InlineData(2032, "03-26 03-28 03-29 05-06 05-16 06-26 11-06")]
    public void Movable_holidays_fall_where_the_almanac_has_them(int year, string days)
    {
        string[] names =
        [
            "långfredagen", "påskdagen", "annandag påsk", "Kristi himmelsfärdsdag", "pingstdagen", "midsommardagen", "alla helgons dag",
        ];
        var expected = days.Split(' ').Select(d => Day($"{year}-{d}")).Zip(names).OrderBy(p => p.First);

        var found = DaysOf(year).Where(d => names.Contains(SwedishCalendar.Holiday(d))).Select(d => (d, SwedishCalendar.Holiday(d)!));

        found.ShouldBe(expected);
    }

    [Theory]
    [InlineData("01-01", "nyårsdagen")]
    [InlineData("01-06", "trettondedag jul")]
    [InlineData("05-01", "första maj")]
    [InlineData("06-06", "nationaldagen")]
    [InlineData("12-25", "juldagen")]
    [InlineData("12-26", "annandag jul")]
    public void Fixed_holidays_are_there_every_year(string day, string name)
    {
        for (var year = 2024; year <= 2032; year++) SwedishCalendar.Holiday(Day($"{year}-{day}")).ShouldBe(name);
    }

    [Fact]
    public void Every_year_has_thirteen_holidays_and_three_eves()
    {
        for (var year = 2024; year <= 2032; year++)
        {
            DaysOf(year).Count(d => SwedishCalendar.Holiday(d) is not null).ShouldBe(13, $"{year}");
            DaysOf(year).Where(d => SwedishCalendar.Eve(d) is not null).Select(SwedishCalendar.Eve)
                .ShouldBe(["midsommarafton", "julafton", "nyårsafton"], $"{year}");
        }
    }

    [Theory]
    [InlineData(2024, "05-10 06-07 12-23 12-27 12-30")]
    [InlineData(2025, "05-02 05-30")]
    [InlineData(2026, "01-02 01-05 05-15")]
    [InlineData(2027, "05-07")]
    [InlineData(2028, "01-07 05-26 06-05")]
    [InlineData(2029, "04-30 05-11")]
    [InlineData(2030, "05-31 06-07 12-23 12-27 12-30")]
    [InlineData(2031, "05-02 05-23")]
    [InlineData(2032, "01-02 01-05 05-07")]
    public void Bridge_days_are_exactly_these(int year, string days) =>
        DaysOf(year).Where(SwedishCalendar.IsBridgeDay).Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture)).ShouldBe(days.Split(' '));

    [Theory]
    [InlineData("2026-06-28", false, "Sunday of week 26")]
    [InlineData("2026-06-29", true, "Monday of week 27")]
    [InlineData("2026-08-09", true, "Sunday of week 32")]
    [InlineData("2026-08-10", false, "Monday of week 33")]
    [InlineData("2024-07-01", true, "Monday of week 27 in another year")]
    [InlineData("2027-07-04", false, "week 26 ends on 4 July in 2027")]
    public void Summer_break_is_iso_weeks_27_to_32(string date, bool expected, string because) =>
        SwedishCalendar.IsSummerBreak(Day(date)).ShouldBe(expected, because);

    [Theory]
    [InlineData("2026-01-01", 1, "a Thursday belongs to week 1")]
    [InlineData("2027-01-01", 53, "2026 has 53 weeks")]
    [InlineData("2024-12-30", 1, "the Monday belongs to the next year's first week")]
    [InlineData("2026-12-31", 53, "last day of a long year")]
    public void Week_numbers_are_iso(string date, int week, string because) => SwedishCalendar.IsoWeek(Day(date)).ShouldBe(week, because);

    [Theory]
    [InlineData("2026-03-12", -10, "2026-02-26", "two plain weeks")]
    [InlineData("2026-04-16", -10, "2026-03-31", "Easter takes two days")]
    [InlineData("2026-05-21", -4, "2026-05-13", "klämdag and Ascension do not count")]
    [InlineData("2026-01-02", -1, "2025-12-30", "new year's eve and day do not count")]
    [InlineData("2026-12-23", 1, "2026-12-28", "Christmas")]
    [InlineData("2026-03-14", 1, "2026-03-16", "from a Saturday")]
    [InlineData("2026-03-14", 0, "2026-03-14", "no step leaves the date alone")]
    public void Working_days_are_counted_without_free_days(string from, int days, string expected, string because) =>
        SwedishCalendar.AddWorkingDays(Day(from), days).ShouldBe(Day(expected), because);

    [Theory]
    [InlineData("2026-05-14", "2026-05-18", "2026-05-13", "a holiday with a klämdag after it")]
    [InlineData("2026-03-12", "2026-03-12", "2026-03-12", "a working day stays")]
    [InlineData("2026-01-05", "2026-01-07", "2025-12-30", "a klämdag before a holiday")]
    public void A_free_day_gives_way_to_the_next_or_the_former_working_day(string date, string after, string before, string because)
    {
        SwedishCalendar.OnOrAfter(Day(date)).ShouldBe(Day(after), because);
        SwedishCalendar.OnOrBefore(Day(date)).ShouldBe(Day(before), because);
    }

    [Property]
    public Property Counting_forward_and_measuring_agree() => Prop.ForAll(
        Gen.Choose(0, 9 * 365).ToArbitrary(),
        Gen.Choose(0, 60).ToArbitrary(),
        (offset, days) =>
        {
            var from = new DateOnly(2024, 1, 1).AddDays(offset);
            var to = SwedishCalendar.AddWorkingDays(from, days);
            return SwedishCalendar.WorkingDaysBetween(from, to) == days && (days == 0 || SwedishCalendar.IsWorkingDay(to));
        });

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        for (var date = new DateOnly(year, 1, 1); date.Year == year; date = date.AddDays(1)) yield return date;
    }

    private static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);
}
