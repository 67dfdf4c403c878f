using System.Globalization;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Meetings;

public sealed class YearDatesTests
{
    [Fact]
    public void Eight_meetings_of_2026_are_spread_over_both_terms() =>
        YearDates.Propose(2026, new()).Select(d => d.Date.ToString("MM-dd", CultureInfo.InvariantCulture))
            .ShouldBe(["02-05", "03-12", "04-16", "05-21", "09-03", "10-01", "11-05", "12-03"]);

    public static TheoryData<int, int, DayOfWeek> Settings()
    {
        var data = new TheoryData<int, int, DayOfWeek>();
        for (var year = 2024; year <= 2032; year++)
            for (var count = 6; count <= 10; count++)
                foreach (var day in Enum.GetValues<DayOfWeek>())
                    data.Add(year, count, day);
        return data;
    }

    [Theory]
    [MemberData(nameof(Settings), DisableDiscoveryEnumeration = true)]
    public void Every_year_gets_its_meetings_on_days_on_which_people_can_meet(int year, int count, DayOfWeek day)
    {
        var dates = YearDates.Propose(year, new() { MeetingsPerYear = count, MeetingDay = day }).Select(d => d.Date).ToList();

        dates.Count.ShouldBe(count);
        dates.ShouldBe(dates.Order());
        dates.ShouldAllBe(d => SwedishCalendar.IsWorkingDay(d) && !SwedishCalendar.IsSummerBreak(d));
        dates[0].ShouldBeGreaterThanOrEqualTo(new DateOnly(year, 1, 15));
        dates[^1].ShouldBeLessThanOrEqualTo(new DateOnly(year, 12, 15));
        dates.Zip(dates.Skip(1)).ShouldAllBe(p => p.Second.DayNumber - p.First.DayNumber >= 14);
    }

    [Theory]
    [InlineData("2026-05-14", "är Kristi himmelsfärdsdag", "holiday")]
    [InlineData("2026-05-15", "är en klämdag", "bridge day")]
    [InlineData("2026-06-19", "är midsommarafton", "eve")]
    [InlineData("2026-04-02", "är dagen före långfredagen", "half a day in many offices")]
    [InlineData("2026-03-14", "är ingen arbetsdag", "Saturday")]
    [InlineData("2026-07-02", "ligger i sommaruppehållet", "week 27")]
    [InlineData("2026-01-14", "ligger för nära jul och nyår", "before mid January")]
    [InlineData("2026-01-15", null, "mid January")]
    [InlineData("2026-12-15", null, "mid December")]
    [InlineData("2026-12-16", "ligger för nära jul och nyår", "after mid December")]
    [InlineData("2026-03-12", null, "a plain Thursday")]
    public void Obstacles_are_named(string date, string? expected, string because) =>
        YearDates.Obstacle(GroupOnPaper.Day(date)).ShouldBe(expected, because);

    [Fact]
    public void A_blocked_date_moves_and_says_why()
    {
        // Ascension Day is a Thursday, so some year and number of meetings meets it.
        var moved = Enumerable.Range(2024, 9)
            .SelectMany(y => Enumerable.Range(6, 5).SelectMany(n => YearDates.Propose(y, new() { MeetingsPerYear = n })))
            .Where(d => d.Reason.Contains("Därför", StringComparison.Ordinal)).ToList();

        moved.ShouldContain(d => d.Reason.Contains("är Kristi himmelsfärdsdag. Därför torsdag ", StringComparison.Ordinal));
        moved.ShouldAllBe(d => d.Reason.EndsWith($"Därför {SwedishDates.WithDay(d.Date)}.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_ordinary_date_says_how_it_was_chosen() =>
        YearDates.Propose(2026, new()).Take(2).Select(d => d.Reason)
            .ShouldBe(["Torsdag i vecka 6.", "Torsdag i vecka 11, fem veckor efter förra mötet."]);
}
