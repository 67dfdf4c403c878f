using System.Net.Http.Json;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Hosting.Jobs;

/// <summary>The clock of the use cases. A host asks it for the time once before each run.</summary>
public interface IHostClock
{
    TimeProvider Time { get; }

    /// <exception cref="ServiceUnavailableException">The clock does not answer.</exception>
    Task ReadAsync(CancellationToken ct);
}

public sealed class SystemHostClock : IHostClock
{
    public TimeProvider Time => TimeProvider.System;

    public Task ReadAsync(CancellationToken ct) => Task.CompletedTask;
}

/// <summary>Data time of a local tenant. Timers never tick by it: whoever moves that clock runs the jobs.</summary>
public sealed class TenantHostClock(Uri tenant) : IHostClock, IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = tenant };
    private readonly Reading reading = new();

    public TimeProvider Time => reading;

    public async Task ReadAsync(CancellationToken ct)
    {
        try
        {
            reading.Now = (await http.GetFromJsonAsync<ClockAnswer>("_tenant/clock", ct))!.Now;
        }
        catch (HttpRequestException e)
        {
            throw new ServiceUnavailableException($"Microsoft 365 cannot be reached at {tenant.GetLeftPart(UriPartial.Authority)} "
                + $"({e.Message}). Check the address in the settings and the network.", e);
        }
    }

    public void Dispose() => http.Dispose();

    private sealed record ClockAnswer(DateTimeOffset Now);

    private sealed class Reading : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
