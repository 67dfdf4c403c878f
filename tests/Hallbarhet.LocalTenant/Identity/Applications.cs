using Hallbarhet.LocalTenant.Directory;

namespace Hallbarhet.LocalTenant.Identity;

/// <summary>An application and what the tenant's administrators granted it. Grants on sites stand at the sites.</summary>
internal sealed class Application
{
    public required string Name { get; init; }

    public required string ClientId { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>On Microsoft Graph.</summary>
    public required IReadOnlySet<string> Roles { get; set; }

    /// <summary>On Office 365 SharePoint Online.</summary>
    public required IReadOnlySet<string> SharePointRoles { get; set; }

    /// <summary>The one mailbox that Exchange's role-based access opens; null for none.</summary>
    public string? Mailbox { get; set; }

    public Caller Caller(bool sharePoint) =>
        new(Name, ClientId, DisplayName, null) { Roles = sharePoint ? SharePointRoles : Roles };
}

/// <summary>The applications that the tenant knows: the product's two, and those that a control call registers.</summary>
internal sealed class Applications
{
    public const string SetupId = "11111111-1111-1111-1111-111111111111";
    public const string RuntimeId = "22222222-2222-2222-2222-222222222222";

    private readonly List<Application> all;

    public Applications(string? runtimeMailbox) => all =
    [
        new()
        {
            Name = "setup",
            ClientId = SetupId,
            DisplayName = "Hallbarhet setup",
            Roles = Set("User.ReadWrite.All", "Group.ReadWrite.All", "Sites.FullControl.All", "Tasks.ReadWrite.All"),
            SharePointRoles = Set("Sites.FullControl.All"),
        },
        new()
        {
            Name = "runtime",
            ClientId = RuntimeId,
            DisplayName = "Hallbarhet runtime",
            Roles = Set("User.ReadBasic.All", "Group.ReadBasic.All", PermissionTable.SitesSelected, "Tasks.ReadWrite.All"),
            SharePointRoles = Set(PermissionTable.SitesSelected),
            Mailbox = runtimeMailbox,
        },
    ];

    public IReadOnlyList<Application> All => all;

    public Application? Named(string name) => all.Find(a => a.Name == name);

    /// <summary>By client id; a managed identity that names none is the runtime's.</summary>
    public Application? ByClientId(string? id) =>
        all.Find(a => a.ClientId.Equals(id is null or "" ? RuntimeId : id, StringComparison.OrdinalIgnoreCase));

    public void Register(Application application) => all.Add(application);

    /// <summary>Whether Exchange gives the application this person's mailbox, for every one of the roles that it can give.</summary>
    public bool MayUseMailbox(Caller caller, UserAccount owner) => Named(caller.Name)?.Mailbox is { } mailbox
        && (mailbox.Equals(owner.Upn, StringComparison.OrdinalIgnoreCase)
            || mailbox.Equals(owner.Mail, StringComparison.OrdinalIgnoreCase));

    private static HashSet<string> Set(params string[] names) => [.. names];
}
