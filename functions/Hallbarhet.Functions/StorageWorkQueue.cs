using Azure.Storage.Queues;
using Hallbarhet.Hosting.Work;

namespace Hallbarhet.Functions;

/// <summary>Orders in a storage queue. Written before the caller is answered: a 202 is only given for what lies there.</summary>
public sealed class StorageWorkQueue(AppStorage storage) : IWorkQueue
{
    public const string Name = "hallbarhet-work";

    /// <summary>Where the host puts what failed as often as host.json allows.</summary>
    public const string Poison = Name + "-poison";

    private readonly QueueClient queue = storage.Queue(Name);

    public async Task AddAsync(WorkOrder order, CancellationToken ct)
    {
        await queue.CreateIfNotExistsAsync(cancellationToken: ct);
        await queue.SendMessageAsync(order.ToString(), ct);
    }
}
