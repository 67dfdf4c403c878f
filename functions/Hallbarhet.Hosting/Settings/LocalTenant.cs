using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hallbarhet.Hosting.Settings;

/// <summary>A wrong setting of the host; the message tells IT what to fix.</summary>
public sealed class HostSettingException(string message) : Exception(message);

/// <summary>A local tenant instead of Microsoft 365, and whose clock the use cases keep: settings <c>tenant</c> and <c>clock</c>.</summary>
public sealed record LocalTenant(Uri? Address, bool KeepsTheClock)
{
    public static LocalTenant From(IConfiguration configuration)
    {
        var tenant = new LocalTenant(AddressOf(configuration), ClockOf(configuration) == "tenant");
        return tenant is { KeepsTheClock: true, Address: null }
            ? throw new HostSettingException("--clock tenant needs --tenant with the address of a local tenant.")
            : tenant;
    }

    /// <summary>To be called before the product is added, whose own settings then stand back.</summary>
    public void AddTo(IServiceCollection services)
    {
        if (Address is not { } address) return;
        services.AddSingleton(Microsoft365Options.ForLocalTenant(address, LocalTenantIdentities.Runtime));
        if (KeepsTheClock) services.AddSingleton<IHostClock>(new TenantHostClock(address));
    }

    private static Uri? AddressOf(IConfiguration configuration) => configuration["tenant"] switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" => new Uri(text),
        var text => throw new HostSettingException($"--tenant must be an address such as http://127.0.0.1:5100, not \"{text}\"."),
    };

    private static string ClockOf(IConfiguration configuration) => configuration["clock"] switch
    {
        null or "" or "system" => "system",
        "tenant" => "tenant",
        var text => throw new HostSettingException($"--clock must be system or tenant, not \"{text}\"."),
    };
}
