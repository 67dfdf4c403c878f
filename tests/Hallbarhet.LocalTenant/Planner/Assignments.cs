namespace Hallbarhet.LocalTenant.Planner;

/// <summary>Who a task is assigned to. Planner itself mails the new assignee.</summary>
internal static class Assignments
{
    private const string Type = "#microsoft.graph.plannerAssignment";

    public static void Merge(Call call, JsonObject task, JsonObject given)
    {
        var kept = (JsonObject)task["assignments"]!;
        foreach (var (userId, value) in given)
        {
            if (userId.StartsWith('@')) continue;
            if (value is null) _ = kept.Remove(userId);
            else Assign(call, task, kept, userId, value as JsonObject ?? throw Wrong());
        }
    }

    private static void Assign(Call call, JsonObject task, JsonObject kept, string userId, JsonObject given)
    {
        if (given.Text("@odata.type") is not (Type or "microsoft.graph.plannerAssignment")) throw Wrong();
        if (given["orderHint"] is null) throw new GraphError(400, "", "An assignment needs an orderHint.");
        var user = call.Tenant.Users.Get(userId);
        if (kept.ContainsKey(userId)) return;
        if (kept.Count >= 20) throw new GraphError(403, "MaximumAssigneesInTask", "A task has at most 20 assignees.");
        kept[userId] = J.Obj(("@odata.type", Type), ("assignedDateTime", call.Tenant.Planner.Moment),
            ("orderHint", PlanOperations.OrderHint(kept.Count)),
            ("assignedBy", PlannerStore.By(call.Caller)));
        if (user.Mail is { } mail && userId != call.Caller.UserId)
            call.Tenant.Deliveries.Add(new("planner", "noreply@planner.office365.example", [mail],
                $"Du har tilldelats en uppgift: {task.Text("title")}"));
    }

    private static GraphError Wrong() => new(400, "", $"An assignment is an object with \"@odata.type\": \"{Type}\".");
}
