using System.Text.Json.Nodes;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>Four days before a meeting everybody with a mailbox answers the invitation in their own calendar.</summary>
public sealed class AnswerInvitations : IAct
{
    public async Task PlayAsync(Stage stage, Day day)
    {
        foreach (var meeting in day.Where(m => m.Day(-4)))
        {
            var absent = stage.Content.Meetings.Single(m => m.Meeting == meeting.Number).Absent;
            foreach (var person in Person.All.Where(p => p.HasAccount && p.Role != "Kommunikatör"))
                await AnswerAsync(stage, meeting, person, absent.Contains(person.Key) ? "decline" : "accept");
        }
    }

    private static async Task AnswerAsync(Stage stage, MeetingRow meeting, Person person, string answer)
    {
        var caller = await stage.AsAsync(person.Key);
        var day = meeting.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var copy in await caller.ListAsync($"{caller.Me}/events?$select=id,start&$top=100"))
        {
            if (!copy.GetProperty("start").GetProperty("dateTime").GetString()!.StartsWith(day, StringComparison.Ordinal)) continue;
            await caller.PostAsync($"{caller.Me}/events/{copy.GetProperty("id").GetString()}/{answer}", new JsonObject { ["sendResponse"] = true });
            stage.ActsDone++;
        }
    }
}
