namespace Hallbarhet.LocalTenant.Faults;

/// <summary>Does a piece of work the way the fault script wants it to go wrong.</summary>
internal sealed class FaultyWork(FaultScript script, TimeProvider wire, Func<int, string, string, Reply> error)
{
    public async Task<Reply> RunAsync(string method, string path, Func<Reply> work, CancellationToken cancellation)
    {
        if (script.Next(method, path) is not { } rule) return work();
        switch (rule.Mode)
        {
            case "refuse" or "throttle":
                return Error(rule);
            case "slow":
                await Task.Delay(TimeSpan.FromSeconds(rule.Seconds), wire, cancellation);
                return work();
            case "timeout":
                _ = work();
                await Task.Delay(TimeSpan.FromSeconds(rule.Seconds), wire, cancellation);
                return Error(rule);
            case "after":
                _ = work();
                return Error(rule);
            default:
                _ = work();
                throw new ConnectionCut();
        }
    }

    private Reply Error(FaultRule rule)
    {
        var (code, message) = Words(rule.Status);
        var reply = error(rule.Status, code, message);
        if (rule.RetryAfter is { } seconds) reply.Headers["Retry-After"] = seconds;
        return reply;
    }

    private static (string Code, string Message) Words(int status) => status switch
    {
        401 => ("InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."),
        403 => ("accessDenied", "Access denied"),
        404 => ("itemNotFound", "The resource could not be found."),
        409 => ("conflict", "The request conflicts with the current state of the resource."),
        412 => ("resourceModified", "The resource has changed since the caller last read it; usually an eTag mismatch"),
        423 => ("resourceLocked", "The resource you are attempting to access is locked"),
        429 => ("activityLimitReached", "The app or user has been throttled."),
        502 => ("badGateway", "The server returned an invalid response."),
        503 => ("serviceNotAvailable", "The service is not available. Try the request again after a delay."),
        504 => ("gatewayTimeout", "The server did not answer in time."),
        _ => ("generalException", "General exception while processing"),
    };
}
