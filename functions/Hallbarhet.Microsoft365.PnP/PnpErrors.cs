using System.Net;
using Hallbarhet.Microsoft365.Http;
using PnP.Core;
using PnP.Core.Services;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>The product's own error for what PnP.Core tells.</summary>
internal static class PnpErrors
{
    public static Microsoft365Exception From(BatchResult failed, TimeProvider wallClock) => ServiceErrors.From(
        failed.ApiMethod, new Uri(failed.ApiRequest).AbsolutePath, failed.StatusCode, failed.ApiResponse,
        RetryRules.AskedPause(name => Header(failed, name), wallClock));

    /// <summary>The same for the two reads with which PnP.Core opens a site.</summary>
    public static Microsoft365Exception From(SharePointRestServiceException failed, Uri site)
    {
        var error = (ServiceError)failed.Error;
        return ServiceErrors.From(HttpMethod.Get, site.AbsolutePath, (HttpStatusCode)error.HttpResponseCode, error.Message, null);
    }

    public static bool MayRepeat(Microsoft365Exception error, bool idempotent) =>
        RetryRules.MayRepeatAfter(error.Status ?? HttpStatusCode.GatewayTimeout, idempotent, sends: false);

    /// <summary>PnP.Core keeps the headers of a part among the other things it knows of an error.</summary>
    private static string? Header(BatchResult failed, string name) => failed.Error?.AdditionalData?
        .FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();
}
