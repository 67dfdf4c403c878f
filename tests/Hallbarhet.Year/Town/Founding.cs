using System.Text.Json.Nodes;

namespace Hallbarhet.Year.Town;

/// <summary>What stands in the municipality before the product comes: accounts, mailboxes, the group with its site.</summary>
public static class Founding
{
    public const string SiteHost = "trollhattanexempel.sharepoint.com";
    public const string SiteName = "ekologiska-hallbarhetsgruppen";
    public const string ServiceMailbox = "hallbarhetsgruppen@" + Person.Domain;
    public const string Registry = "registrator@" + Person.Domain;
    public const string It = "it-drift@" + Person.Domain;

    private static readonly (string Name, string Address)[] Mailboxes =
    [
        ("Ekologiska hållbarhetsgruppen (brevlåda)", ServiceMailbox),
        ("Registrator", Registry),
        ("IT-drift", It),
        ("Miljöutskottet", "miljoutskottet@" + Person.Domain),
        ("SDL-gruppen", "sdl-gruppen@" + Person.Domain),
    ];

    public static async Task BuildAsync(Stage stage)
    {
        var admin = await stage.AsAsync(Person.Admin);
        var ids = new Dictionary<string, string>();
        foreach (var person in Person.All.Where(p => p.HasAccount)) ids[person.Key] = await AddUserAsync(admin, person.Name, person.Upn);
        foreach (var (name, address) in Mailboxes) await AddUserAsync(admin, name, address);
        await stage.TellTenantAsync("identity", new JsonObject { ["mailbox"] = ServiceMailbox });

        string Address(string key) => new Uri(stage.Tenant, $"v1.0/users/{ids[key]}").ToString();
        JsonNode[] members = [.. Person.All.Where(p => p.HasAccount && p.Key != "gustav" && p.Role != "Kommunikatör").Select(p => (JsonNode)Address(p.Key))];
        await admin.PostAsync("groups", new JsonObject
        {
            ["displayName"] = "Ekologiska hållbarhetsgruppen",
            ["description"] = "Förvaltningsövergripande grupp för ekologisk hållbarhet (exempel)",
            ["mailNickname"] = SiteName,
            ["mailEnabled"] = true,
            ["securityEnabled"] = false,
            ["groupTypes"] = new JsonArray("Unified"),
            ["resourceBehaviorOptions"] = new JsonArray("WelcomeEmailDisabled", "SubscribeMembersToCalendarEventsDisabled"),
            ["owners@odata.bind"] = new JsonArray(Address("karin"), Address("mattias")),
            ["members@odata.bind"] = new JsonArray(members),
        });
    }

    /// <summary>A newcomer's account becomes a member of the group.</summary>
    public static async Task AddToGroupAsync(Stage stage, string person)
    {
        var admin = await stage.AsAsync(Person.Admin);
        var group = (await admin.ListAsync($"groups?$filter=mailNickname eq '{SiteName}'&$select=id"))[0].GetProperty("id").GetString();
        var user = (await admin.GetAsync($"users/{Person.Of(person).Upn}?$select=id")).GetProperty("id").GetString();
        await admin.PostAsync($"groups/{group}/members/$ref",
            new JsonObject { ["@odata.id"] = new Uri(stage.Tenant, $"v1.0/directoryObjects/{user}").ToString() });
    }

    private static async Task<string> AddUserAsync(People.GraphCaller admin, string name, string upn)
    {
        var user = await admin.PostAsync("users", new JsonObject
        {
            ["accountEnabled"] = true,
            ["displayName"] = name,
            ["mailNickname"] = upn.Split('@')[0],
            ["userPrincipalName"] = upn,
            ["mail"] = upn,
            // The tenant keeps no passwords; the property is required by the service.
            ["passwordProfile"] = new JsonObject { ["forceChangePasswordNextSignIn"] = true, ["password"] = "Anvands-inte-" + upn },
        });
        return user.GetProperty("id").GetString()!;
    }
}
