using Hallbarhet.Year.People;

namespace Hallbarhet.Year.Checks;

internal static class ItemChecks
{
    public static IEnumerable<Check> All(YearEnd year)
    {
        yield return Check.That("every proposed item was treated at one meeting, carried with a count, answered or withdrawn", Fates(year));
        yield return Check.That("none of the proposed items vanished", Vanished(year));
    }

    private static IEnumerable<string> Fates(YearEnd year)
    {
        var held = year.Held.Select(m => (int?)m.Id).ToHashSet();
        foreach (var item in year["AgendaItems"].Where(i => !i.Yes("Standing")))
        {
            var fate = item.Text("ItemStatus");
            var well = fate switch
            {
                "Behandlad" => held.Contains(item.Lookup("Meeting")),
                "Flyttad" => item.Number("CarriedCount") >= 1,
                "Besvarad" => !string.IsNullOrWhiteSpace(item.Text("Answer")),
                "Tillbakadragen" => true,
                // Proposed for the meetings of the year to come.
                "Föreslagen" or "På dagordningen" => item.Created.Year >= 2027 || IsAfterLastMeeting(year, item),
                _ => false,
            };
            if (!well) yield return $"{item.Id} {item.Title}: {fate ?? "no status"}";
        }

        foreach (var text in year.Stage.Content.AgendaItems.Where(i => i.Outcome == "Flyttad"))
        {
            var row = year["AgendaItems"].FirstOrDefault(i => i.Id == year.Stage.Ids.GetValueOrDefault("item/" + text.Key));
            if (!(row?.Number("CarriedCount") >= 1)) yield return $"{text.Title}: was carried over but has no count";
        }
    }

    private static bool IsAfterLastMeeting(YearEnd year, ListRow item) =>
        item.Created > year.Held.Max(m => m.Time("StartsAt"))!.Value.AddDays(-10);

    private static IEnumerable<string> Vanished(YearEnd year)
    {
        var there = year["AgendaItems"].Select(i => i.Id).ToHashSet();
        return year.Stage.Content.AgendaItems
            .Where(i => !year.Stage.Ids.TryGetValue("item/" + i.Key, out var id) || !there.Contains(id))
            .Select(i => $"{i.Key} {i.Title}");
    }
}
