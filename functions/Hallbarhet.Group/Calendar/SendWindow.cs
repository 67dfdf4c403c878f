namespace Hallbarhet.Group.Calendar;

/// <summary>When mail may leave: 08–16 on working days, never on evenings, weekends, red days or klämdagar.</summary>
public static class SendWindow
{
    public static readonly TimeOnly Opens = new(8, 0);
    public static readonly TimeOnly Closes = new(16, 0);

    public static bool IsOpen(DateTimeOffset now) =>
        SwedishCalendar.IsWorkingDay(Stockholm.Date(now)) && Stockholm.Time(now) >= Opens && Stockholm.Time(now) < Closes;

    /// <summary>The time itself when mail may leave then, else the next opening.</summary>
    public static DateTimeOffset Next(DateTimeOffset time)
    {
        if (IsOpen(time)) return Stockholm.Local(time);
        var date = Stockholm.Date(time);
        var sameDay = SwedishCalendar.IsWorkingDay(date) && Stockholm.Time(time) < Opens;
        return Stockholm.At(sameDay ? date : SwedishCalendar.AddWorkingDays(date, 1), Opens);
    }
}
