using System.Collections;
using System.Management.Automation;

namespace Hallbarhet.Scripts.Tests.Support;

/// <summary>Entra, sites and groups. Permission names are those that the scripts may grant, and some that they must never.</summary>
public sealed partial class Cloud
{
    public const string GraphAppId = "00000003-0000-0000-c000-000000000000";
    public const string SharePointAppId = "00000003-0000-0ff1-ce00-000000000000";
    public const string ExchangeAppId = "00000002-0000-0ff1-ce00-000000000000";

    private readonly List<Principal> principals =
    [
        new("graph", GraphAppId, "Microsoft Graph", ["User.ReadBasic.All", "Group.ReadBasic.All", "Group.Create", "GroupMember.Read.All", "Sites.Selected",
            "Sites.FullControl.All", "Sites.Read.All", "Tasks.ReadWrite.All", "Mail.Read", "Mail.Send", "MailboxSettings.Read", "Calendars.ReadWrite"]),
        new("sharepoint", SharePointAppId, "Office 365 SharePoint Online", ["Sites.Selected", "Sites.FullControl.All"]),
        new("exchange", ExchangeAppId, "Office 365 Exchange Online", ["full_access_as_app"]),
        new(Cases.PrincipalId, Cases.ClientId, "Hallbarhet M365", []),
    ];

    private static readonly string[] Applications = ["Application"];

    private readonly List<(string Id, string Principal, string Resource, string Role)> assignments = [];
    private readonly List<(string Id, string Site, string ClientId, string Role)> sitePermissions = [];
    private readonly List<string> members = ["user-karin"];
    private readonly List<PSObject> applications = [];
    private readonly List<(string Person, string Role)> holders = [];
    private IEnumerable<string>? scopes;
    private int made;

    /// <summary>Permissions of the service's identity as "resource: name", sorted.</summary>
    public IEnumerable<string> Granted => assignments.Select(a => $"{a.Resource}: {a.Role}").Order(StringComparer.Ordinal);

    public IEnumerable<(string Site, string Role)> SiteRoles => sitePermissions.Select(p => (p.Site, p.Role));

    public IReadOnlyList<string> Members => members;

    /// <summary>Grants without a script, as somebody may have done it by hand.</summary>
    public Cloud WithRole(string resource, string role)
    {
        assignments.Add(($"by-hand-{made++}", Cases.PrincipalId, resource, role));
        return this;
    }

    public Cloud WithSite(string site, string role)
    {
        sitePermissions.Add(($"by-hand-{made++}", site, Cases.ClientId, role));
        return this;
    }

    private void AddGraph()
    {
        Reads("Connect-MgGraph", given => Then(() => scopes = given.Texts("Scopes")));
        Reads("Get-MgContext", _ => scopes is null ? null : Objects.Row(("Scopes", scopes.ToArray()), ("TenantId", "tenant")));
        Reads("Get-MgServicePrincipal", given => principals.Where(p => given.Has("Filter") ? p.AppId == given.FilterValue() : p.Id == given.Text("ServicePrincipalId")).Select(Shown).ToArray());
        Alters("New-MgServicePrincipal", given => Then(() => principals.Add(new Principal($"principal-{made++}", given.Text("AppId"), "setup", []))));
        AddRoles();
        AddSites();
        AddGroups();
        AddApplications();
    }

    private void AddRoles()
    {
        Reads("Get-MgServicePrincipalAppRoleAssignment", given => assignments.Where(a => a.Principal == given.Text("ServicePrincipalId"))
            .Select(a => Objects.Row(("Id", a.Id), ("ResourceId", a.Resource), ("AppRoleId", RoleId(a.Resource, a.Role)))).ToArray());
        Alters("New-MgServicePrincipalAppRoleAssignment", given =>
        {
            var resource = principals.Single(p => p.Id == given.Text("ResourceId"));
            var role = resource.Roles.Single(r => RoleId(resource.Id, r) == given.Text("AppRoleId"));
            assignments.Add(($"assignment-{made++}", given.Text("PrincipalId"), resource.Id, role));
            return null;
        });
        Alters("Remove-MgServicePrincipalAppRoleAssignment", given => assignments.RemoveAll(a => a.Id == given.Text("AppRoleAssignmentId")) == 1 ? null : throw new InvalidOperationException("Not found."));
    }

