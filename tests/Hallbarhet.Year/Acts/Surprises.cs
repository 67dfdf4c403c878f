using System.Text.Json.Nodes;
using Hallbarhet.Year.People;

namespace Hallbarhet.Year.Acts;

/// <summary>The chairs swap once in autumn, and a meeting is moved a week after its agenda went out.</summary>
public sealed class Surprises : IAct
{
    public const int SwappedMeeting = 6;
    public const int MovedMeeting = 7;

    public async Task PlayAsync(Stage stage, Day day)
    {
        foreach (var meeting in day.Where(m => m.Day(-20)).Where(m => m.Number == SwappedMeeting)) await SwapAsync(stage, meeting);
        foreach (var meeting in day.Where(m => m.Day(-3)).Where(m => m is { Number: MovedMeeting, Agenda: "Skickad" } && !stage.Ids.ContainsKey("moved")))
            await MoveAsync(stage, meeting);
    }

    private static async Task SwapAsync(Stage stage, MeetingRow meeting)
    {
        await stage.Site.SetAsync(await stage.AsAsync("karin"), "Meetings", meeting.Id, new JsonObject()
            .Lookup("Chair", meeting.Row.Lookup("NoteTaker")).Lookup("NoteTaker", meeting.Row.Lookup("Chair")));
        stage.ActsDone++;
    }

    private static async Task MoveAsync(Stage stage, MeetingRow meeting)
    {
        stage.Ids["moved"] = meeting.Id;
        await stage.Site.SetAsync(await stage.AsAsync(meeting.ChairKey(stage)), "Meetings", meeting.Id, new JsonObject()
            .Time("StartsAt", meeting.Row.Time("StartsAt")!.Value.AddDays(7)).Time("EndsAt", meeting.Row.Time("EndsAt")!.Value.AddDays(7)));
        stage.ActsDone++;
    }
}
