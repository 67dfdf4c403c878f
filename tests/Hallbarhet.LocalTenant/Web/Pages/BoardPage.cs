using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>A Planner board: its buckets with their tasks.</summary>
internal static class BoardPage
{
    public static Reply Get(Visit visit, string id, string? problem, int status = 200)
    {
        var plan = Planner.PlannerStore.Find(visit.Tenant.Planner.Plans, id).Json;
        var group = visit.Tenant.Groups.Get(plan.Text("owner")!);
        _ = visit.Tenant.Sites.Allow(visit.Person, group.Site);
        var buckets = visit.Tenant.Planner.Buckets.Values.Select(b => b.Json).Where(b => b.Text("planId") == id).OrderBy(b => b.Text("orderHint"), StringComparer.Ordinal);
        var tasks = visit.Tenant.Planner.Tasks.Values.Select(t => t.Json).Where(t => t.Text("planId") == id)
            .OrderBy(t => t.Text("dueDateTime") ?? "9999", StringComparer.Ordinal).ToLookup(t => t.Text("bucketId"));
        return Layout.Show(visit, new(plan.Text("title")!, H($"""
            <h1>{plan.Text("title")}</h1>
            {Layout.Alert(problem)}
            <div class="scroll" role="region" aria-label="Tavlans kolumner" tabindex="0"><div class="board">
            {buckets.Select(b => Bucket(visit, id, b.Text("name")!, [.. tasks[b.Text("id")]]))}
            </div></div>
            """))
        { Site = group.Site, Status = status });
    }

    public static async Task<Reply> DoneAsync(Visit visit, string id)
    {
        string etag;
        lock (visit.Tenant.Gate) etag = Planner.PlannerStore.Find(visit.Tenant.Planner.Tasks, visit.Posted("uppgift") ?? "").ETag;
        var reply = await visit.GraphAsync("PATCH", $"/v1.0/planner/tasks/{visit.Posted("uppgift")}", J.Obj(("percentComplete", 100)), etag);
        if (reply.Status is 200 or 204) return WebSite.SeeOther($"/planner/{id}");
        lock (visit.Tenant.Gate) return Get(visit, id, Words.Refusal(reply.Status, null), reply.Status);
    }

    private static Html Bucket(Visit visit, string plan, string name, List<JsonObject> tasks)
    {
        var open = tasks.Where(t => !IsDone(t)).ToList();
        var done = tasks.Where(IsDone).ToList();
        return H($"""
            <section class="bucket"><h2>{name} <span class="hint">{open.Count}</span></h2>
            {open.Select(t => Task(visit, plan, t))}
            {(done.Count == 0 ? None : H($"""<details><summary>Slutförda ({done.Count})</summary>{done.Select(t => Task(visit, plan, t))}</details>"""))}
            </section>
            """);
    }

    private static Html Due(string? due, bool late) => due is null ? None
        : H($""" · <span class="{(late ? "late" : "due")}">{(late ? "försenad, " : "")}klart {Words.Moment(due)[..10]}</span>""");

    private static bool IsDone(JsonObject task) => (int)task["percentComplete"]! == 100;

    private static Html Task(Visit visit, string plan, JsonObject task)
    {
        var people = (task.Inner("assignments") ?? []).Select(a => visit.Tenant.Users.Find(a.Key)?.DisplayName).OfType<string>().ToList();
        var progress = (int)task["percentComplete"]! switch { 100 => "Slutförd", 0 => "Inte startad", _ => "Pågår" };
        var late = !IsDone(task) && string.CompareOrdinal(task.Text("dueDateTime") ?? "9999", visit.Tenant.NowText) < 0;
        return H($"""
            <article class="card"><h3>{task.Text("title")}</h3>
            <p class="hint">{progress}{Due(task.Text("dueDateTime"), late)}</p>
            {(people.Count == 0 ? H($"""<p class="hint">Ingen tilldelad</p>""") : H($"""<p class="who">{string.Join(", ", people)}</p>"""))}
            {(IsDone(task) ? None : H($"""
                <form method="post" action="/planner/{plan}"><button name="uppgift" value="{task.Text("id")}">Markera som klar<span class="hidden">: {task.Text("title")}</span></button></form>
                """))}
            </article>
            """);
    }
}