    private void AddSites()
    {
        Reads("Get-MgSite", given => Objects.Row(("Id", given.Text("SiteId")), ("WebUrl", "https://" + given.Text("SiteId").Replace(":", "", StringComparison.Ordinal))));
        Reads("Get-MgSitePermission", given => sitePermissions.Where(p => p.Site == given.Text("SiteId") && (!given.Has("PermissionId") || p.Id == given.Text("PermissionId")))
            .Select(p => Permission(p, withRoles: given.Has("PermissionId"))).ToArray());
        Alters("New-MgSitePermission", given =>
        {
            var body = given.Table("BodyParameter");
            var application = (IDictionary)((IDictionary)((object[])body["grantedToIdentities"]!)[0])["application"]!;
            sitePermissions.Add(($"permission-{made++}", given.Text("SiteId"), application["id"]!.ToString()!, ((object[])body["roles"]!)[0].ToString()!));
            return null;
        });
        Alters("Update-MgSitePermission", given => Replace(given.Text("PermissionId"), given.Texts("Roles").Single()));
        Alters("Remove-MgSitePermission", given => Replace(given.Text("PermissionId"), null));
    }

    private object? Replace(string id, string? role)
    {
        var index = sitePermissions.FindIndex(p => p.Id == id);
        if (role is null) sitePermissions.RemoveAt(index);
        else sitePermissions[index] = sitePermissions[index] with { Role = role };
        return null;
    }

    private void AddGroups()
    {
        Reads("Get-MgGroup", given => given.FilterValue() == Cases.Nickname
            ? new[] { Objects.Row(("Id", "group"), ("DisplayName", "Ekologiska hållbarhetsgruppen"), ("Visibility", "Private"), ("ExpirationDateTime", new DateTime(2027, 3, 1, 0, 0, 0, DateTimeKind.Utc))) }
            : []);
        Reads("Get-MgGroupOwner", _ => new[] { Objects.Row(("Id", "user-karin")), Objects.Row(("Id", "user-mattias")) });
        Reads("Get-MgGroupMember", _ => members.Select(m => Objects.Row(("Id", m))).ToArray());
        Reads("Get-MgUser", given => Objects.Row(("Id", "user-" + given.Text("UserId").Split('.')[0])));
        Alters("New-MgGroupMember", given => Then(() => members.Add(given.Text("DirectoryObjectId"))));
    }

    private void AddApplications()
    {
        Reads("Get-MgApplication", given => applications.Where(a => (string)a.Properties["DisplayName"].Value == given.FilterValue()).ToArray());
        Alters("New-MgApplication", given =>
        {
            applications.Add(Objects.Row(("Id", "application"), ("AppId", "setup-client"), ("DisplayName", given.Text("DisplayName")), ("KeyCredentials", Array.Empty<object>()), ("IdentifierUris", Array.Empty<string>())));
            return null;
        });
        Alters("Update-MgApplication", given =>
        {
            if (given.Has("IdentifierUris")) applications.Single().Properties["IdentifierUris"].Value = given.Texts("IdentifierUris");
            else applications.Single().Properties["KeyCredentials"].Value = given.Objects("KeyCredentials").Select(k => (IDictionary)(k is PSObject shown ? shown.BaseObject : k))
                .Select(k => Objects.Row(("CustomKeyIdentifier", k["CustomKeyIdentifier"]), ("Key", null))).ToArray();
            return null;
        });
        Reads("Get-MgServicePrincipalAppRoleAssignedTo", _ => holders.Select(h => Objects.Row(("PrincipalId", h.Person), ("AppRoleId", h.Role))).ToArray());
        Alters("New-MgServicePrincipalAppRoleAssignedTo", given => Then(() => holders.Add((given.Text("PrincipalId"), given.Text("AppRoleId")))));
        Alters("Remove-MgApplication", _ => Then(applications.Clear));
    }

    private static PSObject Shown(Principal principal) => Objects.Row(("Id", principal.Id), ("AppId", principal.AppId), ("DisplayName", principal.Name),
        ("AppRoles", principal.Roles.Select(r => Objects.Row(("Id", RoleId(principal.Id, r)), ("Value", r), ("AllowedMemberTypes", Applications))).ToArray()));

    /// <summary>As Graph answers: the list leaves the roles out.</summary>
    private static PSObject Permission((string Id, string Site, string ClientId, string Role) permission, bool withRoles) => Objects.Row(
        ("Id", permission.Id), ("Roles", withRoles ? new[] { permission.Role } : []),
        ("GrantedToIdentitiesV2", new[] { Objects.Row(("Application", Objects.Row(("Id", permission.ClientId)))) }));

    private static string RoleId(string resource, string role) => $"{resource}/{role}";

    private sealed record Principal(string Id, string AppId, string Name, IReadOnlyList<string> Roles);
}
