namespace Hallbarhet.Scripts.Tests.Support;

/// <summary>Exchange's RBAC for Applications, with the one filter that the scripts write.</summary>
public sealed partial class Cloud
{
    private readonly Dictionary<string, string> mailboxes = new()
    {
        [Cases.Mailbox] = "3f0c6f2e-0000-0000-0000-000000000001",
        [Cases.OtherMailbox] = "3f0c6f2e-0000-0000-0000-000000000002",
    };

    private readonly List<(string AppId, string ObjectId)> exchangePrincipals = [];
    private readonly Dictionary<string, string> managementScopes = [];
    private readonly List<(string Name, string Role, string App, string Scope)> managementRoles = [];
    private bool connected;

    /// <summary>Application roles and the mailbox that their scope holds.</summary>
    public IEnumerable<(string Role, string Filter)> MailboxRoles => managementRoles.Select(r => (r.Role, managementScopes[r.Scope]));

    /// <summary>A role that somebody gave by hand, for every mailbox.</summary>
    public Cloud WithUnlimitedMailRole(string role)
    {
        managementScopes["Organization"] = "";
        managementRoles.Add(("by hand", role, Cases.PrincipalId, "Organization"));
        return this;
    }

    private void AddExchange()
    {
        Reads("Get-ConnectionInformation", _ => connected ? Objects.Row(("State", "Connected")) : null);
        Reads("Connect-ExchangeOnline", _ => Then(() => connected = true));
        Reads("Get-EXOMailbox", given => mailboxes.TryGetValue(given.Text("Identity"), out var id)
            ? Objects.Row(("ExternalDirectoryObjectId", id))
            : throw new InvalidOperationException($"The mailbox {given.Text("Identity")} couldn't be found."));
        Reads("Get-ServicePrincipal", _ => exchangePrincipals.Select(p => Objects.Row(("AppId", p.AppId), ("ObjectId", p.ObjectId))).ToArray());
        Alters("New-ServicePrincipal", given => Then(() => exchangePrincipals.Add((given.Text("AppId"), given.Text("ObjectId")))));
        Alters("Remove-ServicePrincipal", given => Then(() => exchangePrincipals.RemoveAll(p => p.ObjectId == given.Text("Identity"))));
        Reads("Get-ManagementScope", _ => managementScopes.Select(s => Objects.Row(("Name", s.Key), ("RecipientFilter", s.Value))).ToArray());
        Alters("New-ManagementScope", given => Then(() => managementScopes.Add(given.Text("Name"), given.Text("RecipientRestrictionFilter"))));
        Alters("Set-ManagementScope", given => Then(() => managementScopes[given.Text("Identity")] = given.Text("RecipientRestrictionFilter")));
        Alters("Remove-ManagementScope", given => Then(() => managementScopes.Remove(given.Text("Identity"))));
        Reads("Get-ManagementRoleAssignment", given => managementRoles.Where(r => r.Role == given.Text("Role"))
            .Select(r => Objects.Row(("Name", r.Name), ("CustomResourceScope", r.Scope))).ToArray());
        Alters("New-ManagementRoleAssignment", given => Then(() => managementRoles.Add((given.Text("Name"), given.Text("Role"), given.Text("App"), given.Text("CustomResourceScope")))));
        Alters("Remove-ManagementRoleAssignment", given => Then(() => managementRoles.RemoveAll(r => r.Name == given.Text("Identity"))));
        Reads("Test-ServicePrincipalAuthorization", given => managementRoles.Where(r => r.App == given.Text("Identity"))
            .Select(r => Objects.Row(("RoleName", r.Role), ("InScope", IsInScope(r.Scope, given.Text("Resource")) ? "True" : "False"))).ToArray());
    }

    private bool IsInScope(string scope, string mailbox) => managementScopes[scope] is var filter
        && (filter.Length == 0 || filter == $"ExternalDirectoryObjectId -eq '{mailboxes[mailbox]}'");

    private static object? Then(Action change)
    {
        change();
        return null;
    }
}
