using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>In the first days people write down what is going on: initiatives and planned learning.</summary>
public sealed class FillLists : IAct
{
    public async Task PlayAsync(Stage stage, Day day)
    {
        if (day.Date == new DateOnly(2026, 1, 7))
        {
            foreach (var initiative in stage.Content.Initiatives.Where(i => i.AddedBefore is null)) await AddAsync(stage, initiative);
            foreach (var activity in stage.Content.Learning) await AddAsync(stage, activity);
        }

        // Some begin later, when the meeting before has asked for them.
        foreach (var meeting in day.Where(m => m.Day(-11)))
            foreach (var initiative in stage.Content.Initiatives.Where(i => i.AddedBefore == meeting.Number)) await AddAsync(stage, initiative);
    }

    private static async Task AddAsync(Stage stage, InitiativeText text)
    {
        var row = await stage.Site.AddAsync(await stage.AsAsync(text.Owner), "Initiatives", new JsonObject()
            .Text("Title", text.Title).Text("Kind", text.Kind).Text("InitiativeStatus", text.Status)
            .Lookup("Department", stage.Ids["unit/" + text.Department]).Lookup("Owner", stage.UserId(text.Owner) ?? stage.UserId("karin"))
            .Lookups("Participants", text.Participants.Where(stage.UserIds.ContainsKey).Select(p => stage.UserIds[p]))
            .Text("Assignment", text.Assignment).Text("NextStep", text.NextStep).Text("Obstacles", text.Obstacles)
            .Date("StartsOn", text.StartsOn).Date("EndsOn", text.EndsOn)
            .Lookups("Goals", text.Goals.Select(g => stage.Ids["goal/" + g])).Yes("ForExternal", text.ForExternal));
        stage.Ids["initiative/" + text.Key] = row.Id;
        stage.ActsDone++;
    }

    private static async Task AddAsync(Stage stage, LearningText text)
    {
        var held = Stage.At(DateOnly.FromDateTime(text.HeldAt), text.HeldAt.Hour, text.HeldAt.Minute);
        var row = await stage.Site.AddAsync(await stage.AsAsync("karin"), "LearningActivities", new JsonObject()
            .Text("Title", text.Title).Text("Kind", text.Kind).Time("HeldAt", held).Text("Place", text.Place)
            .Lookup("Responsible", stage.UserId(text.Responsible))
            .Text("Guest", text.Guest).Date("GuestUntil", text.GuestUntil)
            .Lookups("Goals", text.Goals.Select(g => stage.Ids["goal/" + g])).Text("LearningStatus", "Planerad"));
        stage.Ids["learning/" + text.Key] = row.Id;
        stage.ActsDone++;
    }
}
