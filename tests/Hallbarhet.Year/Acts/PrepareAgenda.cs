using System.Text.Json.Nodes;
using Hallbarhet.Year.People;

namespace Hallbarhet.Year.Acts;

/// <summary>The chair greets, answers and sorts, approves; once changes their mind, and once a member presses the chair's button, which the list refuses.</summary>
public sealed class PrepareAgenda : IAct
{
    private const int MeetingWithUndo = 3;
    private const int MeetingWithWrongButton = 4;

    public async Task PlayAsync(Stage stage, Day day)
    {
        foreach (var meeting in day.Where(m => m.Day(-7)).Where(m => m.Agenda != "Skickad")) await SortAsync(stage, meeting);
        foreach (var meeting in day.Where(m => m.Day(-7)).Where(m => m.Number == MeetingWithWrongButton)) await PressWronglyAsync(stage, meeting);
        foreach (var meeting in day.Where(m => m.ItemsDue).Where(m => m.Agenda == "Utkast")) await SetAsync(stage, meeting, meeting.ChairKey(stage), "Godkänd");
    }

    /// <summary>The same morning, a quarter of an hour later: "Ångra", and the day after approved again.</summary>
    public static async Task ChangeMindAsync(Stage stage, Day day)
    {
        foreach (var meeting in day.Meetings.Where(m => m.Number == MeetingWithUndo))
        {
            if (meeting.ItemsDue == day.Date) await SetAsync(stage, meeting, meeting.ChairKey(stage), "Utkast");
            if (meeting.AgendaOn == day.Date && meeting.Agenda == "Utkast") await SetAsync(stage, meeting, meeting.ChairKey(stage), "Godkänd");
        }
    }

    private static async Task SortAsync(Stage stage, MeetingRow meeting)
    {
        var chair = await stage.AsAsync(meeting.ChairKey(stage));
        var text = stage.Content.Meetings.Single(m => m.Meeting == meeting.Number);
        await stage.Site.SetAsync(chair, "Meetings", meeting.Id, new JsonObject().Text("Greeting", text.Greeting).Text("Guests", text.Guests));
        foreach (var (item, index) in stage.Content.AgendaItems.Where(i => i.ForMeeting == meeting.Number && !i.Late).Select((i, n) => (i, n)))
        {
            var by = item.Outcome == "Tillbakadragen" ? await stage.AsAsync(item.By) : chair;
            var fields = item.Outcome switch
            {
                "Besvarad" => new JsonObject().Text("ItemStatus", "Besvarad").Text("Answer", item.Answer),
                "Tillbakadragen" => new JsonObject().Text("ItemStatus", "Tillbakadragen"),
                _ => new JsonObject().Number("SortOrder", (index + 1) * 10),
            };
            await stage.Site.SetAsync(by, "AgendaItems", stage.Ids["item/" + item.Key], fields);
            stage.ActsDone++;
        }
    }

    private static async Task PressWronglyAsync(Stage stage, MeetingRow meeting)
    {
        try
        {
            await SetAsync(stage, meeting, "omar", "Godkänd");
            stage.Mishaps.Add($"{stage.Today:yyyy-MM-dd} PrepareAgenda: a member could approve the agenda of meeting {meeting.Number}");
        }
        catch (HttpRequestException refusal) when (refusal.Message.Contains("accessDenied", StringComparison.Ordinal))
        {
            stage.ActsDone++;
        }
    }

    private static async Task SetAsync(Stage stage, MeetingRow meeting, string who, string status)
    {
        await stage.Site.SetAsync(await stage.AsAsync(who), "Meetings", meeting.Id, new JsonObject().Text("AgendaStatus", status));
        stage.ActsDone++;
        stage.ButtonsPressed++;
    }
}
