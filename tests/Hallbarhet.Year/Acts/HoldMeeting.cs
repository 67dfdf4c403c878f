using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>The morning after a meeting: who was there, what became of the items, what was decided.</summary>
public sealed class HoldMeeting : IAct
{
    public async Task PlayAsync(Stage stage, Day day)
    {
        foreach (var meeting in day.Where(m => m.Day(1)).Where(m => m.Status != "Inställt"))
        {
            var chair = await stage.AsAsync(meeting.ChairKey(stage));
            await MarkPresentAsync(stage, meeting, chair);
            await CloseItemsAsync(stage, meeting, chair);
            await DecideAsync(stage, meeting);
        }
    }

    private static async Task MarkPresentAsync(Stage stage, MeetingRow meeting, GraphCaller chair)
    {
        var absent = stage.Content.Meetings.Single(m => m.Meeting == meeting.Number).Absent;
        var there = InService(meeting.Date).Where(p => !absent.Contains(p) && stage.UserIds.ContainsKey(p)).Select(p => stage.UserIds[p]);
        var fields = new JsonObject().Lookups("Present", there);
        if (meeting.Row.Lookup("NoteTaker") is null) fields.Lookup("NoteTaker", stage.UserId(meeting.NoteTakerKey(stage)));
        await stage.Site.SetAsync(chair, "Meetings", meeting.Id, fields);
        stage.ActsDone++;
    }

    private static async Task CloseItemsAsync(Stage stage, MeetingRow meeting, GraphCaller chair)
    {
        var onAgenda = (await stage.Site.RowsAsync(chair, "AgendaItems"))
            .Where(i => i.Lookup("Meeting") == meeting.Id && (i.Text("ItemStatus") is "På dagordningen" or "Föreslagen"));
        foreach (var item in onAgenda)
        {
            var key = stage.Ids.FirstOrDefault(k => k.Key.StartsWith("item/", StringComparison.Ordinal) && k.Value == item.Id).Key?["item/".Length..];
            var text = stage.Content.AgendaItems.FirstOrDefault(i => i.Key == key);
            // What was carried over the first time is treated the second.
            var carried = text is { Outcome: "Flyttad" } && text.ForMeeting == meeting.Number;
            await stage.Site.SetAsync(chair, "AgendaItems", item.Id, new JsonObject().Text("ItemStatus", carried ? "Flyttad" : "Behandlad"));
            stage.ActsDone++;
        }
    }

    private static async Task DecideAsync(Stage stage, MeetingRow meeting)
    {
        var writer = await stage.AsAsync(meeting.NoteTakerKey(stage));
        foreach (var text in stage.Content.Decisions.Where(d => d.Meeting == meeting.Number))
        {
            var row = await stage.Site.AddAsync(writer, "DecisionsActions", new JsonObject()
                .Text("Title", text.Title).Text("Kind", text.Kind).Text("Details", text.Details).Lookup("Meeting", meeting.Id)
                .Lookup("AgendaItem", stage.Id("item/", text.Item))
                .Lookup("Initiative", stage.Id("initiative/", text.Initiative))
                .Lookup("Responsible", stage.UserId(text.Responsible))
                .Date("DueOn", text.DueOn).Lookups("Departments", text.Departments.Select(d => stage.Ids["unit/" + d])));
            stage.Ids["decision/" + text.Key] = row.Id;
            stage.ActsDone++;
        }
    }

    private static IEnumerable<string> InService(DateOnly on) => Person.All.Where(p => p.Role != "Kommunikatör").Select(p => p.Key)
        .Where(k => k switch
        {
            "mattias" => on >= new DateOnly(2026, 7, 1),
            "fatima" => on <= new DateOnly(2026, 5, 31),
            "gustav" => on >= new DateOnly(2026, 9, 1),
            _ => true,
        });
}
