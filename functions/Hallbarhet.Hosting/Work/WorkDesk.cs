using System.Text.Json;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Provisioning;
using Microsoft.Extensions.Logging;

namespace Hallbarhet.Hosting.Work;

/// <summary>
/// Takes orders and carries them out. The queue delivers at least once and tries again after an exception, so each attempt may be the
/// second one: what is over is left alone, and the use cases find what was done before.
/// </summary>
public sealed partial class WorkDesk(
    IWorkQueue queue, IWorkStore store, JobDesk jobs, ProvisionNow provision, StuckWork stuck, ILogger<WorkDesk> logger)
{
    public async Task<WorkStatus> OrderAsync(WorkOrder order, CancellationToken ct)
    {
        WorkStatus status = new() { Id = order.Id, Kind = order.Kind, State = WorkState.Queued };
        await store.SaveAsync(status, ct);
        await queue.AddAsync(order, ct);
        return status;
    }

    public Task<WorkStatus?> FindAsync(Guid id, CancellationToken ct) => store.FindAsync(id, ct);

    /// <summary>Throws when the queue should try again.</summary>
    public async Task RunAsync(WorkOrder order, CancellationToken ct)
    {
        if (await store.FindAsync(order.Id, ct) is { IsOver: true }) return;
        await TellAsync(order, WorkState.Running, null, null, ct);
        try
        {
            var result = JsonSerializer.SerializeToElement(await DoAsync(order, ct), WorkOrder.Json);
            await ForgetAsync(order, ct);
            await TellAsync(order, WorkState.Done, null, result, ct);
        }
        catch (WorkRefusedException e)
        {
            await TellAsync(order, WorkState.Refused, e.Message, null, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Interrupted(logger, order.Name(), order.Id, e);
            await TellAsync(order, WorkState.Waiting, Reason(e), null, ct);
            // The host writes down what it catches, so what goes on says no more than the status does.
            throw new WorkPostponedException(Reason(e));
        }
    }

    /// <summary>After the last attempt: shown by the status address, by Status, and mailed to IT with the next digest (M12).</summary>
    public async Task GiveUpAsync(string message, CancellationToken ct)
    {
        var order = WorkOrder.Parse(message);
        var last = order is null ? null : (await store.FindAsync(order.Id, ct))?.Message;
        try
        {
            await stuck.ShowAsync(order, last, ct);
            if (order is null) Log.Unreadable(logger, message.Length);
        }
        finally
        {
            // The site may be what cannot be reached; then the message comes again from the queue of what failed, and this is told already.
            if (order is not null) await TellAsync(order, WorkState.Failed, last ?? "Given up after the last attempt.", null, ct);
        }
    }

    private async Task ForgetAsync(WorkOrder order, CancellationToken ct)
    {
        try
        {
            await stuck.ForgetAsync(order, ct);
        }
        catch (JobException e)
        {
            // The work is done; an old trouble that is told some days longer is no reason to do it again.
            Log.Interrupted(logger, order.Name(), order.Id, e);
        }
    }

    private async Task<object> DoAsync(WorkOrder order, CancellationToken ct) => order.Kind switch
    {
        WorkKind.PlanWorkspace => await provision.PlanAsync(ct),
        WorkKind.ApplyWorkspace => await provision.ApplyAsync(order.Fingerprint ?? "", order.AllowDataLoss, ct),
        _ => await RunJobAsync(order, ct),
    };

    /// <summary>A job that failed is not tried again from here: its next tick finds the same work.</summary>
    private async Task<JobAnswer> RunJobAsync(WorkOrder order, CancellationToken ct)
    {
        var entry = JobCatalog.Find(order.Job ?? "") ?? throw new WorkRefusedException($"There is no job \"{order.Job}\".");
        var answer = await jobs.RunAsync(entry, ct);
        return answer.IsBusy ? throw new WorkPostponedException($"{entry.Name} runs in another instance.") : answer;
    }

    private async Task TellAsync(WorkOrder order, WorkState state, string? message, JsonElement? result, CancellationToken ct)
    {
        Log.Came(logger, order.Name(), order.Id, state, message);
        await store.SaveAsync(new() { Id = order.Id, Kind = order.Kind, State = state, Message = message, Result = result }, ct);
    }

    /// <summary>Messages of our own errors are written for IT; others may quote what people wrote.</summary>
    private static string Reason(Exception e) =>
        e is JobException or WorkPostponedException ? e.Message : $"{e.GetType().Name}; see the log of this run.";

    private static partial class Log
    {
        [LoggerMessage(40, LogLevel.Information, "Work {Work} {Id}: {State} {Reason}")]
        public static partial void Came(ILogger logger, string work, Guid id, WorkState state, string? reason);

        [LoggerMessage(42, LogLevel.Error, "Work {Work} {Id} was interrupted")]
        public static partial void Interrupted(ILogger logger, string work, Guid id, Exception e);

        [LoggerMessage(41, LogLevel.Error, "A message of {Length} characters in the queue is no order; it was taken away and told to IT")]
        public static partial void Unreadable(ILogger logger, int length);
    }
}
