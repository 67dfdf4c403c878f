using System.Net;
using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>Marks a write whose repetition does no harm, because the use case made it so (a key, a transaction id).</summary>
public sealed class IdempotentWrite : IRequestOption
{
    public static readonly IdempotentWrite Instance = new();

    private IdempotentWrite()
    {
    }
}

/// <summary>Marks a call that is made once, whatever is answered.</summary>
public sealed class NeverRepeat : IRequestOption
{
    public static readonly NeverRepeat Instance = new();

    private NeverRepeat()
    {
    }
}

/// <summary>
/// Which calls may be made again. A write that may have taken effect is repeated only when a second time changes nothing;
/// a call that sends mail is never repeated here, only by the use case that keeps the ledger.
/// </summary>
internal static class RetryRules
{
    private static readonly string[] SendingActions = ["send", "sendMail", "reply", "replyAll", "forward"];

    /// <summary>The same mark as <see cref="IdempotentWrite"/> for a call that no SDK builds.</summary>
    public static void MarkIdempotent(HttpRequestMessage request) =>
        request.Options.Set(new HttpRequestOptionsKey<IRequestOption>(typeof(IdempotentWrite).FullName!), IdempotentWrite.Instance);

    public static bool Sends(HttpMethod method, string path)
    {
        var last = path.TrimEnd('/');
        last = last[(last.LastIndexOf('/') + 1)..];
        last = last[(last.LastIndexOf('.') + 1)..];
        return method == HttpMethod.Post && SendingActions.Contains(last, StringComparer.OrdinalIgnoreCase);
    }

    public static bool IsIdempotent(HttpMethod method, bool carriesETag, bool marked) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put || method == HttpMethod.Delete || carriesETag || marked;

    public static bool MayRepeatAfter(HttpStatusCode status, bool idempotent, bool sends) => status switch
    {
        _ when sends => false,
        HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.NotImplemented => false,
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => idempotent,
        _ => false,
    };

    /// <summary>What the service asked for, the larger of Retry-After (seconds or date) and RateLimit-Reset; null when it said nothing.</summary>
    public static TimeSpan? AskedPause(Func<string, string?> header, TimeProvider wallClock)
    {
        var after = Seconds(header("Retry-After")) ?? UntilDate(header("Retry-After"), wallClock);
        var reset = Seconds(header("RateLimit-Reset"));
        return (after, reset) switch
        {
            ({ } a, { } r) => a > r ? a : r,
            _ => after ?? reset,
        };
    }

    /// <summary>How long to wait before that which failed so is asked again; null when it is not to be.</summary>
    /// <param name="options">How often, and how long at most.</param>
    /// <param name="attempt">How many times it was asked again already.</param>
    /// <param name="errors">The errors of what may be asked again.</param>
    public static TimeSpan? PauseBefore(Microsoft365Options options, int attempt, IEnumerable<Microsoft365Exception?> errors)
    {
        if (attempt == options.MaxRetries)
            return null;
        var pause = errors.Max(error => (error as ServiceUnavailableException)?.RetryAfter) ?? OwnPause(options.FirstPause, attempt);
        return pause > options.LongestPause ? null : pause;
    }

    /// <summary>Doubling pauses with up to a quarter of jitter, so that two instances do not knock in step.</summary>
    public static TimeSpan OwnPause(TimeSpan first, int attempt) =>
        first * Math.Pow(2, attempt) * (1 + (Random.Shared.NextDouble() / 4));

    private static TimeSpan? Seconds(string? value) =>
        double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static TimeSpan? UntilDate(string? value, TimeProvider wallClock)
    {
        if (!DateTimeOffset.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var date))
            return null;
        var wait = date - wallClock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
