using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Microsoft365.SharePoint;
using PnP.Core.Services;

namespace Hallbarhet.Microsoft365.PnP;

internal static class PnpRequests
{
    /// <summary>A call that PnP.Core has no model for, or only one that takes more calls.</summary>
    public static PnpCall Call(this PnPContext context, RestPart part, PnpCall? after = null)
    {
        // PnP.Core writes an address as it gets it, a space too.
        var address = new Uri($"{context.Uri}/{part.Path}").AbsoluteUri;
        var request = new ApiRequest(part.IsMerge ? HttpMethod.Patch : part.Method, ApiRequestType.SPORest, address, part.Body, new Dictionary<string, string>
        {
            // Unless told otherwise PnP.Core asks for the verbose dialect and says that bodies are written in it.
            ["Accept"] = "application/json;odata=nometadata",
            ["Content-Type"] = part.ContentType,
        });
        return new PnpCall(to => context.Web.ExecuteRequestBatchAsync(to, request), part.IsIdempotent, after);
    }

    public static PnpCall Get(this PnPContext context, string path) => context.Call(RestPart.Get(path));

    /// <summary>False when this identity may not see it. Throws any other error.</summary>
    public static bool IsSeen(this PnpCall call) => call.Error switch
    {
        null => true,
        AccessDeniedException => false,
        var error => throw error,
    };
}
