using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Hallbarhet.Hosting.Work;

namespace Hallbarhet.Functions;

/// <summary>One small blob per order, so that any instance can tell how far it has come, also before the site is there.</summary>
public sealed class BlobWorkStore(AppStorage storage) : IWorkStore
{
    public const string Name = "hallbarhet-work";

    private readonly BlobContainerClient container = storage.Container(Name);

    public async Task SaveAsync(WorkStatus status, CancellationToken ct)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: ct);
        await Blob(status.Id).UploadAsync(BinaryData.FromObjectAsJson(status, WorkOrder.Json), overwrite: true, ct);
    }

    public async Task<WorkStatus?> FindAsync(Guid id, CancellationToken ct)
    {
        try
        {
            var blob = await Blob(id).DownloadContentAsync(ct);
            return JsonSerializer.Deserialize<WorkStatus>(blob.Value.Content, WorkOrder.Json);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private BlobClient Blob(Guid id) => container.GetBlobClient($"{id}.json");
}
