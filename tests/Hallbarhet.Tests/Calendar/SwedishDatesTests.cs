using Hallbarhet.Group.Calendar;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Calendar;

public sealed class SwedishDatesTests
{
    [Fact]
    public void Dates_read_as_in_running_text()
    {
        var date = new DateOnly(2026, 3, 12);

        SwedishDates.DayMonth(date).ShouldBe("12 mars");
        SwedishDates.Sentence(SwedishDates.WithDay(date)).ShouldBe("Torsdag 12 mars");
        SwedishDates.WithDay(new DateOnly(2026, 8, 30)).ShouldBe("söndag 30 augusti");
    }

    [Theory]
    [InlineData(5, "fem")]
    [InlineData(12, "tolv")]
    [InlineData(13, "13")]
    public void Numbers_up_to_twelve_are_written_out(int number, string expected) => SwedishDates.Number(number).ShouldBe(expected);
}
