using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>
/// The only place that repeats a call. Waits on the wall clock, never on the clock of the use cases,
/// because Retry-After and time limits belong to the wire.
/// </summary>
internal sealed class RepeatHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("request");
    private readonly Microsoft365Options options;
    private readonly TimeProvider wallClock;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    public RepeatHandler(Microsoft365Options options, TimeProvider wallClock)
    {
        this.options = options;
        this.wallClock = wallClock;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = wallClock };
        if (options.MaxRetries > 0)
            builder.AddRetry(Retry());
        pipeline = builder.AddTimeout(options.AttemptTimeout).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A body that is read from a stream can be sent twice only when it was kept.
        if (request.Content is not null)
            await request.Content.LoadIntoBufferAsync(cancellationToken);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RequestKey, request);
        try
        {
            return await pipeline.ExecuteAsync(
                async c => await base.SendAsync(request, c.CancellationToken), context);
        }
        catch (Exception error) when (IsWireFailure(error))
        {
            throw Explain(request, error);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private RetryStrategyOptions<HttpResponseMessage> Retry() => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        ShouldHandle = arguments => ValueTask.FromResult(MayRepeat(arguments.Context, arguments.Outcome)),
        DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
            AskedPause(arguments.Outcome) ?? RetryRules.OwnPause(options.FirstPause, arguments.AttemptNumber)),
        OnRetry = arguments =>
        {
            arguments.Outcome.Result?.Dispose();
            return ValueTask.CompletedTask;
        },
    };

    private bool MayRepeat(ResilienceContext context, Outcome<HttpResponseMessage> outcome)
    {
        var request = context.Properties.GetValue(RequestKey, null!);
        if (request.GetRequestOption<NeverRepeat>() is not null)
            return false;
        var sends = RetryRules.Sends(request.Method, request.RequestUri!.AbsolutePath);
        var idempotent = RetryRules.IsIdempotent(request.Method, request.Headers.Contains("If-Match"),
            request.GetRequestOption<IdempotentWrite>() is not null);
        if (outcome.Result is { } response)
            return RetryRules.MayRepeatAfter(response.StatusCode, idempotent, sends) && !(AskedPause(outcome) > options.LongestPause);
        return IsWireFailure(outcome.Exception) && !sends && (idempotent || NeverConnected(outcome.Exception));
    }

    private TimeSpan? AskedPause(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryRules.AskedPause(response.Header, wallClock) : null;

    private static bool IsWireFailure(Exception? error) => error is HttpRequestException or TimeoutRejectedException or IOException;

    private static bool NeverConnected(Exception? error) => error is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
    };

    private static ServiceUnavailableException Explain(HttpRequestMessage request, Exception error)
    {
        var address = request.RequestUri!.GetLeftPart(UriPartial.Authority);
        var what = NeverConnected(error)
            ? $"Microsoft 365 cannot be reached at {address} ({error.Message}). Check the address in the settings and the network."
            : $"{request.Method} {request.RequestUri.AbsolutePath} got no answer from {address} ({error.Message}).";
        return new ServiceUnavailableException(what, error)
        {
            OutcomeUnknown = request.Method != HttpMethod.Get && !NeverConnected(error),
        };
    }
}
