using System.Text.Json.Nodes;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Acts;

/// <summary>The strategists put their own words into a report's draft, approve it the day after, order one and correct one.</summary>
public sealed class WriteReports : IAct
{
    private static readonly DateOnly CorrectedOn = new(2026, 9, 24);

    public async Task PlayAsync(Stage stage, Day day)
    {
        var strategist = await stage.AsAsync("karin");
        await OrderAsync(stage, day.Date, strategist);
        var rows = await stage.Site.RowsAsync(strategist, "Reports");
        if (day.Date == CorrectedOn) await CorrectAsync(stage, strategist, rows);
        foreach (var row in rows.Where(r => r.Text("ReportStatus") == "Utkast")) await WriteOrApproveAsync(stage, strategist, row, day.Date);
    }

    private static async Task WriteOrApproveAsync(Stage stage, GraphCaller strategist, ListRow row, DateOnly today)
    {
        var key = $"report/{row.Id}";
        if (stage.Ids.TryGetValue(key, out var written))
        {
            if (today.DayNumber > written) await SetAsync(stage, strategist, row, new JsonObject().Text("ReportStatus", "Godkänd"));
            return;
        }

        var text = TextOf(stage, row);
        await SetAsync(stage, strategist, row, new JsonObject().Text("Summary", text.Summary).Text("Attention", text.Attention).Text("CaseNumber", $"KS 2026/{100 + row.Id}"));
        stage.Ids[key] = today.DayNumber;
    }

    private static ReportText TextOf(Stage stage, ListRow row)
    {
        var body = stage.Ids.First(k => k.Key.StartsWith("unit/", StringComparison.Ordinal) && k.Value == row.Lookup("Recipient")).Key["unit/".Length..];
        if (row.Lookup("Corrects") is not null) return stage.Content.Reports.Single(r => r.Corrects is not null);
        var period = stage.Ids.GetValueOrDefault("ordered") == row.Id ? "2026-ordered" : PeriodOf(row);
        return stage.Content.Reports.First(r => r.Period == period && r.Body == body);
    }

    private static string PeriodOf(ListRow row)
    {
        var (from, to) = (row.Date("PeriodFrom")!.Value, row.Date("PeriodTo")!.Value);
        return to.DayNumber - from.DayNumber > 300 ? "2026-year" : $"2026-Q{(to.Month + 2) / 3}";
    }

    private static async Task OrderAsync(Stage stage, DateOnly today, GraphCaller strategist)
    {
        if (stage.Content.Reports.FirstOrDefault(r => r.OrderedOn == today) is not { } text) return;
        var row = await stage.Site.AddAsync(strategist, "Reports", new JsonObject()
            .Text("Title", text.Subject).Date("PeriodFrom", new DateOnly(2026, 7, 1)).Date("PeriodTo", today.AddDays(-1))
            .Lookup("Recipient", stage.Ids["unit/" + text.Body]).Date("LastDay", RedDays.Add(today, 10)).Text("ReportStatus", "Beställd"));
        stage.Ids["ordered"] = row.Id;
        stage.ActsDone++;
        stage.ButtonsPressed++;
    }

    private static async Task CorrectAsync(Stage stage, GraphCaller strategist, List<ListRow> rows)
    {
        var wrong = rows.Single(r => r.Text("ReportStatus") == "Skickad" && PeriodOf(r) == "2026-Q2" && r.Lookup("Recipient") == stage.Ids["unit/mu"]);
        await stage.Site.AddAsync(strategist, "Reports", new JsonObject()
            .Text("Title", "Rättelse: " + wrong.Title).Date("PeriodFrom", wrong.Date("PeriodFrom")).Date("PeriodTo", wrong.Date("PeriodTo"))
            .Lookup("Recipient", wrong.Lookup("Recipient")).Date("LastDay", RedDays.Add(CorrectedOn, 10)).Lookup("Corrects", wrong.Id)
            .Text("ReportStatus", "Beställd"));
        stage.ActsDone++;
        stage.ButtonsPressed++;
    }

    private static async Task SetAsync(Stage stage, GraphCaller strategist, ListRow row, JsonObject fields)
    {
        await stage.Site.SetAsync(strategist, "Reports", row.Id, fields);
        stage.ActsDone++;
        stage.ButtonsPressed++;
    }
}
