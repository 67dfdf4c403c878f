namespace Hallbarhet.Tests.Provisioning;

/// <summary>The real clock, on which pauses before trying again are over at once. Time limits stay as long as they are.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > LongestPause ? dueTime : TimeSpan.Zero, period);
}
