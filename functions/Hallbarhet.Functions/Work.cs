using Hallbarhet.Hosting.Http;
using Hallbarhet.Hosting.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hallbarhet.Functions;

/// <summary>Long work from the queue, shared by the instances, and what became of it.</summary>
public sealed class Work(WorkDesk desk, JobCalls calls)
{
    /// <summary>An exception brings the order back after the pause in host.json, as often as it says there.</summary>
    [Function(nameof(DoWork))]
    public Task DoWork([QueueTrigger(StorageWorkQueue.Name)] string message, CancellationToken ct) =>
        // What cannot be read is given up at once.
        WorkOrder.Parse(message) is { } order ? desk.RunAsync(order, ct) : desk.GiveUpAsync(message, ct);

    /// <summary>Shown, not lost: in the order's status, in Status, and in the mail to IT.</summary>
    [Function(nameof(ShowPoison))]
    public Task ShowPoison([QueueTrigger(StorageWorkQueue.Poison)] string message, CancellationToken ct) => desk.GiveUpAsync(message, ct);

    [Function(nameof(FollowWork))]
    public Task<IResult> FollowWork(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "work/{id:guid}")] HttpRequest request, Guid id, CancellationToken ct) =>
        calls.FollowAsync(id, ct);
}
