namespace Hallbarhet.Group.Calendar;

/// <summary>Time as the group lives it, Europe/Stockholm.</summary>
public static class Stockholm
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);

    public static DateOnly Date(DateTimeOffset time) => DateOnly.FromDateTime(Local(time).DateTime);

    public static TimeOnly Time(DateTimeOffset time) => TimeOnly.FromDateTime(Local(time).DateTime);

    public static DateTimeOffset Now(this TimeProvider time) => Local(time.GetUtcNow());

    public static DateOnly Today(this TimeProvider time) => Date(time.GetUtcNow());

    /// <summary>A wall-clock time in Stockholm. An hour that summer time skips becomes the next valid one.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly clock)
    {
        var local = date.ToDateTime(clock);
        if (Zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }
}
