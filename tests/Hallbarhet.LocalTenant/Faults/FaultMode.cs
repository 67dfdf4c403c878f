namespace Hallbarhet.LocalTenant.Faults;

/// <summary>A way in which the service goes wrong. The names are what a script writes.</summary>
/// <param name="Name">As a rule's <c>mode</c>.</param>
/// <param name="Does">What it does, for the tenant's own interface and documentation.</param>
/// <param name="Status">What is answered when the rule names no status; 0 where the work's own answer stays.</param>
/// <param name="Works">Whether the work is done.</param>
internal sealed record FaultMode(string Name, string Does, int Status, bool Works = false)
{
    public const string Refuse = "refuse";
    public const string After = "after";
    public const string Cut = "cut";
    public const string Timeout = "timeout";
    public const string Throttle = "throttle";
    public const string Slow = "slow";
    public const string Stale = "stale";
    public const string Accepted = "accepted";
    public const string SlowSite = "slowSite";
    public const string ExpiredLink = "expiredLink";
    public const string ExpiredToken = "expiredToken";
    public const string Conflict = "conflict";
    public const string SaveConflict = "saveConflict";
    public const string Locked = "locked";
    public const string Budget = "budget";

    public static IReadOnlyList<FaultMode> All { get; } =
    [
        new(Refuse, "Answers `status` and does nothing.", 503),
        new(After, "Does the work, then answers `status`.", 503, Works: true),
        new(Cut, "Does the work and closes the connection without an answer.", 0, Works: true),
        new(Timeout, "Does the work and answers `status` after `seconds`, when a client may have given up.", 504, Works: true),
        new(Throttle, "Answers 429 and does nothing; `retryAfter` is seconds, a date, `date:5` for a date in five seconds, or left out.", 429),
        new(Slow, "Does the work and answers after `seconds`.", 0, Works: true),
        new(Stale, "Answers a GET as the tenant was `seconds` of wall time ago; counts as fired only where writes are held back.", 0, Works: true),
        new(Accepted, "Does the work and answers 202 with Retry-After (10 unless `retryAfter` says otherwise).", 202, Works: true),
        new(SlowSite, "A group is created, but its site is found only after `seconds` of wall time.", 0, Works: true),
        new(ExpiredLink, "A next or delta link answers 410 with Location, an upload or download address 404; other calls are left alone.", 410),
        new(ExpiredToken, "Lets the caller's token expire: 401 until a fresh one is used. Strikes once unless `times` says otherwise.", 401),
        new(Conflict, "Answers 409, or 412 by `status`, in the service's words and does nothing.", 409),
        new(SaveConflict, "Answers 409 in the words of SharePoint's Save Conflict and does nothing.", 409),
        new(Locked, "Answers 423, as for a file that is open in Word, and does nothing.", 423),
        new(Budget, "Each identity has `units` resource units a minute of wall time at SharePoint: RateLimit headers from 80 %, then 429.", 429),
    ];
}
