using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Directory;

internal sealed class UserAccount
{
    public required string Id { get; init; }

    public required JsonObject Properties { get; init; }

    public string Upn => Properties.Text("userPrincipalName")!;

    public string DisplayName => Properties.Text("displayName")!;

    public string? Mail => Properties.Text("mail");

    public bool Enabled => Properties.Flag("accountEnabled") == true;
}

internal sealed class UserStore
{
    private const string Administrator = "admin@trollhattan.example";

    private readonly Dictionary<string, UserAccount> byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, UserAccount> byUpn = new(StringComparer.OrdinalIgnoreCase);
    private readonly TenantState tenant;

    public UserStore(TenantState tenant)
    {
        this.tenant = tenant;
        _ = Add(J.Obj(("accountEnabled", true), ("displayName", "Administratör Exempel"), ("mailNickname", "admin"),
            ("userPrincipalName", Administrator), ("mail", Administrator)));
    }

    public IEnumerable<UserAccount> All => byId.Values;

    public UserAccount Add(JsonObject given)
    {
        var upn = given.Text("userPrincipalName")!;
        if (byUpn.ContainsKey(upn))
            throw new GraphError(400, "Request_BadRequest",
                "Another object with the same value for property userPrincipalName already exists.");
        var id = tenant.Ids.Guid().ToString();
        var properties = J.Obj(("id", id));
        foreach (var name in UserOperations.Known) properties[name] = given[name]?.DeepClone();
        properties["businessPhones"] ??= new JsonArray();
        properties["userType"] ??= "Member";
        properties["createdDateTime"] = tenant.NowText;
        return byUpn[upn] = byId[id] = new() { Id = id, Properties = properties };
    }

    public UserAccount? Find(string idOrUpn) => byId.GetValueOrDefault(idOrUpn) ?? byUpn.GetValueOrDefault(idOrUpn);

    public UserAccount Get(string idOrUpn) => Find(idOrUpn)
        ?? throw new GraphError(404, "Request_ResourceNotFound",
            $"Resource '{idOrUpn}' does not exist or one of its queried reference-property objects are not present.");

    public UserAccount? ByMail(string address) => byUpn.GetValueOrDefault(address)
        ?? byId.Values.FirstOrDefault(u => string.Equals(u.Mail, address, StringComparison.OrdinalIgnoreCase));

    public bool IsAdministrator(Caller caller) => caller.UserId is { } id && byId[id].Upn == Administrator;

    public static Caller CallerFor(UserAccount user) => new(user.Upn, user.Id, user.DisplayName, user.Id);
}
