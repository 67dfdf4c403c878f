namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>Errors in the two shapes of the service.</summary>
internal static class ErrorReplies
{
    public static Reply Graph(GraphError error, TimeProvider wire, IReadOnlyDictionary<string, string>? headers)
    {
        var requestId = Guid.NewGuid().ToString();
        var inner = J.Obj(("date", wire.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
            ("request-id", requestId),
            ("client-request-id", headers?.GetValueOrDefault("client-request-id") ?? requestId));
        var reply = Reply.Json(error.Status,
            J.Obj(("error", J.Obj(("code", error.Code), ("message", error.Message), ("innerError", inner)))));
        return error.Status == 401
            ? reply.With("WWW-Authenticate",
                "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\"")
            : reply;
    }

    public static Reply SharePoint(GraphError error)
    {
        if (error.Status == 401) return Unauthorized(error.Message);
        var code = error.Code.StartsWith('-') ? error.Code : error.Status switch
        {
            403 => "-2147024891, System.UnauthorizedAccessException",
            404 => "-2147024894, System.IO.FileNotFoundException",
            409 => "-2130575257, Microsoft.SharePoint.SPException",
            >= 500 => "-1, Microsoft.SharePoint.Client.ClientServiceException",
            _ => "-2147024809, System.ArgumentException",
        };
        var body = J.Obj(("odata.error", J.Obj(("code", code), ("message", J.Obj(("lang", "en-US"), ("value", error.Message))))));
        return Reply.Json(error.Status, Reply.Utf8(body), Reply.SharePointJson);
    }

    /// <summary>SharePoint refuses a token before anything that answers OData has seen the call.</summary>
    private static Reply Unauthorized(string reason)
    {
        var words = reason.StartsWith("Invalid audience", StringComparison.Ordinal)
            ? "Exception of type 'Microsoft.IdentityModel.Tokens.AudienceUriValidationFailedException' was thrown."
            : reason;
        return Reply.Json(401, Reply.Utf8(J.Obj(("error_description", words))), "application/json")
            .With("x-ms-diagnostics", $"3000003;reason=\"{reason}\";category=\"invalid_client\"")
            .With("WWW-Authenticate", "Bearer realm=\"\", client_id=\"00000003-0000-0ff1-ce00-000000000000\"");
    }
}
