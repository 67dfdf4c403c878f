using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Planner;

/// <summary>A Planner resource: its JSON, and a counter that its etag comes from.</summary>
internal sealed class PlannerThing(JsonObject json)
{
    private int version;

    public JsonObject Json { get; } = json;

    public string Id => Json.Text("id")!;

    public string ETag => Json.Text("@odata.etag")!;

    public PlannerThing Stamped(string kind)
    {
        var text = $"1-{kind}  {Id}{++version:x8}";
        Json["@odata.etag"] = $"W/\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\"";
        return this;
    }

    /// <summary>Planner wants the last etag of this very resource; without one it refuses.</summary>
    public void DemandMatch(Call call)
    {
        if (call.Header("If-Match") is not { } match)
            throw new GraphError(400, "", "The If-Match header must be specified for this request.");
        if (match == ETag) return;
        if (!match.StartsWith("W/\"", StringComparison.Ordinal))
            throw new GraphError(400, "", "The If-Match header contains an invalid value.");
        throw new GraphError(412, "", "The If-Match header value does not match the current value of the item.");
    }
}

internal sealed class PlannerStore(TenantState tenant)
{
    public Dictionary<string, PlannerThing> Plans { get; } = [];

    public Dictionary<string, PlannerThing> PlanDetails { get; } = [];

    public Dictionary<string, PlannerThing> Buckets { get; } = [];

    public Dictionary<string, PlannerThing> Tasks { get; } = [];

    public Dictionary<string, PlannerThing> TaskDetails { get; } = [];

    public string NewId() => tenant.Ids.Opaque("", 28);

    public static PlannerThing Find(Dictionary<string, PlannerThing> things, string id) => things.GetValueOrDefault(id)
        ?? throw new GraphError(404, "", "The requested item is not found.");

    /// <summary>A person must belong to the plan's group.</summary>
    public PlannerThing Plan(Call call, string id)
    {
        var plan = Find(Plans, id);
        var group = tenant.Groups.Get(plan.Json.Text("owner")!);
        if (call.Caller.IsUser && !group.Knows(call.Caller.UserId!) && !tenant.Users.IsAdministrator(call.Caller))
            throw PermissionTable.Refused(Right.Tasks);
        return plan;
    }

    public static JsonObject By(Caller caller) => caller.IsUser
        ? J.Obj(("user", J.Obj(("displayName", null), ("id", caller.Id))),
            ("application", J.Obj(("displayName", null), ("id", Applications.SetupId))))
        : J.Obj(("application", J.Obj(("displayName", null), ("id", caller.Id))));

    public string Moment => tenant.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
