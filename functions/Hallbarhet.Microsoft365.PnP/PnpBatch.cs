using Hallbarhet.Microsoft365.Http;
using PnP.Core.Services;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>
/// Many calls in few round trips, run by the service in their order. PnP.Core itself never repeats a part that was answered 429,
/// and what it finds no JSON in, it takes for done: both are looked after here.
/// </summary>
internal sealed class PnpBatch(PnPContext context, Microsoft365Connection connection)
{
    private readonly List<PnpCall> calls = [];

    public PnpCall Add(PnpCall call)
    {
        calls.Add(call);
        return call;
    }

    public PnpModel<T> Load<T>(Func<Batch, Task<T>> load) where T : class
    {
        var model = new PnpModel<T>(load);
        Add(model.Call);
        return model;
    }

    /// <summary>Sends all calls, and those again that failed and may be repeated. Each call's own error stands on the call.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var left = calls.ToArray();
        for (var attempt = 0; left.Length > 0; attempt++)
        {
            await SendOnceAsync(left, cancellationToken);
            left = ToRepeat(left);
            if (left.Length == 0 || RetryRules.PauseBefore(connection.Options, attempt, left.Select(call => call.Error)) is not { } pause)
                return;
            await Task.Delay(pause, connection.WallClock, cancellationToken);
        }
    }

    /// <summary>What found nothing to go on with, because the call before it has to be repeated, is repeated with it.</summary>
    private static PnpCall[] ToRepeat(PnpCall[] sent)
    {
        var again = new List<PnpCall>();
        foreach (var call in sent)
        {
            if (call.MayRepeat || (call.After is { } before && again.Contains(before)))
                again.Add(call);
        }
        return [.. again];
    }

    private async Task SendOnceAsync(PnpCall[] left, CancellationToken cancellationToken)
    {
        var batch = context.NewBatch();
        foreach (var call in left)
            await call.AddToAsync(batch);
        try
        {
            var failures = await context.ExecuteAsync(batch, throwOnError: false).WaitAsync(cancellationToken);
            foreach (var call in left)
                call.Answer(failures, connection.WallClock);
        }
        catch (Microsoft365Exception error)
        {
            foreach (var call in left)
                call.Fail(error);
        }
    }
}
