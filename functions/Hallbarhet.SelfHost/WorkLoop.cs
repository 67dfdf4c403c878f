using System.Threading.Channels;
using Hallbarhet.Hosting.Work;

namespace Hallbarhet.SelfHost;

/// <summary>The queue of a host that is one process: one piece of work at a time, tried as often as Azure's queue does it.</summary>
public sealed partial class WorkLoop(IServiceProvider services, Patience patience, ILogger<WorkLoop> logger) : BackgroundService, IWorkQueue
{
    /// <summary>As in the Functions host's settings.</summary>
    public const int Attempts = 5;

    private readonly Channel<WorkOrder> orders = Channel.CreateUnbounded<WorkOrder>();

    public Task AddAsync(WorkOrder order, CancellationToken ct) => orders.Writer.WriteAsync(order, ct).AsTask();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Asked for here: the desk itself needs the queue.
        var desk = services.GetRequiredService<WorkDesk>();
        await foreach (var order in orders.Reader.ReadAllAsync(stoppingToken)) await RunAsync(desk, order, stoppingToken);
    }

    private async Task RunAsync(WorkDesk desk, WorkOrder order, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                await desk.RunAsync(order, ct);
                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                Log.AttemptFailed(logger, order.Name(), order.Id, attempt, e);
            }

            if (attempt < Attempts) await Task.Delay(patience.Pause, TimeProvider.System, ct);
        }

        await GiveUpAsync(desk, order, ct);
    }

    private async Task GiveUpAsync(WorkDesk desk, WorkOrder order, CancellationToken ct)
    {
        try
        {
            await desk.GiveUpAsync(order.ToString(), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Log.NotShown(logger, order.Name(), order.Id, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(11, LogLevel.Error, "Work {Work} {Id}: attempt {Attempt} failed")]
        public static partial void AttemptFailed(ILogger logger, string work, Guid id, int attempt, Exception e);

        [LoggerMessage(12, LogLevel.Error, "Work {Work} {Id} was given up and could not be shown on the site")]
        public static partial void NotShown(ILogger logger, string work, Guid id, Exception e);
    }
}

/// <param name="Pause">Between two attempts.</param>
public sealed record Patience(TimeSpan Pause)
{
    /// <summary>As in the Functions host's settings.</summary>
    public static Patience Usual { get; } = new(TimeSpan.FromMinutes(1));
}
