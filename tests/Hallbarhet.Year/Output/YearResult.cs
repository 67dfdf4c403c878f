using System.Text.Encodings.Web;
using System.Text.Json;
using Hallbarhet.Year.Checks;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Output;

/// <summary>
/// What the year came to, and the files it leaves: summary.json and requests.json (the same for the same seed), timings.json (what varies),
/// documents and mails.
/// </summary>
/// <param name="days">Number and digest of the requests on each simulated day, before the trials, in which two hosts race.</param>
public sealed class YearResult(YearEnd year, IReadOnlyList<Check> checks, JsonElement days, YearOptions options, Timings timings)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public IReadOnlyList<Check> Checks => checks;

    public bool Passed => checks.All(c => c.Passed);

    public Timings Timings => timings;

    public IReadOnlyDictionary<string, object> Summary { get; } = Summarise(year, checks);

    /// <summary>The most mails that one person of each role got in 2026, beside the budget.</summary>
    public IEnumerable<(string Role, int Most, int Budget)> MailsPerRole => RolesOf(year);

    public async Task WriteAsync(Stage stage, CancellationToken ct)
    {
        Directory.CreateDirectory(options.Out);
        await File.WriteAllTextAsync(Path.Combine(options.Out, "summary.json"), JsonSerializer.Serialize(Summary, Json), ct);
        var measured = new { timings.TotalSeconds, timings.Seconds, Timings.PeakMegabytes, Timings.LiveMegabytes, jobRuns = year.Clockwork.Runs, idleRoundTrips = year.Clockwork.IdleCost };
        await File.WriteAllTextAsync(Path.Combine(options.Out, "timings.json"), JsonSerializer.Serialize(measured, Json), ct);
        await File.WriteAllTextAsync(Path.Combine(options.Out, "requests.json"), JsonSerializer.Serialize(days, Json), ct);
        await Harvest.DocumentsAsync(stage, Path.Combine(options.Out, "documents"), ct);
        await Harvest.MailAsync(stage, Path.Combine(options.Out, "mail"), ct);
    }

    private static Dictionary<string, object> Summarise(YearEnd year, IReadOnlyList<Check> checks) => new()
    {
        ["meetings"] = year.Held.Count,
        ["agendas"] = Records(year, "Dagordning"),
        ["notes"] = Records(year, "Minnesanteckningar"),
        ["reports"] = year["Reports"].Count(r => r.Text("ReportStatus") == "Skickad"),
        ["mailsSent"] = year["Mailings"].Count(m => m.Text("Outcome") == "Skickat"),
        ["duplicateMails"] = checks.First(c => c.Name == "no mail was sent twice").Why.Count,
        ["plannerTasks"] = year.Tasks.Count,
        ["mailsPerRole"] = RolesOf(year).ToDictionary(r => r.Role, r => r.Most),
        ["requests"] = year.Cost.Requests,
        ["resourceUnits"] = year.Cost.ResourceUnits,
        ["secondPlanChanges"] = year.SecondPlanChanges,
        ["checks"] = checks.Select(c => new { c.Name, c.Passed }).ToList(),
    };

    private static int Records(YearEnd year, string kind) =>
        year["PublishedRecords"].Count(r => r.Text("RecordKind") == kind && year.Held.Any(m => m.Id == r.Lookup("Meeting")));

    private static IEnumerable<(string Role, int Most, int Budget)> RolesOf(YearEnd year)
    {
        var counts = MailChecks.PerAddress(year);
        return MailChecks.Roles.Select(r => (r.Role, counts.Where(c => r.Is(c.Key)).Select(c => c.Value).DefaultIfEmpty().Max(), r.Budget));
    }
}
