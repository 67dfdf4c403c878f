using Azure.Core;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Hallbarhet.LocalTenant.Tests.Support;

/// <summary>A tenant on a real port, reached as the product reaches Microsoft 365: Azure.Identity and the Graph SDK.</summary>
public sealed class SdkTenant : IAsyncLifetime
{
    private readonly string capture = Path.Combine(Path.GetTempPath(), $"sdk-{Guid.NewGuid():N}.jsonl");
    private LocalTenantServer server = null!;

    public GraphServiceClient Setup { get; private set; } = null!;

    public GraphServiceClient Runtime { get; private set; } = null!;

    public Uri Address => server.Address;

    public async ValueTask InitializeAsync()
    {
        var file = Environment.GetEnvironmentVariable("LOCAL_TENANT_CAPTURE") ?? capture;
        server = await LocalTenantServer.StartAsync(new() { CaptureFile = file });
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", server.IdentityEndpoint.ToString());
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", LocalTenantServer.IdentityHeader);
        Setup = Client(new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId("11111111-1111-1111-1111-111111111111")));
        Runtime = Client(new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId("22222222-2222-2222-2222-222222222222")));
    }

    public async ValueTask DisposeAsync()
    {
        Setup.Dispose();
        Runtime.Dispose();
        await server.DisposeAsync();
        File.Delete(capture);
    }

    public async Task UseMailboxAsync(string mailbox)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        _ = await client.SendTextAsync("POST", "/_tenant/identity", $$"""{"mailbox":"{{mailbox}}"}""");
    }

    private GraphServiceClient Client(TokenCredential credential)
    {
        var authentication =
            new AzureIdentityAuthenticationProvider(credential, ["127.0.0.1"], null, true, "https://graph.microsoft.com/.default");
        return new(new HttpClientRequestAdapter(authentication) { BaseUrl = server.Address + "v1.0" });
    }
}

/// <summary>One such tenant for all: the identity endpoint stands in the environment, which a process has only once.</summary>
[CollectionDefinition(nameof(SdkTenant))]
public sealed class SdkTenantCollection : ICollectionFixture<SdkTenant>;
