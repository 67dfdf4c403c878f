using System.Net;
using Hallbarhet.Hosting.Settings;

namespace Hallbarhet.SelfHost;

/// <summary>Where the host listens, whom it lets in, and which clock it keeps.</summary>
public sealed record HostSettings(string Urls, LocalTenant Tenant, string? Key)
{
    public const int ShortestKey = 32;

    public static HostSettings From(IConfiguration configuration)
    {
        var urls = configuration["urls"] ?? "http://127.0.0.1:5080";
        var settings = new HostSettings(urls, LocalTenant.From(configuration), configuration["HostKey"]);
        if (settings.Key is { Length: < ShortestKey })
            throw new HostSettingException($"HostKey must have at least {ShortestKey} characters.");
        if (!urls.Split(';').All(IsLoopback) && settings.Key is null)
            throw new HostSettingException("The host listens beyond this machine (--urls): set HostKey, which callers send as x-functions-key.");
        return settings;
    }

    /// <summary>A host name other than localhost, "*" and "+" may be reached from elsewhere.</summary>
    private static bool IsLoopback(string url)
    {
        var host = url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        return Uri.TryCreate(host, UriKind.Absolute, out var uri)
               && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
    }
}
