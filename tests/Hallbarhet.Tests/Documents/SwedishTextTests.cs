using Hallbarhet.Documents.Wording;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Documents;

public sealed class SwedishTextTests
{
    private static readonly DateOnly Day = new(2026, 3, 5);

    [Fact]
    public void Dates_and_times_are_written_as_in_Swedish()
    {
        SwedishText.LongDate(new DateOnly(2026, 3, 12)).ShouldBe("torsdag 12 mars 2026");
        SwedishText.DayAndMonth(Day).ShouldBe("5 mars");
        SwedishText.ShortMoment(Day, new TimeOnly(8, 0)).ShouldBe("tor 5 mars 08.00");
        SwedishText.MonthAndYear(2026, 12).ShouldBe("december 2026");
        SwedishText.Period(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)).ShouldBe("1 januari–31 mars 2026");
        SwedishText.Period(new DateOnly(2025, 12, 1), new DateOnly(2026, 1, 31)).ShouldBe("1 december 2025–31 januari 2026");
    }

    [Fact]
    public void Numbers_and_lists_are_written_as_in_Swedish()
    {
        SwedishText.Number(12500).ShouldBe("12\u00A0500");
        SwedishText.Number(-3).ShouldBe("\u22123");
        SwedishText.Enumerate(["Anna", "Bo", "Cilla"]).ShouldBe("Anna, Bo och Cilla");
        SwedishText.Enumerate([]).ShouldBe("");
        SwedishText.Capital("torsdag").ShouldBe("Torsdag");
    }
}
