using System.Text.Json.Nodes;
using Hallbarhet.Year.People;

namespace Hallbarhet.Year.Acts;

/// <summary>A strategist looks at the year planner and accepts the proposed dates.</summary>
public sealed class AcceptDates : IAct
{
    private static readonly DateOnly[] Days = [new(2026, 1, 8), new(2027, 1, 11)];

    public async Task PlayAsync(Stage stage, Day day)
    {
        if (!Days.Contains(day.Date)) return;
        var karin = await stage.AsAsync("karin");
        foreach (var meeting in (await stage.Site.RowsAsync(karin, "Meetings")).Where(m => m.Text("MeetingStatus") == "Förslag"))
        {
            await stage.Site.SetAsync(karin, "Meetings", meeting.Id, new JsonObject().Text("MeetingStatus", "Bestämt"));
            stage.ActsDone++;
        }
    }
}
