using System.Net.Http.Json;
using System.Text.Json;
using Hallbarhet.Hosting.Jobs;
using NCrontab;

namespace Hallbarhet.Year;

/// <summary>Runs the jobs that are due by their schedules, over the host's own HTTP functions, and watches what each run costs.</summary>
public sealed class Clockwork(HttpClient host, Stage stage)
{
    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    private readonly Dictionary<string, CrontabSchedule> schedules =
        JobCatalog.All.ToDictionary(j => j.Name, j => CrontabSchedule.Parse(j.DefaultSchedule, WithSeconds));

    private readonly HashSet<string> seen = [];
    private DateTimeOffset last = DateTimeOffset.MinValue;

    /// <summary>Runs that wrote something although the run just before them had done everything.</summary>
    public List<string> SecondRunsThatWrote { get; } = [];

    public List<string> Failures { get; } = [];

    /// <summary>The most round trips that an idle run of each job cost, after the first one, in which a host finds its way.</summary>
    public SortedDictionary<string, int> IdleCost { get; } = [];

    /// <summary>Idle runs that cost more than two, with their day.</summary>
    public List<string> CostlyIdleRuns { get; } = [];

    public int Runs { get; private set; }

    public int ThingsDone { get; private set; }

    /// <summary>The jobs are only run where their schedule has a time since the tick before: a late tick is one tick.</summary>
    public async Task TickAsync(bool twice = true)
    {
        var from = last == DateTimeOffset.MinValue ? stage.Now.AddDays(-1) : last;
        foreach (var job in JobCatalog.All.Where(j => schedules[j.Name].GetNextOccurrence(from.UtcDateTime) <= stage.Now.UtcDateTime))
        {
            var answer = await RunAsync(job.Name);
            if (twice && answer.Done > 0) await RunAgainAsync(job.Name);
        }

        last = stage.Now;
    }

    public async Task<JobAnswer> RunAsync(string job)
    {
        using var response = await host.PostAsync(new Uri($"api/jobs/{job}", UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
        var answer = (await response.Content.ReadFromJsonAsync<JobAnswer>(JsonSerializerOptions.Web))!;
        Runs++;
        ThingsDone += answer.Done;
        if (!seen.Add(job) && answer.Outcome == "idle") Note(job, answer.Requests);
        foreach (var failed in answer.Failed) Failures.Add($"{stage.Now:yyyy-MM-dd HH:mm} {job} {failed.Item}: {failed.Message}");
        return answer;
    }

    private void Note(string job, int requests)
    {
        IdleCost[job] = Math.Max(IdleCost.GetValueOrDefault(job), requests);
        if (requests > 2 && job != "CheckDrift") CostlyIdleRuns.Add($"{stage.Now:yyyy-MM-dd HH:mm} {job}: {requests}");
    }

    private async Task RunAgainAsync(string job)
    {
        var before = (await stage.ServiceCostAsync()).Writes;
        var answer = await RunAsync(job);
        var written = (await stage.ServiceCostAsync()).Writes - before;
        if (written > 0) SecondRunsThatWrote.Add($"{stage.Now:yyyy-MM-dd HH:mm} {job}: {written} writes, {answer.Done} done");
    }
}
