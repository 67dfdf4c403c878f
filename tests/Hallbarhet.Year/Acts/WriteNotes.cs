using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>
/// The note-taker writes in the Word draft two days after the meeting; the chair approves the day after. Drafts are the strategists',
/// so what a participant noted at the meeting is typed in by the chair.
/// </summary>
public sealed class WriteNotes : IAct
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task PlayAsync(Stage stage, Day day)
    {
        foreach (var meeting in day.Meetings.Where(m => m.Notes == "Utkast" && m.Status != "Inställt"))
        {
            var key = $"written/{meeting.Number}";
            if (!stage.Ids.TryGetValue(key, out var written)) await WriteAsync(stage, meeting, key, day.Date);
            else if (day.Date.DayNumber > written) await ApproveAsync(stage, meeting);
        }
    }

    private static async Task WriteAsync(Stage stage, MeetingRow meeting, string key, DateOnly today)
    {
        if (today < meeting.Day(2)) return;
        var noteTaker = meeting.NoteTakerKey(stage);
        var writer = await stage.AsAsync(Person.Of(noteTaker).Role == "Hållbarhetsstrateg" ? noteTaker : meeting.ChairKey(stage));
        var drive = (await writer.GetAsync($"{stage.Site.Path("Drafts")}/drive?$select=id")).GetProperty("id").GetString();
        var draft = (await writer.ListAsync($"drives/{drive}/root/children?$select=id,name"))
            .Single(f => f.GetProperty("name").GetString()!.StartsWith($"Minnesanteckningar {meeting.Date:yyyy-MM-dd}", StringComparison.Ordinal));
        var path = $"drives/{drive}/items/{draft.GetProperty("id").GetString()}/content";
        var notes = stage.Content.Meetings.Single(m => m.Meeting == meeting.Number).Notes
            .Select(n => (Heading: HeadingOf(stage, n.Item), n.Prose)).ToList();
        await writer.UploadAsync(path, NotesInWord.Write(await writer.DownloadAsync(path), notes), WordType);
        stage.Ids[key] = today.DayNumber;
        stage.ActsDone++;
    }

    private static async Task ApproveAsync(Stage stage, MeetingRow meeting)
    {
        await stage.Site.SetAsync(await stage.AsAsync(meeting.ChairKey(stage)), "Meetings", meeting.Id, new JsonObject().Text("NotesStatus", "Godkänd"));
        stage.ActsDone++;
        stage.ButtonsPressed++;
    }

    /// <summary>The words of the heading under which a note belongs.</summary>
    private static string HeadingOf(Stage stage, string item) =>
        stage.Content.AgendaItems.FirstOrDefault(i => i.Key == item)?.Title
        ?? stage.Content.Horizon.FirstOrDefault(h => h.Key == item)?.Title
        ?? stage.Content.Meetings.SelectMany(m => m.ReportBackQuestions).FirstOrDefault(q => q.Key == item)?.Question
        ?? item;
}
