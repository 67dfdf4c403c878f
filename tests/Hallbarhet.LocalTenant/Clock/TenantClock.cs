namespace Hallbarhet.LocalTenant.Clock;

/// <summary>Data time: what the tenant stamps on what it stores. It stands still until somebody moves it.</summary>
internal sealed class TenantClock(DateTimeOffset start)
{
    private long ticks = start.UtcTicks;

    public DateTimeOffset Now => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref ticks, now.UtcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <summary>Reads a time; one without an offset is UTC.</summary>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at)
            ? at
            : throw GraphError.Invalid($"'{text}' is not a time; write 2026-01-05T08:00:00Z");
}
