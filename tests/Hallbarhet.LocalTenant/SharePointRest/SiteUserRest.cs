using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>People that the site knows.</summary>
internal static class SiteUserRest
{
    public static IEnumerable<RestOperation> Table =>
    [
        new("POST", "web/ensureuser", RoleLevel.Contribute, Ensure),
        new("GET", "web/siteusers", RoleLevel.Read, call => RestAnswer.Many(call, call.Site.Users.All.Select(u => Of(call, u))),
            "$select,$filter,$top"),
        new("GET", "web/siteusers({user})", RoleLevel.Read, call => RestAnswer.One(call, Of(call, Find(call))), "$select"),
    ];

    public static Shaped Of(RestCall call, SiteUser user) => new("SP.User", J.Obj(
        ("Id", user.Id), ("IsHiddenInUI", false), ("LoginName", user.Login), ("Title", user.Title), ("PrincipalType", 1),
        ("Email", user.Email), ("Expiration", ""), ("IsEmailAuthenticationGuestUser", false), ("IsShareByEmailGuestUser", false),
        ("IsSiteAdmin", call.Site.Group?.Owners.Contains(user.DirectoryId) == true),
        ("UserId", J.Obj(("NameId", user.DirectoryId.Replace("-", "", StringComparison.Ordinal)[..16]),
            ("NameIdIssuer", "urn:federation:microsoftonline"))),
        ("UserPrincipalName", user.Upn)));

    /// <summary>The person behind a login name with or without its claim, or behind a mail address.</summary>
    public static UserAccount? Account(RestCall call, string login) => call.Tenant.Users.ByMail(login.Split('|')[^1]);

    public static SiteUser Ensure(RestCall call, string login) => call.Site.Users.Ensure(call.Tenant, Account(call, login)
        ?? throw new GraphError(404, "-2146232832, Microsoft.SharePoint.SPException", $"The specified user {login} could not be found."));

    private static Reply Ensure(RestCall call)
    {
        var login = RestBody.Read(call.Request).Text("logonName") ?? throw RestError.Query("The parameter logonName is missing.");
        return RestAnswer.One(call, Of(call, Ensure(call, login)));
    }

    private static SiteUser Find(RestCall call)
    {
        var key = call["user"];
        return call.Site.Users.All.FirstOrDefault(u => key.By switch
        {
            "email" => u.Email.Equals(key.Text, StringComparison.OrdinalIgnoreCase),
            "loginname" => u.Login.Equals(key.Text, StringComparison.OrdinalIgnoreCase),
            _ => u.Id == key.Number,
        }) ?? throw new GraphError(404, "-2146232832, Microsoft.SharePoint.SPException", "User cannot be found.");
    }
}
