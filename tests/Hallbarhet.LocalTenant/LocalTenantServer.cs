using Hallbarhet.LocalTenant.Control;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Traffic;
using Hallbarhet.LocalTenant.Transport;

namespace Hallbarhet.LocalTenant;

/// <summary>A running local tenant: on a loopback port, or in memory.</summary>
public sealed class LocalTenantServer : IAsyncDisposable
{
    private readonly TenantState tenant;
    private readonly CaptureFile? capture;
    private readonly Front front;
    private readonly Pipeline pipeline;
    private WebApplication? web;

    private LocalTenantServer(LocalTenantOptions options)
    {
        tenant = new(options, options.Wire);
        capture = options.CaptureFile is { } file ? new(file, TimeProvider.System) : null;
        pipeline = new(tenant, capture);
        var control = new ControlPlane(tenant, pipeline, capture);
        front = new(control, pipeline, new(tenant, pipeline, control));
    }

    /// <summary>Where the tenant answers; in memory the address that requests to the handler carry.</summary>
    public Uri Address => new(tenant.Address + "/");

    /// <summary>Value of the X-IDENTITY-HEADER that the token endpoint wants.</summary>
    public static string IdentityHeader => TokenDesk.HeaderSecret;

    /// <summary>The managed identity endpoint, for IDENTITY_ENDPOINT.</summary>
    public Uri IdentityEndpoint => new(Address, "_tenant/msi/token");

    /// <summary>What was taken over from the state folder; null without one.</summary>
    public string? Restored { get; private set; }

    /// <summary>Starts a tenant.</summary>
    /// <exception cref="ArgumentException">The address is not on loopback.</exception>
    /// <exception cref="InvalidOperationException">
    /// The state folder is damaged or of a tenant with another seed, start or version, or the fault script is not understood.
    /// </exception>
    public static async Task<LocalTenantServer> StartAsync(LocalTenantOptions options, CancellationToken cancellation = default)
    {
        var server = new LocalTenantServer(options);
        if (!options.InMemory) await server.ListenAsync(cancellation);
        if (options.FaultsFile is { } faults) server.PutFaults(faults, await File.ReadAllBytesAsync(faults, cancellation));
        if (options.StateDir is { } folder) server.Restore(folder);
        return server;
    }

    /// <summary>A handler that reaches this tenant without a socket; it follows redirects as HttpClient's own handler does.</summary>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(front);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (web is not null) await web.DisposeAsync();
        pipeline.Journal.Dispose();
        capture?.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        web = KestrelHost.Build(tenant.Options.Url, front);
        await web.StartAsync(cancellation);
        var bound = new Uri(web.Urls.First());
        tenant.Address = $"http://127.0.0.1:{bound.Port}";
        tenant.ContentAddress = $"http://localhost:{bound.Port}";
    }

    private void PutFaults(string file, byte[] script)
    {
        try
        {
            pipeline.Faults.Put(J.Parse(script) as JsonObject ?? throw GraphError.Invalid("A fault script is a JSON object."));
        }
        catch (GraphError e)
        {
            throw new InvalidOperationException($"{file}: {e.Message}", e);
        }
    }

    private void Restore(string folder)
    {
        var file = new JournalFile(folder, tenant.Options);
        var restoration = new Restoration(tenant, pipeline);
        foreach (var write in file.Earlier) restoration.Redo(write);
        pipeline.Journal.Open(file);
        Restored = $"{file.Earlier.Count} writes restored from {file.Name}"
            + (file.Dropped is { } dropped ? $"; dropped the last line, which was cut off: {dropped}" : "");
    }
}
