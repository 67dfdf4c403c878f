using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>Members propose items, most after the call, some with nothing but two fields, a few when the agenda is already approved.</summary>
public sealed class ProposeItems : IAct
{
    public async Task PlayAsync(Stage stage, Day day)
    {
        foreach (var meeting in day.Meetings)
        {
            var items = stage.Content.AgendaItems.Where(i => i.ForMeeting == meeting.Number).ToList();
            foreach (var (item, index) in items.Select((item, index) => (item, index)))
                if (DayOf(item, index, meeting) == day.Date && !stage.Ids.ContainsKey("item/" + item.Key)) await ProposeAsync(stage, item, meeting);
        }
    }

    /// <summary>Spread over the days after the call; late ones the day on which the agenda goes out.</summary>
    private static DateOnly DayOf(AgendaItemText item, int index, MeetingRow meeting) =>
        item.Late ? meeting.AgendaOn : meeting.Day(-10 + (index % 3));

    private static async Task ProposeAsync(Stage stage, AgendaItemText item, MeetingRow meeting)
    {
        var fields = new JsonObject().Text("Title", item.Title).Text("Purpose", item.Purpose);
        if (!item.TitleOnly)
            fields.Text("Background", item.Background).Lookup("Presenter", stage.UserId(item.Presenter))
                .Number("Minutes", item.Minutes).Yes("CrossDepartment", item.CrossDepartment)
                .Lookups("Departments", item.Departments.Select(d => stage.Ids["unit/" + d]))
                .Lookups("Goals", item.Goals.Select(g => stage.Ids["goal/" + g]));
        if (item.Late) fields.Lookup("Meeting", meeting.Id);
        var row = await stage.Site.AddAsync(await stage.AsAsync(item.By), "AgendaItems", fields);
        stage.Ids["item/" + item.Key] = row.Id;
        stage.ActsDone++;
    }
}
