namespace Hallbarhet.LocalTenant.Identity;

/// <summary>Which permission let which call through, and so which granted ones nothing needed.</summary>
internal sealed class UsageReport
{
    private readonly Dictionary<(string Identity, string Operation, string Permission), (Right Right, int Calls)> used = [];

    public static string InSharePoint(string permission) => permission + " (SharePoint)";

    public static string InExchange(string permission) => permission + " (Exchange, one mailbox)";

    public void Add(string identity, string operation, Right right, string permission)
    {
        var key = (identity, operation, permission);
        used[key] = (right, used.GetValueOrDefault(key).Calls + 1);
    }

    public JsonObject Shown(IEnumerable<Application> applications) => J.Obj(
        ("entries", J.Array(used.OrderBy(u => u.Key.Identity, StringComparer.Ordinal).ThenBy(u => u.Key.Operation, StringComparer.Ordinal)
            .Select(u => J.Obj(("identity", u.Key.Identity), ("operation", u.Key.Operation), ("permission", u.Key.Permission),
                ("least", PermissionTable.Of(u.Value.Right).Least), ("calls", u.Value.Calls))))),
        ("identities", J.Array(applications.Select(Shown))));

    private JsonObject Shown(Application application)
    {
        var seen = used.Keys.Where(u => u.Identity == application.Name).Select(u => u.Permission).Distinct()
            .Order(StringComparer.Ordinal).ToList();
        var granted = Granted(application).Order(StringComparer.Ordinal).ToList();
        return J.Obj(("identity", application.Name), ("granted", Texts(granted)), ("used", Texts(seen)),
            ("unused", Texts(granted.Except(seen))));
    }

    private static IEnumerable<string> Granted(Application application) => application.Roles
        .Concat(application.SharePointRoles.Select(InSharePoint))
        .Concat(application.Mailbox is null ? [] : PermissionTable.OfMailbox.Select(InExchange));

    private static JsonArray Texts(IEnumerable<string> texts) => J.Array(texts.Select(t => (JsonNode?)t));
}
