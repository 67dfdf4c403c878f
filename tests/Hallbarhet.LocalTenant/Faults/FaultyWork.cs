using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.Faults;

/// <summary>Does a piece of work the way the fault script wants it to go wrong.</summary>
/// <param name="tenant">The tenant, for its tokens, wall time and sites.</param>
/// <param name="pipeline">Where the work is done when nothing goes wrong.</param>
/// <param name="error">How this side of the service writes an error.</param>
internal sealed class FaultyWork(TenantState tenant, Pipeline pipeline, Func<GraphError, Reply> error)
{
    private readonly FaultScript script = pipeline.Faults;

    /// <param name="request">The call, or the part of a batch.</param>
    /// <param name="entry">Its line in the log, which the work completes.</param>
    /// <param name="work">The work; a stale read does it on a state that lags behind.</param>
    /// <param name="cancellation">The client's patience.</param>
    public Task<Reply> RunAsync(TenantRequest request, LogEntry entry, Func<Pipeline, Reply> work, CancellationToken cancellation) =>
        RunAsync(request, entry, p => Task.FromResult(work(p)), cancellation);

    /// <summary>The same for a whole batch, whose parts may wait.</summary>
    public async Task<Reply> RunAsync(TenantRequest request, LogEntry entry, Func<Pipeline, Task<Reply>> work, CancellationToken cancellation)
    {
        if (script.BudgetOf(request.Method, request.Path) is not { } budget) return await StrikeAsync(request, work, cancellation);
        var identity = entry.Identity ?? tenant.Tokens.Named(request.Headers.GetValueOrDefault("Authorization")) ?? "";
        var refused = budget.Refuses(identity, tenant.Wire.GetUtcNow());
        var reply = refused ? Error(budget.Rule, request) : await StrikeAsync(request, work, cancellation);
        if (!refused) budget.Charge(identity, entry.ResourceUnits, tenant.Wire.GetUtcNow());
        return budget.Tell(reply, identity, tenant.Wire.GetUtcNow(), refused);
    }

    private async Task<Reply> StrikeAsync(TenantRequest request, Func<Pipeline, Task<Reply>> work, CancellationToken cancellation)
    {
        if (script.Next(request.Method, request.Path, request.QueryText) is not { } rule) return await work(pipeline);
        var mode = rule.Mode;
        if (mode.Name == FaultMode.Slow) await PauseAsync(rule, cancellation);
        var done = mode.Works ? await work(mode.Name == FaultMode.Stale ? Lagging(rule) : pipeline) : Error(rule, request);
        if (mode.Name == FaultMode.Timeout) await PauseAsync(rule, cancellation);
        if (mode.Name == FaultMode.ExpiredToken) _ = tenant.Tokens.Expire(request.Headers.GetValueOrDefault("Authorization"));
        return mode.Name switch
        {
            FaultMode.Cut => throw new ConnectionCut(),
            FaultMode.After or FaultMode.Timeout => Error(rule, request),
            FaultMode.Accepted => Accepted(rule, done),
            FaultMode.SlowSite => SlowSite(rule, done),
            _ => done,
        };
    }

    private Task PauseAsync(FaultRule rule, CancellationToken cancellation) =>
        Task.Delay(TimeSpan.FromSeconds(rule.Seconds), tenant.Wire, cancellation);

    private Pipeline Lagging(FaultRule rule)
    {
        var replica = rule.Replica ??= new(tenant, pipeline.Journal);
        if (replica.CatchUp(TimeSpan.FromSeconds(rule.Seconds))) return replica.Pipeline;
        script.Spare(rule);
        return pipeline;
    }

    /// <summary>Work that was refused stays refused.</summary>
    private static Reply Accepted(FaultRule rule, Reply done) =>
        done.Status >= 400 ? done : Reply.Empty(rule.Status).With("Retry-After", rule.RetryAfter!);

    private Reply SlowSite(FaultRule rule, Reply done)
    {
        if (done.Status != 201) return done;
        var id = JsonNode.Parse(done.Body.Span)!["id"]!.GetValue<string>();
        lock (tenant.Gate) tenant.Groups.Get(id).Site.ReadyFrom = tenant.Wire.GetUtcNow().AddSeconds(rule.Seconds);
        return done;
    }

    private Reply Error(FaultRule rule, TenantRequest request)
    {
        var reply = error(ServiceWords.Error(rule, request.Path));
        if (rule.RetryAfter is { } wait) reply.Headers["Retry-After"] = RetryAfter(wait);
        if (rule.Mode.Name == FaultMode.ExpiredLink && ExpiredLink.Location(tenant, request.Path, request.QueryText) is { } start)
            reply.Headers["Location"] = start;
        return reply;
    }

    /// <summary><c>date:5</c> is the HTTP date of five seconds from now; anything else is sent as it stands.</summary>
    private string RetryAfter(string wait) =>
        wait.StartsWith("date:", StringComparison.Ordinal) && double.TryParse(wait[5..], CultureInfo.InvariantCulture, out var seconds)
            ? tenant.Wire.GetUtcNow().AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture)
            : wait;
}
