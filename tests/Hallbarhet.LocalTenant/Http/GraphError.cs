namespace Hallbarhet.LocalTenant.Http;

/// <summary>Ends a call with an error as the service words it; the pipeline writes the body.</summary>
internal sealed class GraphError(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static GraphError Invalid(string message) => new(400, "invalidRequest", message);

    public static GraphError ItemNotFound(string message = "The resource could not be found.") => new(404, "itemNotFound", message);

    public static GraphError Modified() =>
        new(412, "resourceModified", "The resource has changed since the caller last read it; usually an eTag mismatch");

    /// <summary>Two changes of one list's columns at a time.</summary>
    public static GraphError SaveConflict() => new(409, "conflict",
        "Save Conflict. Your changes conflict with those made concurrently by another user. If you want your changes to be applied, click Back in your Web browser, refresh the page, and resubmit your changes.");

    /// <summary>Somebody has the file open in an Office program.</summary>
    public static GraphError Locked() => new(423, "resourceLocked", "The resource you are attempting to access is locked");

    public static GraphError NotKnown(string method, string path) =>
        new(501, "notImplemented", $"{method} {path} is not known to the local tenant");
}

/// <summary>The client's connection is closed without an answer.</summary>
internal sealed class ConnectionCut : Exception;
