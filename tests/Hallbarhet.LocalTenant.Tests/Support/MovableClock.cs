namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>A wall clock that stands still until a test moves it.</summary>
internal sealed class MovableClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
