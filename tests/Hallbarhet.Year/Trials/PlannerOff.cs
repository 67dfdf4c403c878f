using System.Text.Json.Nodes;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Year.Checks;
using Hallbarhet.Year.People;

namespace Hallbarhet.Year.Trials;

/// <summary>With Planner switched off an action still goes its way in the list, and Planner is not called once.</summary>
public static class PlannerOff
{
    public static async Task<IEnumerable<Check>> TryAsync(Stage stage)
    {
        var karin = await stage.AsAsync("karin");
        var added = await stage.Site.AddAsync(karin, "DecisionsActions", new JsonObject()
            .Text("Title", "Prova utan Planner").Text("Kind", "Åtgärd").Lookup("Responsible", stage.UserId("karin")).Date("DueOn", stage.Today.AddDays(20)));
        await using var service = await Service.StartAsync(stage.Tenant, plannerOn: false);
        var clockwork = new Clockwork(service.Http, stage);
        var before = (await stage.TenantAsync($"log?since={int.MaxValue}")).GetProperty("requests").GetInt32();
        foreach (var job in JobCatalog.All) await clockwork.RunAsync(job.Name);
        await stage.Site.SetAsync(karin, "DecisionsActions", added.Id, new JsonObject().Text("ActionStatus", "Klar"));
        foreach (var job in JobCatalog.All) await clockwork.RunAsync(job.Name);

        var problems = new List<string>(clockwork.Failures);
        var calls = await PlannerCallsAsync(stage, before);
        if (calls > 0) problems.Add($"{calls} calls to Planner");
        var row = (await stage.Site.RowsAsync(karin, "DecisionsActions")).Single(r => r.Id == added.Id);
        if (row.Text("PlannerTaskId") is not null || row.Date("DoneOn") != stage.Today) problems.Add("the action did not go its way in the list");
        return [Check.That("with Planner off nothing of it is called and the list goes on", problems)];
    }

    private static async Task<int> PlannerCallsAsync(Stage stage, int since) => (await stage.TenantAsync($"log?since={since}")).GetProperty("entries").EnumerateArray()
        .Where(e => e.GetProperty("identity").GetString() == "runtime")
        .Count(e => e.GetRawText().Contains("/planner/", StringComparison.Ordinal));
}
