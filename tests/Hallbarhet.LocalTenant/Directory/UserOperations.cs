using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Directory;

internal static class UserOperations
{
    private const string Listed = "$select,$filter,$top,$orderby,$count,$skiptoken";

    /// <summary>Answered when nothing is selected, as Graph does.</summary>
    public static readonly string[] Defaults = ["id", "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone",
        "officeLocation", "preferredLanguage", "surname", "userPrincipalName"];

    public static readonly string[] Known =
        ["accountEnabled", "businessPhones", "department", "displayName", "givenName", "jobTitle", "mail",
        "mailNickname", "mobilePhone", "officeLocation", "preferredLanguage", "surname", "usageLocation", "userPrincipalName", "userType"];

    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/users", Right.UserRead, List, Listed),
        new("POST", "/users", Right.UserWrite, Create),
        new("GET", "/users/{user}", Right.UserRead, Get, "$select"),
        new("PATCH", "/users/{user}", Right.UserWrite, Update),
    ];

    public static JsonObject Shown(Call call, JsonObject user)
    {
        if (call.Query.Select is not null) return Listing.Select(call, user, "user");
        var result = new JsonObject();
        foreach (var name in Defaults) result[name] = user[name]?.DeepClone();
        return result;
    }

    private static Reply Get(Call call) =>
        call.One(Shown(call, call.Tenant.Users.Get(call["user"]).Properties), "users/$entity");

    private static Reply List(Call call)
    {
        DirectoryQuery.Demand(call);
        return Listing.Answer(call, call.Tenant.Users.All.Select(u => u.Properties), "users", "user", show: u => Shown(call, u));
    }

    private static Reply Create(Call call)
    {
        var body = call.Json([.. Known, "passwordProfile"]);
        foreach (var name in (string[])["accountEnabled", "displayName", "mailNickname", "userPrincipalName", "passwordProfile"])
            if (body[name] is null)
                throw new GraphError(400, "Request_BadRequest", $"A value is required for property '{name}' of resource 'User'.");
        var user = call.Tenant.Users.Add(body);
        return call.One(Shown(call, user.Properties), "users/$entity", 201);
    }

    private static Reply Update(Call call)
    {
        var user = call.Tenant.Users.Get(call["user"]);
        foreach (var (name, value) in call.Json([.. Known.Where(n => n != "userPrincipalName")]))
            if (!name.StartsWith('@')) user.Properties[name] = value?.DeepClone();
        return Reply.Empty(204);
    }
}
