using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Control;

/// <summary>
/// What an administrator grants an application, as one call: <c>{"identity","roles":[…],"sharePointRoles":[…],
/// "sites":[{"site","roles":["write"]}],"mailbox"}</c>. What is given replaces what was; what is left out stays.
/// </summary>
internal sealed class IdentityControl(TenantState tenant)
{
    public static readonly string[] Known = ["identity", "clientId", "displayName", "roles", "sharePointRoles", "sites", "mailbox"];

    public JsonObject Shown() => J.Obj(("identities", J.Array(tenant.Applications.All.Select(Shown))));

    public JsonObject Put(JsonObject given)
    {
        var name = given.Text("identity") ?? "runtime";
        var roles = Names(given, "roles", PermissionTable.OfGraph);
        var sharePointRoles = Names(given, "sharePointRoles", PermissionTable.OfSharePoint);
        var sites = given["sites"] is null ? null : given.Objects("sites").Select(Grant).ToList();
        var application = tenant.Applications.Named(name) ?? Register(name, given);
        application.Roles = roles ?? application.Roles;
        application.SharePointRoles = sharePointRoles ?? application.SharePointRoles;
        if (given.ContainsKey("mailbox")) application.Mailbox = given.Text("mailbox");
        if (sites is not null) Replace(application, sites);
        return Shown(application);
    }

    private Application Register(string name, JsonObject given)
    {
        var id = given.Text("clientId") ?? tenant.Ids.Guid().ToString();
        if (!Guid.TryParse(id, out _) || tenant.Applications.ByClientId(id) is not null)
            throw GraphError.Invalid($"'{id}' is no client id that is free.");
        var application = new Application
        {
            Name = name,
            ClientId = id,
            DisplayName = given.Text("displayName") ?? name,
            Roles = new HashSet<string>(),
            SharePointRoles = new HashSet<string>(),
        };
        tenant.Applications.Register(application);
        return application;
    }

    private static HashSet<string>? Names(JsonObject given, string member, IReadOnlySet<string> known)
    {
        if (given[member] is null) return null;
        var names = given.Texts(member).ToHashSet();
        return names.FirstOrDefault(n => !known.Contains(n)) is not { } unknown ? names
            : throw GraphError.Invalid($"'{unknown}' is no application permission that this tenant knows ({member}).");
    }

    private (Site Site, List<SiteRole> Roles) Grant(JsonObject given)
    {
        var path = given.Text("site") ?? throw GraphError.Invalid("'site' is missing.");
        return (tenant.Sites.Find(path.TrimStart('/')) ?? throw GraphError.ItemNotFound($"There is no site {path}"),
            [.. given.Texts("roles").Select(SiteGrants.Parse)]);
    }

    private void Replace(Application application, List<(Site Site, List<SiteRole> Roles)> sites)
    {
        foreach (var site in tenant.Sites.All) site.Grants.RemoveFor(application.ClientId);
        foreach (var (site, roles) in sites)
            foreach (var role in roles) _ = site.Grants.Add(tenant, application.ClientId, application.DisplayName, role);
    }

    private JsonObject Shown(Application application) => J.Obj(
        ("identity", application.Name), ("clientId", application.ClientId), ("displayName", application.DisplayName),
        ("roles", Texts(application.Roles)), ("sharePointRoles", Texts(application.SharePointRoles)),
        ("sites", J.Array(tenant.Sites.All.Select(s => Shown(s, application)).OfType<JsonObject>())),
        ("mailbox", application.Mailbox));

    private static JsonObject? Shown(Site site, Application application)
    {
        var roles = site.Grants.All.Where(g => g.ClientId == application.ClientId).Select(g => SiteGrants.Name(g.Role)).ToList();
        return roles.Count == 0 ? null : J.Obj(("site", "/sites/" + site.Name), ("roles", Texts(roles)));
    }

    private static JsonArray Texts(IEnumerable<string> texts) => J.Array(texts.Order(StringComparer.Ordinal).Select(t => (JsonNode?)t));
}
