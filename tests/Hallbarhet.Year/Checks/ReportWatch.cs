using Hallbarhet.Year.People;

namespace Hallbarhet.Year.Checks;

/// <summary>Counts by itself what a report should say, at the moment its draft is compiled, from nothing but the lists.</summary>
public sealed class ReportWatch
{
    private readonly Dictionary<int, string> compiled = [];

    /// <summary>By report row, in the order of the report's own table.</summary>
    public Dictionary<int, IReadOnlyList<int>> Expected { get; } = [];

    public async Task LookAsync(Stage stage)
    {
        var karin = await stage.AsAsync("karin");
        foreach (var row in await stage.Site.RowsAsync(karin, "Reports"))
        {
            var stamp = row.Text("CompiledAt");
            if (row.Text("ReportStatus") != "Utkast" || stamp is null || compiled.GetValueOrDefault(row.Id) == stamp) continue;
            compiled[row.Id] = stamp;
            Expected[row.Id] = await CountAsync(stage, karin, row.Date("PeriodFrom")!.Value, row.Date("PeriodTo")!.Value);
        }
    }

    private static async Task<IReadOnlyList<int>> CountAsync(Stage stage, GraphCaller karin, DateOnly from, DateOnly to)
    {
        bool Within(DateOnly? day) => day >= from && day <= to;
        var meetings = (await stage.Site.RowsAsync(karin, "Meetings"))
            .Where(m => m.Text("MeetingStatus") == "Genomfört" && Within(m.Date("StartsAt"))).Select(m => (int?)m.Id).ToHashSet();
        var items = await stage.Site.RowsAsync(karin, "AgendaItems");
        var decisions = await stage.Site.RowsAsync(karin, "DecisionsActions");
        var initiatives = await stage.Site.RowsAsync(karin, "Initiatives");
        var learning = await stage.Site.RowsAsync(karin, "LearningActivities");
        var horizon = await stage.Site.RowsAsync(karin, "HorizonItems");
        var reportBacks = (await stage.Site.RowsAsync(karin, "ReportBacks")).Where(r => meetings.Contains(r.Lookup("Meeting"))).ToList();
        var actions = decisions.Where(d => d.Text("Kind") == "Åtgärd").ToList();
        return
        [
            meetings.Count,
            items.Count(i => !i.Yes("Standing") && i.Text("ItemStatus") == "Behandlad" && meetings.Contains(i.Lookup("Meeting"))),
            decisions.Count(d => d.Text("Kind") == "Beslut" && meetings.Contains(d.Lookup("Meeting"))),
            actions.Count(d => meetings.Contains(d.Lookup("Meeting"))),
            actions.Count(d => Within(d.Date("DoneOn"))),
            actions.Count(d => d.Text("ActionStatus") == "Öppen" && d.Date("DueOn") < stage.Today),
            initiatives.Count(i => i.Text("InitiativeStatus") == "Pågår"),
            initiatives.Count(i => i.Text("InitiativeStatus") == "Klar"),
            learning.Count(l => l.Text("LearningStatus") == "Genomförd" && Within(l.Date("HeldAt"))),
            horizon.Count(h => Within(DateOnly.FromDateTime(Stage.Local(h.Created).DateTime))),
            reportBacks.Count(r => r.Date("ReportedOn") is not null),
            reportBacks.Count,
        ];
    }
}
