using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;
using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>A SharePoint call with its site and what the path named.</summary>
internal sealed class RestCall(TenantState tenant, Site site, Caller caller, TenantRequest request, Query query, Dictionary<string, Key> values)
{
    public TenantState Tenant => tenant;

    public Site Site => site;

    public Caller Caller => caller;

    public TenantRequest Request => request;

    public Query Query => query;

    public Key this[string name] => values[name];

    public bool Names(string name) => values.ContainsKey(name);

    public SharePointList List => this["list"] switch
    {
        { By: "title" } key => site.Lists.Find(l => l.DisplayName.Equals(key.Text, StringComparison.OrdinalIgnoreCase)) ?? throw NoList(key),
        { By: "url" } key => site.Lists.Find(l => ListShape.Path(l).Equals(key.Text.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            ?? throw RestError.NoFile(),
        var key => site.Lists.Find(l => l.Id.Equals(key.Text.Trim('{', '}'), StringComparison.OrdinalIgnoreCase)) ?? throw NoList(key),
    };

    public ListItem Row => List.Items.GetValueOrDefault(this["item"].Number) is { } item
        && Rights.May(tenant, site, List, item, caller, RoleLevel.Read)
        ? item
        : throw new GraphError(404, "-2130575338, System.ArgumentException", "Item does not exist. It may have been deleted by another user.");

    /// <summary>A parameter of a method, from the path or else from the body.</summary>
    public string Parameter(string name) => values.TryGetValue(name, out var key) ? key.Text
        : RestBody.Read(request)[name] is JsonValue value ? value.ToString()
        : throw RestError.Query($"The parameter {name} is missing.");

    public int Number(string name) => new Key("argument", Parameter(name)).Number;

    public bool Flag(string name) => Parameter(name).ToLowerInvariant() is "true" or "1";

    public void Touch(SharePointList list) => list.Touch(tenant.NowText);

    public static Reply Json(JsonObject body, int status = 200) => Reply.Json(status, Reply.Utf8(body), Reply.SharePointJson);

    /// <summary>How SharePoint answers a method that returns nothing.</summary>
    public static Reply Nothing() => Json(J.Obj(("odata.null", true)));

    private GraphError NoList(Key key) => RestError.NoSuch($"List '{key.Text}' does not exist at site with URL '{site.WebUrl}'.");
}
