using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>Members note what happens outside; a strategist takes some of it to a meeting.</summary>
public sealed class ScanHorizon : IAct
{
    public async Task PlayAsync(Stage stage, Day day)
    {
        foreach (var (item, index) in stage.Content.Horizon.Select((item, index) => (item, index)))
            if (day.Date == RedDays.Add(new DateOnly(2026, item.Month, 1).AddDays(6), 1 + (index % 5))) await NoteAsync(stage, item);
        foreach (var meeting in day.Where(m => m.Day(-10)))
            foreach (var item in stage.Content.Horizon.Where(h => h.ToMeeting == meeting.Number)) await TakeUpAsync(stage, item);
    }

    private static async Task NoteAsync(Stage stage, HorizonText item)
    {
        var row = await stage.Site.AddAsync(await stage.AsAsync(item.By), "HorizonItems", new JsonObject()
            .Text("Title", item.Title).Text("Link", item.Link).Text("Why", item.Why)
            .Lookups("Goals", item.Goals.Select(g => stage.Ids["goal/" + g])).Date("RelevantUntil", item.RelevantUntil));
        stage.Ids["horizon/" + item.Key] = row.Id;
        stage.ActsDone++;
    }

    private static async Task TakeUpAsync(Stage stage, HorizonText item)
    {
        await stage.Site.SetAsync(await stage.AsAsync("karin"), "HorizonItems", stage.Ids["horizon/" + item.Key],
            new JsonObject().Text("HorizonStatus", "Till möte"));
        stage.ActsDone++;
    }
}
