using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Reports;

/// <summary>When reports are due. Nobody is asked to write one in ISO weeks 27–32 or over the holidays (20 December–6 January).</summary>
public static class ReportCalendar
{
    /// <summary>Working days after a period's end that are proposed as the body's last day.</summary>
    public const int DaysAfterPeriod = 25;

    /// <summary>A working day outside summer and Christmas.</summary>
    public static bool IsReportDay(DateOnly date) => SwedishCalendar.IsWorkingDay(date) && !IsBreak(date);

    public static bool IsBreak(DateOnly date) =>
        SwedishCalendar.IsSummerBreak(date) || (date.Month == 12 && date.Day >= 20) || (date.Month == 1 && date.Day <= 6);

    /// <summary>Counted in report days, so that the break does not eat the time for writing.</summary>
    public static DateOnly ProposedLastDay(DateOnly periodEnd)
    {
        var date = periodEnd;
        for (var left = DaysAfterPeriod; left > 0;)
        {
            date = date.AddDays(1);
            if (IsReportDay(date)) left--;
        }

        return date;
    }

    /// <summary>
    /// When the draft is compiled: so many working days before the last day, but after the period's end, and never in a break. It moves
    /// to the first day after the break, or, when that leaves no time before the last day, to the last day before it.
    /// </summary>
    public static DateOnly CompileOn(DateOnly lastDay, DateOnly periodEnd, GroupSettings settings)
    {
        var wanted = SwedishCalendar.AddWorkingDays(lastDay, -settings.ReportDaysBefore);
        if (wanted <= periodEnd) wanted = SwedishCalendar.AddWorkingDays(periodEnd, 1);
        var after = Nearest(wanted, 1);
        return after < RemindOn(lastDay) ? after : Nearest(wanted, -1);
    }

    /// <summary>The day until which a report should be approved, so that it goes out in time.</summary>
    public static DateOnly ApproveBy(DateOnly lastDay) => SwedishCalendar.AddWorkingDays(lastDay, -2);

    /// <summary>The working day before it is late.</summary>
    public static DateOnly RemindOn(DateOnly lastDay) => SwedishCalendar.AddWorkingDays(lastDay, -3);

    private static DateOnly Nearest(DateOnly date, int step)
    {
        while (!IsReportDay(date)) date = date.AddDays(step);
        return date;
    }
}
