using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>What was learned is written down, and what the public should know goes to the communications department.</summary>
public sealed class LearnAndTell : IAct
{
    public async Task PlayAsync(Stage stage, Day day)
    {
        foreach (var text in stage.Content.Learning.Where(l => RedDays.Add(DateOnly.FromDateTime(l.HeldAt), 1) == day.Date))
            await SetAsync(stage, "karin", "LearningActivities", "learning/" + text.Key,
                new JsonObject().Text("LearningStatus", text.Status).Text("Takeaway", text.Takeaway));
        foreach (var text in stage.Content.Communication)
        {
            if (RedDays.Add(new DateOnly(2026, text.Month, 1).AddDays(8), 1) == day.Date) await ProposeAsync(stage, text);
            if (RedDays.Add(new DateOnly(2026, text.Month, 1).AddDays(24), 1) == day.Date && text.Status != "Förslag")
                await SetAsync(stage, "sara", "CommunicationItems", "comm/" + text.Key,
                    new JsonObject().Text("CommStatus", text.Status).Text("PublishedUrl", text.PublishedUrl));
        }
    }

    private static async Task ProposeAsync(Stage stage, CommunicationText text)
    {
        var row = await stage.Site.AddAsync(await stage.AsAsync(text.Contact), "CommunicationItems", new JsonObject()
            .Text("Title", text.Title).Lookup("Initiative", stage.Id("initiative/", text.Initiative))
            .Text("Message", text.Message).Choices("Channels", text.Channels).Lookup("Contact", stage.UserId(text.Contact))
            .Lookup("Communicator", stage.UserId("sara")).Date("ReviewOn", text.ReviewOn));
        stage.Ids["comm/" + text.Key] = row.Id;
        stage.ActsDone++;
    }

    private static async Task SetAsync(Stage stage, string who, string list, string key, JsonObject fields)
    {
        await stage.Site.SetAsync(await stage.AsAsync(who), list, stage.Ids[key], fields);
        stage.ActsDone++;
    }
}
