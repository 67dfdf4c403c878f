using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Planner;

internal static class PlanOperations
{
    public static IEnumerable<Operation> Table =>
    [
        new("POST", "/planner/plans", Right.Tasks, Create),
        new("GET", "/groups/{group}/planner/plans", Right.TaskRead, List, "$select,$top,$skiptoken"),
        new("GET", "/planner/plans/{plan}", Right.TaskRead, c => Shown(c, Plan(c), "plans"), "$select"),
        new("PATCH", "/planner/plans/{plan}", Right.Tasks, c => Patch(c, Plan(c), "plans", "title")),
        new("GET", "/planner/plans/{plan}/details", Right.TaskRead, c => Shown(c, Details(c), "plans('')/details"), "$select"),
        new("PATCH", "/planner/plans/{plan}/details", Right.Tasks, UpdateDetails),
        new("GET", "/planner/plans/{plan}/buckets", Right.TaskRead, Buckets, "$select,$top,$skiptoken"),
        new("POST", "/planner/buckets", Right.Tasks, CreateBucket),
    ];

    public static Reply Shown(Call call, PlannerThing thing, string context, int status = 200) =>
        call.One(call.IsWrite ? thing.Json.Copy() : Listing.Select(call, thing.Json, "plannerItem"), $"planner/{context}/$entity", status);

    /// <summary>204, or the whole resource where the client prefers it.</summary>
    public static Reply Changed(Call call, PlannerThing thing, string context)
    {
        _ = thing.Stamped(context);
        return call.Prefers("return=representation") ? Shown(call, thing, context) : Reply.Empty(204);
    }

    private static PlannerStore Store(Call call) => call.Tenant.Planner;

    private static PlannerThing Plan(Call call) => Store(call).Plan(call, call["plan"]);

    private static PlannerThing Details(Call call) => Store(call).PlanDetails[Plan(call).Id];

    private static Reply Create(Call call)
    {
        var body = call.Json("title", "container", "owner");
        var container = body.Inner("container") ?? throw new GraphError(400, "", "The container is missing.");
        var group = call.Tenant.Groups.Get(container.Text("containerId") ?? container.Text("url")?.Split('/')[^1] ?? "");
        var id = Store(call).NewId();
        var plan = new PlannerThing(J.Obj(("@odata.etag", ""), ("createdDateTime", Store(call).Moment), ("owner", group.Id),
            ("title", body.Text("title") ?? throw new GraphError(400, "", "The title is missing.")), ("id", id),
            ("createdBy", PlannerStore.By(call.Caller)),
            ("container", J.Obj(("containerId", group.Id), ("type", "group"),
            ("url", $"https://graph.microsoft.com/v1.0/groups/{group.Id}")))));
        Store(call).Plans[id] = plan.Stamped("Plan");
        Store(call).PlanDetails[id] = NewDetails(id);
        return Shown(call, plan, "plans", 201);
    }

    private static PlannerThing NewDetails(string id)
    {
        var categories = new JsonObject();
        for (var n = 1; n <= 25; n++) categories["category" + n] = null;
        return new PlannerThing(J.Obj(("@odata.etag", ""), ("id", id), ("sharedWith", new JsonObject()),
            ("categoryDescriptions", categories))).Stamped("Details");
    }

    private static Reply List(Call call)
    {
        var group = call.Tenant.Groups.Get(call["group"]);
        var plans = Store(call).Plans.Values.Where(p => p.Json.Text("owner") == group.Id).Select(p => p.Json);
        return Listing.Answer(call, plans, $"groups('{group.Id}')/planner/plans", "plannerPlan");
    }

    private static Reply Patch(Call call, PlannerThing thing, string context, params string[] known)
    {
        thing.DemandMatch(call);
        foreach (var (name, value) in call.Json(known))
            if (!name.StartsWith('@')) thing.Json[name] = value?.DeepClone();
        return Changed(call, thing, context);
    }

    private static Reply UpdateDetails(Call call)
    {
        var details = Details(call);
        details.DemandMatch(call);
        if (call.Json("categoryDescriptions", "sharedWith").Inner("categoryDescriptions") is { } given)
            foreach (var (name, value) in given)
                if (!name.StartsWith('@')) details.Json["categoryDescriptions"]![name] = value?.DeepClone();
        return Changed(call, details, "plans('')/details");
    }

    private static Reply Buckets(Call call)
    {
        var plan = Plan(call);
        var buckets = Store(call).Buckets.Values.Where(b => b.Json.Text("planId") == plan.Id).Select(b => b.Json);
        return Listing.Answer(call, buckets, $"planner/plans('{plan.Id}')/buckets", "plannerBucket");
    }

    private static Reply CreateBucket(Call call)
    {
        var body = call.Json("name", "planId", "orderHint");
        var plan = Store(call).Plan(call, body.Text("planId") ?? throw new GraphError(400, "", "The planId is missing."));
        var id = Store(call).NewId();
        var bucket = new PlannerThing(J.Obj(("@odata.etag", ""),
            ("name", body.Text("name") ?? throw new GraphError(400, "", "The name is missing.")),
            ("planId", plan.Id), ("orderHint", Place(body.Text("orderHint"), Store(call).Buckets.Count)), ("id", id)));
        Store(call).Buckets[id] = bucket.Stamped("Bucket");
        return Shown(call, bucket, "buckets", 201);
    }

    /// <summary>A hint names the neighbours: "previous next!". Right behind the previous one, or without one before all that there are.</summary>
    private static string Place(string? hint, int place) =>
        hint?.Split(' ')[0] is { Length: > 0 } previous ? previous + (char)('A' + (place % 26)) : OrderHint(place);

    public static string OrderHint(int place) =>
        (8584000000000000000L - place).ToString(CultureInfo.InvariantCulture) + "P" + (char)('A' + (place % 26));
}
