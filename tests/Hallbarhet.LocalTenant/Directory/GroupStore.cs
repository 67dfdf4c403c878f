using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.Directory;

internal sealed class GroupEntry
{
    public required string Id { get; init; }

    public required JsonObject Properties { get; init; }

    public required Site Site { get; init; }

    public List<string> Members { get; } = [];

    public List<string> Owners { get; } = [];

    public bool Welcomes { get; init; }

    public string Mail => Properties.Text("mail")!;

    public bool Knows(string userId) => Members.Contains(userId) || Owners.Contains(userId);
}

internal sealed class GroupStore(TenantState tenant)
{
    public const string MailDomain = "trollhattan.example";

    private readonly Dictionary<string, GroupEntry> byId = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<GroupEntry> All => byId.Values;

    public GroupEntry Get(string id) => byId.GetValueOrDefault(id)
        ?? throw new GraphError(404, "Request_ResourceNotFound",
            $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    public GroupEntry Add(JsonObject given)
    {
        var nickname = given.Text("mailNickname")!;
        if (byId.Values.Any(g => string.Equals(g.Properties.Text("mailNickname"), nickname, StringComparison.OrdinalIgnoreCase)))
            throw new GraphError(400, "Request_BadRequest", "Another object with the same value for property mailNickname already exists.");
        var id = tenant.Ids.Guid().ToString();
        var group = new GroupEntry
        {
            Id = id,
            Properties = Properties(id, given, nickname),
            Site = tenant.Sites.Add(nickname, given.Text("displayName")!),
            Welcomes = !given.Texts("resourceBehaviorOptions").Contains("WelcomeEmailDisabled"),
        };
        return byId[id] = group.Site.Group = group;
    }

    public void Join(GroupEntry group, List<string> list, UserAccount user, string property)
    {
        if (list.Contains(user.Id))
            throw new GraphError(400, "Request_BadRequest",
                $"One or more added object references already exist for the following modified properties: '{property}'.");
        var isNew = !group.Knows(user.Id);
        list.Add(user.Id);
        if (isNew && group.Welcomes && user.Mail is { } mail)
            tenant.Deliveries.Add(new("welcome", group.Mail, [mail],
                $"Du har anslutit till gruppen {group.Properties.Text("displayName")}"));
    }

    private JsonObject Properties(string id, JsonObject given, string nickname) => J.Obj(
        ("id", id), ("deletedDateTime", null), ("classification", null), ("createdDateTime", tenant.NowText), ("expirationDateTime", null),
        ("description", given.Text("description")),
        ("displayName", given.Text("displayName")), ("groupTypes", given["groupTypes"]?.DeepClone() ?? new JsonArray()),
        ("mail", $"{nickname}@{MailDomain}"), ("mailEnabled", true), ("mailNickname", nickname),
        ("preferredLanguage", given.Text("preferredLanguage")),
        ("proxyAddresses", new JsonArray($"SMTP:{nickname}@{MailDomain}")), ("renewedDateTime", tenant.NowText),
        ("resourceBehaviorOptions", given["resourceBehaviorOptions"]?.DeepClone() ?? new JsonArray()),
        ("resourceProvisioningOptions", new JsonArray()),
        ("securityEnabled", given.Flag("securityEnabled") ?? false), ("visibility", given.Text("visibility") ?? "Private"));
}
