using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.SharePointRest;

namespace Hallbarhet.LocalTenant.Control;

/// <summary>What the tenant answers, for those who check that everything is tried and write the page about it.</summary>
internal static class OperationList
{
    /// <summary>Served beside the tables: the batches, and the pre-authenticated addresses.</summary>
    private static readonly (string Method, string Template, string Permission)[] Others =
    [
        ("POST", "/v1.0/$batch", "that of each part"),
        ("POST", "/sites/{site}/_api/$batch", "that of each part"),
        ("GET", "/download/{token}", "none: the address is the right"),
        ("GET", "/upload/{token}", "none: the address is the right"),
        ("PUT", "/upload/{token}", "none: the address is the right"),
        ("DELETE", "/upload/{token}", "none: the address is the right"),
    ];

    public static JsonObject Shown() => J.Obj(("operations", J.Array(
        [.. Operations.Graph.All.Select(o => Row(o.Method, "/v1.0" + o.Template, PermissionTable.Of(o.Right).Least, o.Options)),
            .. RestOperations.Table.Select(o => Row(o.Method, "/sites/{site}/_api/" + o.Template, PermissionTable.Of(o.Right).Least, o.Options)),
            .. Others.Select(o => Row(o.Method, o.Template, o.Permission, ""))])));

    private static JsonObject Row(string method, string template, string permission, string options) =>
        J.Obj(("method", method), ("template", template), ("permission", permission), ("options", options));
}
