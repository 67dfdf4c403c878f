using System.Net;

namespace Hallbarhet.SelfHost;

/// <summary>A wrong setting of the host; the message tells IT what to fix.</summary>
public sealed class HostSettingException(string message) : Exception(message);

/// <summary>Where the host listens, whom it lets in, and which clock it keeps.</summary>
public sealed record HostSettings(string Urls, Uri? Tenant, bool ClockOfTenant, string? Key)
{
    public const int ShortestKey = 32;

    public static HostSettings From(IConfiguration configuration)
    {
        var urls = configuration["urls"] ?? "http://127.0.0.1:5080";
        var settings = new HostSettings(urls, TenantOf(configuration), ClockOf(configuration) == "tenant", configuration["HostKey"]);
        if (settings is { ClockOfTenant: true, Tenant: null })
            throw new HostSettingException("--clock tenant needs --tenant with the address of a local tenant.");
        if (settings.Key is { Length: < ShortestKey })
            throw new HostSettingException($"HostKey must have at least {ShortestKey} characters.");
        if (!urls.Split(';').All(IsLoopback) && settings.Key is null)
            throw new HostSettingException("The host listens beyond this machine (--urls): set HostKey, which callers send as x-functions-key.");
        return settings;
    }

    private static Uri? TenantOf(IConfiguration configuration) => configuration["tenant"] switch
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

    /// <summary>A host name other than localhost, "*" and "+" may be reached from elsewhere.</summary>
    private static bool IsLoopback(string url)
    {
        var host = url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        return Uri.TryCreate(host, UriKind.Absolute, out var uri)
               && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
    }
}
