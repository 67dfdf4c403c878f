using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Sites;
using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>Finds the operation behind an address below <c>_api/</c>, asks whether the caller may, and does it.</summary>
internal static class SharePointRouter
{
    /// <param name="tenant">The tenant.</param>
    /// <param name="request">The call, or the part of a batch.</param>
    /// <param name="caller">In whose name.</param>
    /// <param name="entry">Its line in the log.</param>
    /// <param name="allowed">Done when the call is known to be allowed, before its work.</param>
    public static Reply Answer(TenantState tenant, TenantRequest request, Caller caller, LogEntry entry, Action allowed)
    {
        var at = request.Path.IndexOf("/_api/", StringComparison.OrdinalIgnoreCase);
        DemandJson(request);
        var site = Allowed(tenant, caller, request.Path[..at]);
        var query = new Query(request.QueryText);
        var steps = RestPath.Read(request.Path[(at + 6)..], query);
        var operation = Find(Method(request), steps, out var values) ?? throw GraphError.NotKnown(request.Method, request.Path);
        (entry.Path, entry.ResourceUnits) = ("/sites/{site}/_api/" + operation.Template, operation.ResourceUnits);
        DemandOptions(operation, query);
        var call = new RestCall(tenant, site, caller, request, query, values);
        tenant.Access.Demand(caller, operation.Right, Place(call), $"{operation.Method} {entry.Path}");
        DemandIfMatch(call, operation);
        DemandNoOverlap(call, operation);
        allowed();
        return operation.Handler(call);
    }

    private static RestOperation? Find(string method, IReadOnlyList<Step> steps, out Dictionary<string, Key> values)
    {
        foreach (var operation in RestOperations.Table)
        {
            if (operation.Method != method || operation.Match(steps) is not { } found) continue;
            values = found;
            return operation;
        }
        values = [];
        return null;
    }

    /// <summary>MERGE behind X-HTTP-Method and a real PATCH are the same.</summary>
    private static string Method(TenantRequest request)
    {
        var method = request.Method == "POST" ? request.Headers.GetValueOrDefault("X-HTTP-Method")?.ToUpperInvariant() ?? "POST" : request.Method;
        return method == "MERGE" ? "PATCH" : method;
    }

    private static Site Allowed(TenantState tenant, Caller caller, string path)
    {
        var site = tenant.Sites.Find(path.TrimStart('/')) ?? throw new GraphError(404, "itemNotFound", "404 FILE NOT FOUND");
        return tenant.Sites.Allow(caller, site);
    }

    /// <summary>SharePoint would answer Atom XML; nobody here reads that.</summary>
    private static void DemandJson(TenantRequest request)
    {
        var accept = request.Headers.GetValueOrDefault("Accept") ?? "";
        if (request.Path.EndsWith("/$value", StringComparison.OrdinalIgnoreCase)) return;
        if (!accept.Contains("json", StringComparison.OrdinalIgnoreCase) || accept.Contains("verbose", StringComparison.OrdinalIgnoreCase))
            throw new GraphError(501, "notImplemented", $"The local tenant answers application/json;odata=nometadata, not '{accept}'");
    }

    private static void DemandOptions(RestOperation operation, Query query)
    {
        foreach (var (name, _) in query.All)
            if (!name.StartsWith('@') && !operation.Options.Split(',').Contains(name, StringComparer.OrdinalIgnoreCase))
                throw RestError.NotKnown($"The query option '{name}' of {operation.Template}");
    }

    private static Place Place(RestCall call)
    {
        var list = call.Names("list") ? call.List : null;
        return new(call.Site, list, call.Names("item") && list is not null ? call.Row : null);
    }

    /// <summary>Lists and items are not changed without saying which version is meant, if only <c>*</c>.</summary>
    private static void DemandIfMatch(RestCall call, RestOperation operation)
    {
        var isOne = operation.Template.EndsWith("({list})", StringComparison.Ordinal)
            || operation.Template.EndsWith("({item})", StringComparison.Ordinal);
        if (!isOne || operation.Method is not ("PATCH" or "DELETE")) return;
        if (!call.Request.Headers.TryGetValue("If-Match", out var etag)) throw RestError.Query("The IF-MATCH header is missing.");
        if (call.Names("item")) call.Row.DemandMatch(etag);
        else if (etag != "*" && etag != call.List.ETag) throw GraphError.Modified();
    }

    /// <summary>Two changes of one list's columns at a time end in a save conflict, as over Graph.</summary>
    private static void DemandNoOverlap(RestCall call, RestOperation operation)
    {
        if (operation.Method != "GET" && operation.Template.Contains("/fields", StringComparison.Ordinal)
            && call.List.SchemaChange > call.Request.Arrived)
            throw new GraphError(409, "-2130246326, Microsoft.SharePoint.SPException", GraphError.SaveConflict().Message);
    }
}
