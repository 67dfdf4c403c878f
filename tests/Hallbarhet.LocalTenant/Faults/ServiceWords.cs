using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Faults;

/// <summary>How each service words what went wrong.</summary>
internal static class ServiceWords
{
    private const string ChangeKeyWords =
        "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.";

    private const string SaveConflictWords =
        "Save Conflict\n\nYour changes conflict with those made concurrently by another user. If you want your changes to be applied, click Back in your Web browser, refresh the page, and resubmit your changes.";

    /// <summary>The first row that fits; a row without a service fits all.</summary>
    private static readonly (int Status, Service? Service, string Code, string Message)[] Table =
    [
        (403, null, "accessDenied", "Access denied"),
        (404, null, "itemNotFound", "The resource could not be found."),
        (409, Service.Exchange, "ErrorIrresolvableConflict", ChangeKeyWords),
        (409, Service.Directory, "Request_MultipleObjectsWithSameKeyValue", "Another object with the same value for property already exists."),
        (409, null, "conflict", "The request conflicts with the current state of the resource."),
        (412, Service.Exchange, "ErrorIrresolvableConflict", ChangeKeyWords),
        (412, Service.Planner, "", "The If-Match header value does not match the current value of the item."),
        (412, null, "resourceModified", "The resource has changed since the caller last read it; usually an eTag mismatch"),
        (423, null, "resourceLocked", "The resource you are attempting to access is locked"),
        (429, Service.Exchange, "ApplicationThrottled", "Application is over its MailboxConcurrency limit."),
        (429, Service.Directory, "TooManyRequests", "Too many requests."),
        (429, null, "activityLimitReached", "The request has been throttled"),
        (502, null, "badGateway", "The server returned an invalid response."),
        (503, null, "serviceNotAvailable", "The service is not available. Try the request again after a delay."),
        (504, null, "gatewayTimeout", "The server did not answer in time."),
    ];

    /// <summary>The service behind an address.</summary>
    public static Service Of(string path)
    {
        if (path.Contains("/planner/", StringComparison.OrdinalIgnoreCase)) return Service.Planner;
        if (!path.StartsWith("/v1.0/", StringComparison.Ordinal)) return Service.SharePoint;
        var segments = RouteTable.Split(path);
        return segments switch
        {
            [_, "sites" or "drives", ..] or [_, "groups", _, "sites" or "drive", ..] => Service.SharePoint,
            [_, "users", _, _, ..] or [_, "me", _, ..] => Service.Exchange,
            _ => Service.Directory,
        };
    }

    public static GraphError Error(FaultRule rule, string path) => rule.Mode.Name switch
    {
        FaultMode.ExpiredLink => ExpiredLink.Error(path),
        FaultMode.ExpiredToken => TokenDesk.Expired(IsRest(path)),
        FaultMode.SaveConflict when IsRest(path) => new(409, "-2130246326, Microsoft.SharePoint.SPException", SaveConflictWords),
        FaultMode.SaveConflict => GraphError.SaveConflict(),
        FaultMode.Locked when IsRest(path) => new(423, "-2147018894, Microsoft.SharePoint.SPFileLockException", "The file is locked for shared use."),
        _ => Error(rule.Status, Of(path), IsRest(path)),
    };

    private static GraphError Error(int status, Service service, bool rest)
    {
        if (status == 401) return TokenDesk.Expired(rest);
        var row = Array.Find(Table, r => r.Status == status && (r.Service is null || r.Service == service));
        return new(status, row.Code ?? "generalException", row.Message ?? "General exception while processing");
    }

    private static bool IsRest(string path) => path.Contains("/_api/", StringComparison.OrdinalIgnoreCase);
}
