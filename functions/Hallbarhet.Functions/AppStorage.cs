using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Hallbarhet.Functions;

/// <summary>
/// The app's own storage account, reached by the same settings <c>AzureWebJobsStorage</c> as the host uses: addresses and a managed
/// identity in Azure, a connection string on a developer's machine.
/// </summary>
public sealed class AppStorage(IConfiguration configuration)
{
    private const string Section = "AzureWebJobsStorage";

    public QueueClient Queue(string name)
    {
        // As the trigger reads it.
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        return configuration[Section] is { Length: > 0 } connection
            ? new QueueClient(connection, name, options)
            : new QueueClient(Address("queue", name), Identity(), options);
    }

    public BlobContainerClient Container(string name) => configuration[Section] is { Length: > 0 } connection
        ? new BlobContainerClient(connection, name)
        : new BlobContainerClient(Address("blob", name), Identity());

    private Uri Address(string service, string name)
    {
        var account = configuration[$"{Section}:{service}ServiceUri"]?.TrimEnd('/')
                      ?? $"https://{configuration[$"{Section}:accountName"]}.{service}.core.windows.net";
        return new Uri($"{account}/{name}");
    }

    private ManagedIdentityCredential Identity() => new(configuration[$"{Section}:clientId"] is { Length: > 0 } id
        ? ManagedIdentityId.FromUserAssignedClientId(id)
        : ManagedIdentityId.SystemAssigned);
}
