using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Work;
using Microsoft.Extensions.Logging;

namespace Hallbarhet.Scripts.Tests.Azure;

/// <summary>An alert waits for what the product really logs: class, event and every value that a query names.</summary>
public sealed partial class AlertTests
{
    /// <summary>What the exporter adds to each record beside the message's own values.</summary>
    private static readonly string[] OfEveryRecord = ["CategoryName", "EventName"];

    public static TheoryData<string> Queries => [.. Repository.Files("scripts/azure/alerts", "*.kql")];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Query_names_classes_and_events_that_the_product_has(string file)
    {
        var query = Repository.Text(file);
        var classes = Category().Matches(query).Select(m => m.Groups[1].Value).ToList();

        classes.ShouldNotBeEmpty();
        var events = classes.SelectMany(EventsOf).Select(e => e.Name).ToHashSet();
        Event().Matches(query).SelectMany(m => Quoted().Matches(m.Value)).Select(m => m.Groups[1].Value).Except(events).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Query_names_only_values_that_the_events_carry(string file)
    {
        var query = Repository.Text(file);
        var values = Category().Matches(query).SelectMany(m => EventsOf(m.Groups[1].Value)).SelectMany(e => e.Values).Concat(OfEveryRecord).ToHashSet();

        Property().Matches(query).Select(m => m.Groups[1].Value).Except(values).ShouldBeEmpty();
    }

    [Fact]
    public void Words_in_the_queries_are_the_product_s()
    {
        var failed = Repository.Text("scripts/azure/alerts/job-failed.kql");

        failed.ShouldContain($"\"{nameof(WorkState.Failed)}\"");
        Repository.Text("functions/Hallbarhet.Group/Jobs/RunJob.cs").ShouldContain("\"" + Regex.Match(failed, "!startswith \"([^\"]+)\"").Groups[1].Value);
    }

    [Fact]
    public void Every_outcome_of_a_tick_is_one_that_the_alert_counts()
    {
        var counted = Event().Matches(Repository.Text("scripts/azure/alerts/no-tick.kql")).SelectMany(m => Quoted().Matches(m.Value)).Select(m => m.Groups[1].Value);

        // ItemFailed comes beside one of the others, never alone.
        EventsOf(typeof(JobDesk).FullName!).Select(e => e.Name).Except(["ItemFailed"]).Order().ShouldBe(counted.Order());
    }

    [Fact]
    public void Watched_hours_lie_within_every_working_day_s_schedule()
    {
        var hours = Regex.Match(Repository.Text("scripts/azure/alerts/no-tick.kql"), @"hourofday\(now\(\)\) between \((\d+) \.\. (\d+)\)");
        var (first, last) = (int.Parse(hours.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(hours.Groups[2].Value, CultureInfo.InvariantCulture));
        var most = NCrontab.CrontabSchedule.Parse(JobCatalog.Find("ReactToRequests")!.DefaultSchedule, new() { IncludingSeconds = true });

        for (var day = new DateTime(2026, 3, 2); day < new DateTime(2026, 3, 7); day = day.AddDays(1))
            for (var hour = first; hour <= last; hour++)
                most.GetNextOccurrences(day.AddHours(hour - 1), day.AddHours(hour)).ShouldNotBeEmpty($"{day:ddd} {hour}");
    }

    [Fact]
    public void Each_query_has_its_rule()
    {
        var rules = Repository.Text("scripts/azure/alerts.bicep");

        foreach (var file in Repository.Files("scripts/azure/alerts", "*.kql"))
            rules.ShouldContain($"loadTextContent('alerts/{Path.GetFileName(file)}')");
    }

    /// <summary>The log messages of a class: their names and the values in their templates.</summary>
    private static IEnumerable<(string Name, IEnumerable<string> Values)> EventsOf(string category) =>
        (typeof(JobDesk).Assembly.GetType(category) ?? throw new InvalidOperationException($"There is no class {category}."))
        .GetNestedType("Log", BindingFlags.NonPublic)!.GetMethods(BindingFlags.Static | BindingFlags.Public)
        .Select(m => (m.Name, Attribute: m.GetCustomAttribute<LoggerMessageAttribute>()!))
        .Select(m => (m.Name, Placeholder().Matches(m.Attribute.Message).Select(p => p.Groups[1].Value)));

    [GeneratedRegex("Properties\\.CategoryName\\) == \"([^\"]+)\"")]
    private static partial Regex Category();

    [GeneratedRegex("Properties\\.EventName\\) (?:==|!=|in) ?\\(?(?:\"[A-Za-z]+\"(?:, )?)+")]
    private static partial Regex Event();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"Properties\.([A-Za-z]+)")]
    private static partial Regex Property();

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Placeholder();
}
