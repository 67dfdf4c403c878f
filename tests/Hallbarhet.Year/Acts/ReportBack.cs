using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>Participants tick that their department was told, and some ask a question there.</summary>
public sealed class ReportBack : IAct
{
    public async Task PlayAsync(Stage stage, Day day)
    {
        foreach (var meeting in day.Meetings.Where(m => m.Notes == "Skickad"))
        {
            var text = stage.Content.Meetings.Single(m => m.Meeting == meeting.Number);
            foreach (var tick in text.ReportBackTicks.Where(t => IsDue(stage, meeting, t, day.Date))) await TickAsync(stage, meeting, text, tick, day.Date);
        }
    }

    private static bool IsDue(Stage stage, MeetingRow meeting, TickText tick, DateOnly today) =>
        meeting.Date.AddDays(tick.DaysAfter) <= today && !stage.Ids.ContainsKey($"tick/{meeting.Number}/{tick.Department}");

    private static async Task TickAsync(Stage stage, MeetingRow meeting, MeetingText text, TickText tick, DateOnly today)
    {
        stage.Ids[$"tick/{meeting.Number}/{tick.Department}"] = 1;
        var row = (await stage.Site.RowsAsync(await stage.AsAsync("karin"), "ReportBacks"))
            .FirstOrDefault(r => r.Lookup("Meeting") == meeting.Id && r.Lookup("Department") == stage.Ids["unit/" + tick.Department]);
        if (row is null) return;
        var person = stage.UserIds.FirstOrDefault(u => u.Value == row.Lookup("Person")).Key ?? "karin";
        var question = text.ReportBackQuestions.FirstOrDefault(q => q.Department == tick.Department)?.Question;
        await stage.Site.SetAsync(await stage.AsAsync(person), "ReportBacks", row.Id,
            new JsonObject().Date("ReportedOn", today).Text("Where", tick.Where).Text("Question", question));
        stage.ActsDone++;
    }
}
