namespace Hallbarhet.LocalTenant.SharePointRest;

internal static class SiteUserRest
{
    public static Reply Ensure(RestCall call)
    {
        var body = J.Parse(call.Request.Body.Span) as JsonObject ?? throw GraphError.Invalid("The request body must be a JSON object.");
        var login = body.Text("logonName") ?? throw GraphError.Invalid("The parameter logonName is missing.");
        var account = call.Tenant.Users.ByMail(login.Split('|')[^1])
            ?? throw new GraphError(404, "-2146232832, Microsoft.SharePoint.SPException",
                $"The specified user {login} could not be found.");
        var user = call.Site.Users.Ensure(call.Tenant, account);
        return RestCall.Json(J.Obj(
            ("Id", user.Id), ("IsHiddenInUI", false), ("LoginName", user.Login), ("Title", user.Title), ("PrincipalType", 1),
            ("Email", user.Email),
            ("Expiration", ""), ("IsEmailAuthenticationGuestUser", false), ("IsShareByEmailGuestUser", false), ("IsSiteAdmin", false),
            ("UserId", J.Obj(("NameId", account.Id.Replace("-", "", StringComparison.Ordinal)[..16]),
            ("NameIdIssuer", "urn:federation:microsoftonline"))),
            ("UserPrincipalName", user.Upn)));
    }
}

internal static class VersionRest
{
    /// <summary>All but the current version go; their numbers are not used again.</summary>
    public static Reply DeleteAll(RestCall call)
    {
        var versions = call.Item.Versions;
        versions.RemoveRange(0, versions.Count - 1);
        return RestCall.Json(J.Obj(("odata.null", true)));
    }
}
