using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Planner;

internal static class TaskOperations
{
    private static readonly string[] Writable =
        ["title", "bucketId", "percentComplete", "startDateTime", "dueDateTime", "priority", "orderHint",
        "assigneePriority", "conversationThreadId", "appliedCategories", "assignments", "previewType"];

    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/planner/plans/{plan}/tasks", Right.TaskRead, List, "$select,$top,$expand,$skiptoken"),
        new("POST", "/planner/tasks", Right.Tasks, Create),
        new("GET", "/planner/tasks/{task}", Right.TaskRead, c => PlanOperations.Shown(c, Find(c), "tasks"), "$select"),
        new("PATCH", "/planner/tasks/{task}", Right.Tasks, Update),
        new("DELETE", "/planner/tasks/{task}", Right.Tasks, Delete),
        new("GET", "/planner/tasks/{task}/details", Right.TaskRead, c => PlanOperations.Shown(c, Details(c), "tasks('')/details"), "$select"),
        new("PATCH", "/planner/tasks/{task}/details", Right.Tasks, UpdateDetails),
    ];

    private static void Remove(PlannerStore store, PlannerThing task)
    {
        _ = store.Tasks.Remove(task.Id);
        _ = store.TaskDetails.Remove(task.Id);
    }

    private static PlannerStore Store(Call call) => call.Tenant.Planner;

    private static PlannerThing Find(Call call)
    {
        var task = PlannerStore.Find(Store(call).Tasks, call["task"]);
        _ = Store(call).Plan(call, task.Json.Text("planId")!);
        return task;
    }

    private static PlannerThing Details(Call call) => Store(call).TaskDetails[Find(call).Id];

    private static Reply List(Call call)
    {
        var plan = Store(call).Plan(call, call["plan"]);
        var withDetails = Expand.Parse(call.Query["$expand"], "details").ContainsKey("details");
        var tasks = Store(call).Tasks.Values.Where(t => t.Json.Text("planId") == plan.Id).Select(t => t.Json);
        return Listing.Answer(call, tasks, $"planner/plans('{plan.Id}')/tasks", "plannerTask", 400, task =>
        {
            var shown = Listing.Select(call, task, "plannerTask");
            if (withDetails) shown["details"] = Store(call).TaskDetails[task.Text("id")!].Json.DeepClone();
            return shown;
        });
    }

    private static Reply Create(Call call)
    {
        var body = call.Json([.. Writable, "planId"]);
        var plan = Store(call).Plan(call, body.Text("planId") ?? throw Missing("planId"));
        _ = body.Text("title") ?? throw Missing("title");
        Bucket(call, body, plan.Id);
        var task = New(call, plan.Id);
        Take(call, task, body);
        Store(call).Tasks[task.Id] = task.Stamped("Task");
        Store(call).TaskDetails[task.Id] =
            new PlannerThing(J.Obj(("@odata.etag", ""), ("description", ""), ("previewType", "automatic"), ("id", task.Id),
            ("references", new JsonObject()), ("checklist", new JsonObject()))).Stamped("TaskDetails");
        return PlanOperations.Shown(call, task, "tasks", 201);
    }

    private static PlannerThing New(Call call, string planId) => new(J.Obj(
        ("@odata.etag", ""), ("planId", planId), ("bucketId", null), ("title", ""),
        ("orderHint", PlanOperations.OrderHint(Store(call).Tasks.Count)),
        ("assigneePriority", ""), ("percentComplete", 0), ("startDateTime", null), ("createdDateTime", Store(call).Moment),
        ("dueDateTime", null),
        ("hasDescription", false), ("previewType", "automatic"), ("completedDateTime", null), ("completedBy", null), ("referenceCount", 0),
        ("checklistItemCount", 0), ("activeChecklistItemCount", 0), ("conversationThreadId", null), ("priority", 5),
        ("id", Store(call).NewId()),
        ("createdBy", PlannerStore.By(call.Caller)), ("appliedCategories", new JsonObject()), ("assignments", new JsonObject())));

    private static void Bucket(Call call, JsonObject body, string planId)
    {
        if (body.Text("bucketId") is { } bucket && PlannerStore.Find(Store(call).Buckets, bucket).Json.Text("planId") != planId)
            throw new GraphError(400, "", "The bucket belongs to another plan.");
    }

    private static void Take(Call call, PlannerThing task, JsonObject body)
    {
        // Assignments last: the mail to a new assignee carries the title.
        foreach (var (name, value) in body.OrderBy(m => m.Key == "assignments"))
        {
            if (name.StartsWith('@')) continue;
            if (name == "assignments") Assignments.Merge(call, task.Json, body.Inner(name) ?? []);
            else if (name == "appliedCategories") Categories(task.Json, body.Inner(name) ?? []);
            else if (name == "percentComplete") Progress(call, task.Json, value);
            else if (name.EndsWith("DateTime", StringComparison.Ordinal))
                task.Json[name] = body.Text(name) is { } at ? J.Iso(Clock.TenantClock.Parse(at)) : null;
            else if (name != "planId") task.Json[name] = value?.DeepClone();
        }
    }

    private static void Categories(JsonObject task, JsonObject given)
    {
        var categories = (JsonObject)task["appliedCategories"]!;
        foreach (var (name, value) in given.Where(m => !m.Key.StartsWith('@')))
            if (value is JsonValue flag && flag.TryGetValue<bool>(out var on) && on) categories[name] = true;
            else _ = categories.Remove(name);
    }

    private static void Progress(Call call, JsonObject task, JsonNode? value)
    {
        var percent = value is JsonValue number && number.TryGetValue<int>(out var n) && n is >= 0 and <= 100 ? n
            : throw new GraphError(400, "", "percentComplete must be between 0 and 100.");
        var wasDone = (int)task["percentComplete"]! == 100;
        task["percentComplete"] = percent;
        if (percent == 100 && wasDone) return;
        task["completedDateTime"] = percent == 100 ? Store(call).Moment : null;
        task["completedBy"] = percent == 100 ? PlannerStore.By(call.Caller) : null;
    }

    private static Reply Update(Call call)
    {
        var task = Find(call);
        task.DemandMatch(call);
        var body = call.Json(Writable);
        Bucket(call, body, task.Json.Text("planId")!);
        Take(call, task, body);
        return PlanOperations.Changed(call, task, "tasks");
    }

    private static Reply Delete(Call call)
    {
        var task = Find(call);
        task.DemandMatch(call);
        Remove(Store(call), task);
        return Reply.Empty(204);
    }

    private static Reply UpdateDetails(Call call)
    {
        var (task, details) = (Find(call), Details(call));
        details.DemandMatch(call);
        var body = call.Json("description", "previewType", "checklist", "references");
        if (body.ContainsKey("checklist") || body.ContainsKey("references"))
            throw new GraphError(501, "notImplemented", "The local tenant's tasks have no checklist and no references");
        foreach (var (name, value) in body)
            if (!name.StartsWith('@')) details.Json[name] = value?.DeepClone();
        if (Mirror(task.Json, details.Json)) _ = task.Stamped("tasks");
        return PlanOperations.Changed(call, details, "tasks('')/details");
    }

    /// <summary>What the task shows of its details; true when that changed.</summary>
    private static bool Mirror(JsonObject task, JsonObject details)
    {
        var has = !string.IsNullOrEmpty(details.Text("description"));
        if (task.Flag("hasDescription") == has) return false;
        task["hasDescription"] = has;
        return true;
    }

    private static GraphError Missing(string name) => new(400, "", $"The {name} is missing.");
}
