namespace Hallbarhet.Year.Town;

/// <summary>
/// The free days of 2026 and January 2027, typed from the almanac: the checks must not share the product's way of working them out.
/// </summary>
public static class RedDays
{
    private static readonly HashSet<DateOnly> Holidays =
    [
        new(2026, 1, 1), new(2026, 1, 6), new(2026, 4, 3), new(2026, 4, 5), new(2026, 4, 6), new(2026, 5, 1), new(2026, 5, 14),
        new(2026, 5, 24), new(2026, 6, 6), new(2026, 6, 20), new(2026, 10, 31), new(2026, 12, 25), new(2026, 12, 26),
        new(2027, 1, 1), new(2027, 1, 6),
    ];

    private static readonly HashSet<DateOnly> Eves = [new(2026, 6, 19), new(2026, 12, 24), new(2026, 12, 31)];

    private static readonly HashSet<DateOnly> BridgeDays = [new(2026, 1, 2), new(2026, 1, 5), new(2026, 5, 15)];

    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Holidays.Contains(date) && !Eves.Contains(date) && !BridgeDays.Contains(date);

    public static DateOnly Add(DateOnly date, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            date = date.AddDays(step);
            if (IsWorkingDay(date)) left--;
        }

        return date;
    }

    /// <summary>Working days after the first date up to and with the second.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
            if (IsWorkingDay(date)) count++;
        return count;
    }
}
