using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Reports;
using Hallbarhet.Tests.Building;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Reports;

public sealed class ReportCalendarTests
{
    [Theory]
    [InlineData("2026-03-31", "2026-05-08", "25 working days; Easter and the first of May in between")]
    [InlineData("2026-06-30", "2026-09-11", "the summer weeks do not count")]
    [InlineData("2026-09-30", "2026-11-04", "nothing in the way")]
    [InlineData("2026-12-31", "2027-02-10", "counted from after Epiphany")]
    public void The_last_day_is_proposed_25_report_days_after_the_period(string periodEnd, string expected, string reason) =>
        ReportCalendar.ProposedLastDay(GroupOnPaper.Day(periodEnd)).ShouldBe(GroupOnPaper.Day(expected), reason);

    [Theory]
    [InlineData("2026-05-08", "2026-03-31", "2026-04-16", "15 working days before")]
    [InlineData("2026-08-20", "2026-06-30", "2026-08-10", "moved out of the summer to the first day after it")]
    [InlineData("2026-08-12", "2026-06-30", "2026-06-26", "no time is left after the summer, so it is done before")]
    [InlineData("2027-01-20", "2026-12-31", "2027-01-07", "moved out of Christmas")]
    [InlineData("2026-04-08", "2026-03-31", "2026-04-01", "never before the period is over")]
    public void The_draft_is_compiled_when_people_work(string lastDay, string periodEnd, string expected, string reason) =>
        ReportCalendar.CompileOn(GroupOnPaper.Day(lastDay), GroupOnPaper.Day(periodEnd), new GroupSettings())
            .ShouldBe(GroupOnPaper.Day(expected), reason);

    [Fact]
    public void No_last_day_of_ten_years_puts_the_work_into_a_break()
    {
        for (var day = new DateOnly(2024, 1, 1); day < new DateOnly(2034, 1, 1); day = day.AddDays(1))
        {
            var compiled = ReportCalendar.CompileOn(day, day.AddDays(-60), new GroupSettings());
            ReportCalendar.IsReportDay(compiled).ShouldBeTrue($"last day {day}");
        }
    }

    [Theory]
    [InlineData("2026-06-26", false, "midsummer week is no break")]
    [InlineData("2026-06-29", true, "Monday of week 27")]
    [InlineData("2026-08-09", true, "Sunday of week 32")]
    [InlineData("2026-08-10", false, "Monday of week 33")]
    [InlineData("2026-12-19", false, "the day before")]
    [InlineData("2026-12-20", true, "first day")]
    [InlineData("2027-01-06", true, "Epiphany")]
    [InlineData("2027-01-07", false, "back at work")]
    public void Breaks_are_the_summer_weeks_and_the_holidays(string date, bool expected, string reason) =>
        ReportCalendar.IsBreak(GroupOnPaper.Day(date)).ShouldBe(expected, reason);

    [Theory]
    [InlineData("report/2026-Q1/7", "2026-01-01", "2026-03-31", "Rapport kvartal 1 2026", "2026-kv1")]
    [InlineData("report/2026-Q1/7", "2026-01-01", "2026-03-25", "Rapport kvartal 1 2026", "2026-kv1")]
    [InlineData("report/2026/7", "2026-01-01", "2026-12-31", "Verksamhetsberättelse 2026", "2026")]
    [InlineData(null, "2026-02-01", "2026-02-20", "Rapport 1–20 februari 2026", "2026-02-01_2026-02-20")]
    [InlineData(null, "2026-02-01", "2026-04-20", "Rapport 1 februari–20 april 2026", "2026-02-01_2026-04-20")]
    [InlineData(null, "2025-12-01", "2026-01-31", "Rapport 1 december 2025–31 januari 2026", "2025-12-01_2026-01-31")]
    public void A_period_has_a_name_and_a_file_name(string? key, string from, string to, string title, string file)
    {
        var period = ReportPeriod.Of(new Report { SourceKey = key, PeriodFrom = GroupOnPaper.Day(from), PeriodTo = GroupOnPaper.Day(to) })!;

        (period.Title, period.FileName).ShouldBe((title, file));
    }

    [Fact]
    public void Proposed_last_days_are_working_days() =>
        Enumerable.Range(2024, 10).SelectMany(year => Enumerable.Range(1, 4).Select(q => ReportPeriod.Quarter(year, q).To))
            .ShouldAllBe(end => SwedishCalendar.IsWorkingDay(ReportCalendar.ProposedLastDay(end)));
}
