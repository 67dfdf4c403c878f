using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>Fatima leaves in May, Gustav takes over in September, and the company's Leo, who has no account here, joins.</summary>
public sealed class ChangeMembers : IAct
{
    public async Task PlayAsync(Stage stage, Day day)
    {
        if (day.Date == new DateOnly(2026, 5, 28)) await LeaveAsync(stage, "fatima", new DateOnly(2026, 5, 31));
        if (day.Date == new DateOnly(2026, 8, 27)) await JoinAsync(stage, "gustav", new DateOnly(2026, 9, 1));
        if (day.Date == new DateOnly(2026, 9, 10)) await JoinAsync(stage, "leo", new DateOnly(2026, 9, 15));
    }

    private static async Task LeaveAsync(Stage stage, string person, DateOnly last)
    {
        var karin = await stage.AsAsync("karin");
        var row = (await stage.Site.RowsAsync(karin, "Members")).Single(m => m.Title == Person.Of(person).Name);
        await stage.Site.SetAsync(karin, "Members", row.Id, new JsonObject().Date("ActiveTo", last));
        stage.ActsDone++;
    }

    private static async Task JoinAsync(Stage stage, string key, DateOnly from)
    {
        var karin = await stage.AsAsync("karin");
        var person = Person.Of(key);
        if (person.HasAccount)
        {
            await Founding.AddToGroupAsync(stage, key);
            stage.UserIds[key] = await karin.EnsureUserAsync(stage.Site.Name, person.Upn);
        }

        await stage.Site.AddAsync(karin, "Members", new JsonObject().Text("Title", person.Name).Lookup("Person", stage.UserId(key))
            .Text("Email", person.Upn).Lookup("Department", stage.Ids["unit/" + person.Department]).Text("Role", person.Role)
            .Date("ActiveFrom", from).Text("MailChoice", "Alla"));
        stage.ActsDone++;
    }
}
