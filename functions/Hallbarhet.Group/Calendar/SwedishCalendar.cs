namespace Hallbarhet.Group.Calendar;

/// <summary>The days of a Swedish office: public holidays, eves, klämdagar, summer weeks. Pure functions of the date.</summary>
public static class SwedishCalendar
{
    /// <summary>Name of the public holiday, or null. Sundays are not named.</summary>
    public static string? Holiday(DateOnly date)
    {
        var easter = EasterSunday(date.Year);
        return (date.Month, date.Day) switch
        {
            (1, 1) => "nyårsdagen",
            (1, 6) => "trettondedag jul",
            (5, 1) => "första maj",
            (6, 6) => "nationaldagen",
            (12, 25) => "juldagen",
            (12, 26) => "annandag jul",
            (6, >= 20 and <= 26) when date.DayOfWeek == DayOfWeek.Saturday => "midsommardagen",
            (10, 31) or (11, <= 6) when date.DayOfWeek == DayOfWeek.Saturday => "alla helgons dag",
            _ => (date.DayNumber - easter.DayNumber) switch
            {
                -2 => "långfredagen",
                0 => "påskdagen",
                1 => "annandag påsk",
                39 => "Kristi himmelsfärdsdag",
                49 => "pingstdagen",
                _ => null,
            },
        };
    }

    /// <summary>Name of an eve that offices treat as free, or null.</summary>
    public static string? Eve(DateOnly date) => (date.Month, date.Day) switch
    {
        (12, 24) => "julafton",
        (12, 31) => "nyårsafton",
        _ => Holiday(date.AddDays(1)) == "midsommardagen" ? "midsommarafton" : null,
    };

    public static bool IsFree(DateOnly date) =>
        date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holiday(date) is not null || Eve(date) is not null;

    /// <summary>A working day with free days on both sides.</summary>
    public static bool IsBridgeDay(DateOnly date) => !IsFree(date) && IsFree(date.AddDays(-1)) && IsFree(date.AddDays(1));

    /// <summary>A day on which the group works: not free and no klämdag. Deadlines and mails count in these.</summary>
    public static bool IsWorkingDay(DateOnly date) => !IsFree(date) && !IsBridgeDay(date);

    /// <summary>ISO weeks 27 to 32.</summary>
    public static bool IsSummerBreak(DateOnly date) => IsoWeek(date) is >= 27 and <= 32;

    public static int IsoWeek(DateOnly date) => System.Globalization.ISOWeek.GetWeekOfYear(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>The n-th working day after (before, when negative) the date; the date itself does not count.</summary>
    public static DateOnly AddWorkingDays(DateOnly date, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.AddDays(step);
            if (IsWorkingDay(date)) left--;
        }

        return date;
    }

    /// <summary>Working days from the first date (not counted) to the second (counted); 0 when it is not later.</summary>
    public static int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
            if (IsWorkingDay(date)) days++;
        return days;
    }

    /// <summary>The date itself when it is a working day, else the next one.</summary>
    public static DateOnly OnOrAfter(DateOnly date) => IsWorkingDay(date) ? date : AddWorkingDays(date, 1);

    /// <summary>The date itself when it is a working day, else the one before.</summary>
    public static DateOnly OnOrBefore(DateOnly date) => IsWorkingDay(date) ? date : AddWorkingDays(date, -1);

    /// <summary>Gregorian Easter by the anonymous (Meeus/Jones/Butcher) algorithm.</summary>
    private static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }
}
