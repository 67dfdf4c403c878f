using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hallbarhet.Hosting.Jobs;

namespace Hallbarhet.Scripts.Tests.Docs;

/// <summary>What the papers for IT, the security reviewer and the data protection officer claim is what the data and the scripts say.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Operations = Repository.Text("docs/operations.md");
    private static readonly string Security = Repository.Text("docs/security.md");
    private static readonly string PersonalData = Repository.Text("docs/personuppgifter.md");

    public static TheoryData<string> Lists => [.. Repository.Files("provisioning/workspace/lists", "*.json")];

    [Fact]
    public void Permission_table_is_the_data_file()
    {
        var rows = JsonDocument.Parse(Repository.Text("provisioning/permissions.json")).RootElement.EnumerateObject().Select(identity =>
            $"| {identity.Name} | {Names(identity.Value, "graph")} | {Names(identity.Value, "graphWithPlanner")} | {Names(identity.Value, "sharePoint")} | {Text(identity.Value, "siteRole")} | {Names(identity.Value, "exchange")} |");

        Between(Security, "<!-- permissions:begin -->", "<!-- permissions:end -->").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ShouldBe(rows);
    }

    [Fact]
    public void Executions_are_counted_from_the_schedules()
    {
        var monday = new DateTime(2026, 3, 2);
        var aDay = JobCatalog.All.Sum(j => NCrontab.CrontabSchedule.Parse(j.DefaultSchedule, new() { IncludingSeconds = true })
            .GetNextOccurrences(monday.AddSeconds(-1), monday.AddDays(1)).Count());
        // 52 weeks and a day.
        var aMonth = aDay * 261 / 12;

        Operations.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"{aMonth:N0} ticks ({aDay:N0} each working day"));
        Operations.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"{aMonth * 2:N0} GB-s"));
        Regex.Match(Repository.Text("scripts/azure/app.bicep"), @"instanceMemoryMB: (\d+)").Groups[1].Value.ShouldBe("2048");
    }

    [Fact]
    public void Every_script_is_explained_and_every_script_that_is_named_exists()
    {
        var scripts = Repository.Files("scripts/azure", "*.ps1").Concat(Repository.Files("scripts/entra", "*.ps1")).Select(f => Path.GetFileName(f)).Except(["Shared.ps1", "Azure.ps1"]).ToList();
        var named = Script().Matches(Operations + Security).Select(m => m.Value).Distinct().ToList();

        scripts.Except(named).ShouldBeEmpty();
        named.Except(scripts).ShouldBe(["Utility.ps1"], "the doubles of the tests");
    }

    [Fact]
    public void Every_link_of_these_pages_leads_somewhere()
    {
        foreach (var page in new[] { Operations, Security, PersonalData })
            foreach (var target in Link().Matches(page).Select(m => m.Groups[1].Value).Where(t => !t.StartsWith('#')))
                File.Exists(Path.GetFullPath(Path.Combine(Repository.File("docs"), target.Split('#')[0]))).ShouldBeTrue(target);
    }

    [Fact]
    public void Queries_in_the_page_name_events_of_the_product()
    {
        var events = Regex.Matches(Repository.Text("functions/Hallbarhet.Hosting/Jobs/JobDesk.cs"), @"static partial void (\w+)\(").Select(m => m.Groups[1].Value);

        Regex.Matches(Operations, @"EventName\) (?:==|in) \(?([^)|]+)").SelectMany(m => Regex.Matches(m.Groups[1].Value, "\"(\\w+)\"")).Select(m => m.Groups[1].Value).Except(events).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_list_stands_in_the_personal_data_page_with_each_of_its_people(string file)
    {
        var list = JsonDocument.Parse(Repository.Text(file)).RootElement;
        var title = list.GetProperty("title").GetString()!;
        var row = PersonalData.Split('\n').SingleOrDefault(line => line.StartsWith($"| {title} |", StringComparison.Ordinal)).ShouldNotBeNull(title);

        foreach (var column in list.GetProperty("columns").EnumerateArray().Where(c => c.GetProperty("type").GetString() == "person"))
            row.ShouldContain(column.GetProperty("title").GetString()!);
    }

    [Fact]
    public void Every_library_stands_in_the_personal_data_page()
    {
        foreach (var file in Repository.Files("provisioning/workspace/libraries", "*.json"))
            PersonalData.ShouldContain(JsonDocument.Parse(Repository.Text(file)).RootElement.GetProperty("title").GetString()!);
    }

    [Fact]
    public void Numbers_of_days_are_those_of_Bicep()
    {
        var storage = Repository.Text("scripts/azure/storage.bicep");
        var kept = Regex.Match(storage, @"daysAfterModificationGreaterThan: (\d+)").Groups[1].Value;
        var soft = Regex.Match(storage, @"deleteRetentionPolicy: \{ enabled: true, days: (\d+)").Groups[1].Value;
        var logs = Regex.Match(Repository.Text("scripts/azure/production.bicepparam"), @"logRetentionDays = (\d+)").Groups[1].Value;

        Security.ShouldContain($"{kept} days, then {soft} in soft delete");
        Security.ShouldContain($"{logs} days (30 in test)");
        PersonalData.ShouldContain($"tas bort efter {kept} dagar");
        PersonalData.ShouldContain($"IT; {logs} dagar");
    }

    private static string Between(string text, string from, string to) => text[(text.IndexOf(from, StringComparison.Ordinal) + from.Length)..text.IndexOf(to, StringComparison.Ordinal)];

    private static string Names(JsonElement identity, string kind) => identity.TryGetProperty(kind, out var names) ? string.Join(", ", names.EnumerateArray().Select(n => n.GetString())) : "–";

    private static string Text(JsonElement identity, string kind) => identity.TryGetProperty(kind, out var text) ? text.GetString()! : "–";

    [GeneratedRegex(@"\b[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]+)?\.ps1")]
    private static partial Regex Script();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
