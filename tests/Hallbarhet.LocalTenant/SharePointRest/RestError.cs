namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>Errors with SharePoint's own codes: an HRESULT and the type of the exception.</summary>
internal static class RestError
{
    /// <summary>The query itself is wrong: an unknown property, a body of the wrong kind.</summary>
    public static GraphError Query(string message) => new(400, "-1, Microsoft.SharePoint.Client.InvalidClientQueryException", message);

    public static GraphError Argument(string message, int status = 400) => new(status, "-2147024809, System.ArgumentException", message);

    public static GraphError Server(int hresult, string message) => new(500, $"{hresult}, Microsoft.SharePoint.SPException", message);

    public static GraphError NoSuch(string message) => new(404, "-1, System.ArgumentException", message);

    public static GraphError NoFile() => new(404, "-2147024894, System.IO.FileNotFoundException", "File Not Found.");

    public static GraphError NotNow(string message) => new(500, "-2146233079, System.InvalidOperationException", message);

    public static GraphError NoProperty(string name, string type) => Query(
        $"The property '{name}' does not exist on type '{type}'. Make sure to only use property names that are defined by the type.");

    public static GraphError NoField(string name) => Query($"The field or property '{name}' does not exist.");

    public static GraphError NoColumn(string name) =>
        Argument($"Column '{name}' does not exist. It may have been deleted by another user.");

    /// <summary>What SharePoint can do and this tenant does not.</summary>
    public static GraphError NotKnown(string what) => new(501, "-1, System.NotImplementedException", $"{what} is not known to the local tenant");
}
