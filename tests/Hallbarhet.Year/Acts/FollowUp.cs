using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>People finish their actions, half of them on the Planner board and half in the list.</summary>
public sealed class FollowUp(bool plannerOn) : IAct
{
    public async Task PlayAsync(Stage stage, Day day)
    {
        var due = stage.Content.Decisions.Where(d => d is { Kind: "Åtgärd", DoneOn: not null } && stage.Ids.ContainsKey("decision/" + d.Key)
            && !stage.Ids.ContainsKey("done/" + d.Key) && d.DoneOn <= day.Date).ToList();
        if (due.Count == 0) return;
        var rows = (await stage.Site.RowsAsync(await stage.AsAsync("karin"), "DecisionsActions")).ToDictionary(r => r.Id);
        foreach (var text in due) await FinishAsync(stage, text, rows[stage.Ids["decision/" + text.Key]]);
    }

    private async Task FinishAsync(Stage stage, DecisionText text, ListRow row)
    {
        var who = await stage.AsAsync(text.Responsible!);
        if (plannerOn && text.DoneIn == "planner" && row.Text("PlannerTaskId") is { } task)
        {
            var etag = (await who.GetAsync("planner/tasks/" + task)).GetProperty("@odata.etag").GetString();
            await who.PatchAsync("planner/tasks/" + task, new JsonObject { ["percentComplete"] = 100 }, etag);
        }
        else
        {
            await stage.Site.SetAsync(who, "DecisionsActions", row.Id, new JsonObject().Text("ActionStatus", "Klar"));
        }

        stage.Ids["done/" + text.Key] = 1;
        stage.ActsDone++;
    }
}
