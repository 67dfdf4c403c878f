namespace Hallbarhet.LocalTenant.Faults;

/// <summary>
/// SharePoint's resource units: each identity has so many a minute. From four fifths on every answer says how many are left and when
/// the minute ends; calls beyond are refused, and count as well.
/// </summary>
internal sealed class Budget(FaultRule rule)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTimeOffset Ends, int Used)> minutes = [];

    public FaultRule Rule { get; } = rule;

    /// <summary>Whether nothing is left; the refused call is counted as the cheapest one.</summary>
    public bool Refuses(string identity, DateTimeOffset now)
    {
        lock (gate)
        {
            var minute = Minute(identity, now);
            if (minute.Used < Rule.Units) return false;
            minutes[identity] = minute with { Used = minute.Used + 1 };
            Rule.Fired++;
            return true;
        }
    }

    public void Charge(string identity, int units, DateTimeOffset now)
    {
        lock (gate)
        {
            var minute = Minute(identity, now);
            minutes[identity] = minute with { Used = minute.Used + units };
        }
    }

    public Reply Tell(Reply reply, string identity, DateTimeOffset now, bool refused)
    {
        (DateTimeOffset Ends, int Used) minute;
        lock (gate) minute = Minute(identity, now);
        if (minute.Used * 5 < Rule.Units * 4) return reply;
        var seconds = Math.Max(1, (int)Math.Ceiling((minute.Ends - now).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (refused) reply.Headers["Retry-After"] = seconds;
        return reply.With("RateLimit-Limit", Rule.Units.ToString(CultureInfo.InvariantCulture))
            .With("RateLimit-Remaining", Math.Max(0, Rule.Units - minute.Used).ToString(CultureInfo.InvariantCulture))
            .With("RateLimit-Reset", seconds);
    }

    private (DateTimeOffset Ends, int Used) Minute(string identity, DateTimeOffset now) =>
        minutes.TryGetValue(identity, out var minute) && minute.Ends > now ? minute : (now + Window, 0);
}
