using System.Globalization;
using Hallbarhet.Group.Calendar;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Calendar;

public sealed class SendWindowTests
{
    [Theory]
    [InlineData("2026-03-12T06:59:59Z", false, "07.59.59 in winter time")]
    [InlineData("2026-03-12T07:00:00Z", true, "08.00 in winter time")]
    [InlineData("2026-03-12T14:59:59Z", true, "15.59.59")]
    [InlineData("2026-03-12T15:00:00Z", false, "16.00")]
    [InlineData("2026-03-30T06:00:00Z", true, "08.00 on the first day of summer time that is worked")]
    [InlineData("2026-03-30T05:59:59Z", false, "07.59.59 in summer time")]
    [InlineData("2026-03-14T10:00:00Z", false, "Saturday")]
    [InlineData("2026-04-03T10:00:00Z", false, "Good Friday")]
    [InlineData("2026-05-15T10:00:00Z", false, "klämdag")]
    [InlineData("2026-12-31T10:00:00Z", false, "new year's eve")]
    public void Mail_leaves_between_eight_and_four_on_working_days(string time, bool open, string because) =>
        SendWindow.IsOpen(Time(time)).ShouldBe(open, because);

    [Theory]
    [InlineData("2026-03-12T10:00:00Z", "2026-03-12T10:00:00Z", "open now")]
    [InlineData("2026-03-12T05:00:00Z", "2026-03-12T07:00:00Z", "before eight: the same day")]
    [InlineData("2026-03-12T15:00:00Z", "2026-03-13T07:00:00Z", "after four: the next day")]
    [InlineData("2026-03-13T18:00:00Z", "2026-03-16T07:00:00Z", "Friday evening: Monday")]
    [InlineData("2026-05-13T15:00:00Z", "2026-05-18T06:00:00Z", "over Ascension and its klämdag")]
    [InlineData("2026-03-27T16:00:00Z", "2026-03-30T06:00:00Z", "over the start of summer time")]
    public void The_next_opening_is_the_first_working_morning(string time, string expected, string because) =>
        SendWindow.Next(Time(time)).ToUniversalTime().ShouldBe(Time(expected), because);

    [Theory]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30:00Z", "the skipped hour becomes the next one")]
    [InlineData("2026-10-25", "02:30", "2026-10-25T01:30:00Z", "the doubled hour is the later one")]
    [InlineData("2026-07-01", "13:00", "2026-07-01T11:00:00Z", "summer time")]
    [InlineData("2026-12-01", "13:00", "2026-12-01T12:00:00Z", "winter time")]
    public void Wall_clock_times_survive_the_change_of_clocks(string date, string clock, string expected, string because) =>
        Stockholm.At(DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(clock, CultureInfo.InvariantCulture))
            .ToUniversalTime().ShouldBe(Time(expected), because);

    [Fact]
    public void A_late_evening_in_utc_is_the_next_day_in_stockholm() =>
        Stockholm.Date(Time("2026-06-30T22:30:00Z")).ShouldBe(new DateOnly(2026, 7, 1));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
