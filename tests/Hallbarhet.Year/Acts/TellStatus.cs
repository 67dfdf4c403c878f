using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>Each owner writes a sentence about the initiatives before a meeting, the day after the mail that asks for it.</summary>
public sealed class TellStatus : IAct
{
    public async Task PlayAsync(Stage stage, Day day)
    {
        foreach (var meeting in day.Where(m => m.Day(-9)))
            foreach (var initiative in stage.Content.Initiatives)
                foreach (var update in initiative.Updates.Where(u => u.Before == meeting.Number))
                    await TellAsync(stage, initiative, update, day.Date);
    }

    private static async Task TellAsync(Stage stage, InitiativeText initiative, InitiativeUpdate update, DateOnly today)
    {
        var owner = update.Owner ?? OwnerBefore(initiative, update.Before);
        var fields = new JsonObject().Text("Latest", update.Latest).Date("LatestOn", today).Text("InitiativeStatus", update.Status)
            .Text("Obstacles", update.Obstacles).Text("Outcome", update.Outcome).Text("NextStep", update.NextStep);
        if (update.Owner is not null) fields.Lookup("Owner", stage.UserId(update.Owner));
        await stage.Site.SetAsync(await stage.AsAsync(owner), "Initiatives", stage.Ids["initiative/" + initiative.Key], fields);
        stage.ActsDone++;
    }

    private static string OwnerBefore(InitiativeText initiative, int meeting) =>
        initiative.Updates.Where(u => u.Before < meeting && u.Owner is not null).OrderBy(u => u.Before).LastOrDefault()?.Owner ?? initiative.Owner;
}
