using Hallbarhet.Year.Checks;
using Hallbarhet.Year.People;

namespace Hallbarhet.Year.Trials;

/// <summary>After the counted year: two instances of the service run the same ticks at the same moments, and nothing is doubled.</summary>
public static class TwoInstances
{
    private const int WorkingDays = 15;

    public static async Task<IEnumerable<Check>> TryAsync(Stage stage, YearOptions options, CancellationToken ct)
    {
        await using var one = await Service.StartAsync(stage.Tenant, options.PlannerOn, name: 2);
        await using var two = await Service.StartAsync(stage.Tenant, options.PlannerOn, name: 3);
        Clockwork[] clockworks = [new(one.Http, stage), new(two.Http, stage)];
        var before = await MailCountAsync(stage);
        var date = stage.Today;
        for (var day = 0; day < WorkingDays;)
        {
            ct.ThrowIfCancellationRequested();
            date = date.AddDays(1);
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            day++;
            await stage.SetClockAsync(Stage.At(date, 8, 10));
            await Task.WhenAll(clockworks.Select(c => c.TickAsync(twice: false)));
        }

        return [Check.That("two instances at the same moment double nothing", await DoubledAsync(stage, before))];
    }

    private static async Task<int> MailCountAsync(Stage stage) => (await stage.TenantAsync("mail")).GetProperty("entries").GetArrayLength();

    private static async Task<List<string>> DoubledAsync(Stage stage, int before)
    {
        var karin = await stage.AsAsync("karin");
        var doubled = new List<string>();
        var mails = (await stage.TenantAsync("mail")).GetProperty("entries").EnumerateArray().Skip(before).Select(Delivery.From).ToList();
        if (mails.Count == 0) doubled.Add("nothing was due in these days, so nothing was tried");
        doubled.AddRange(mails.Where(m => m.Kind is "message" or "invitation").SelectMany(m => m.Everybody.Select(a => (a, m.Subject, m.Kind)))
            .GroupBy(m => m).Where(g => g.Count() > 1).Select(g => $"{g.Key.a} got {g.Count()} × {g.Key.Subject}"));
        foreach (var (list, key) in new[] { ("Mailings", "MailKey"), ("ReportBacks", "SourceKey"), ("Reports", "SourceKey"), ("AgendaItems", "SourceKey"), ("Meetings", "SourceKey") })
            doubled.AddRange((await stage.Site.RowsAsync(karin, list)).Select(r => r.Text(key)).Where(k => k is not null)
                .GroupBy(k => k).Where(g => g.Count() > 1).Select(g => $"{list}: {g.Count()} × {g.Key}"));
        return doubled;
    }
}
