using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>docs/verification.md says what scripts/verify tries, and the script's data is complete.</summary>
public sealed partial class VerificationPageTests
{
    private const string Start = "<!-- facts -->\n";
    private const string End = "<!-- /facts -->";

    private static readonly JsonObject Data = (JsonObject)JsonNode.Parse(File.ReadAllText(Source.At("scripts", "verify", "facts.json")))!;

    private static IEnumerable<JsonObject> Facts => Data["facts"]!.AsArray().OfType<JsonObject>();

    [Fact]
    public async Task The_page_lists_the_facts_that_the_script_tries()
    {
        var path = Source.At("docs", "verification.md");
        var page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var (from, to) = (page.IndexOf(Start, StringComparison.Ordinal) + Start.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
            await File.WriteAllTextAsync(path, page[..from] + Tables() + page[to..], TestContext.Current.CancellationToken);
        else
            page[from..to].ShouldBe(Tables(), "run with APPROVE=1");
    }

    [Fact]
    public void Every_fact_has_a_number_steps_and_at_least_two_answers_with_what_the_product_does()
    {
        var all = Facts.Concat(Data["byPeople"]!.AsArray().OfType<JsonObject>()).Concat(Data["notTried"]!.AsArray().OfType<JsonObject>()).ToList();
        all.Select(f => f["id"]!.ToString()).ShouldBeUnique();
        foreach (var fact in Facts)
        {
            fact["steps"]!.AsArray().ShouldNotBeEmpty(fact["id"]!.ToString());
            fact["answers"]!.AsArray().Count(a => a!["product"]!.ToString().Length > 0).ShouldBeGreaterThanOrEqualTo(2, fact["id"]!.ToString());
        }
    }

    [Fact]
    public void Every_placeholder_of_a_fact_is_kept_by_an_earlier_step_or_known_from_the_start()
    {
        string[] known = ["run", "site", "siteName", "group", "mailbox", "member", "memberName", "other"];
        foreach (var fact in Facts)
        {
            var kept = fact["steps"]!.AsArray().SelectMany(s => (s!["keep"] as JsonObject ?? []).Select(k => k.Key));
            Placeholder().Matches(fact.ToJsonString()).Select(m => m.Groups[1].Value).Except(known).Except(kept).ShouldBeEmpty(fact["id"]!.ToString());
        }
    }

    private static string Tables() => $"""

        | | Fact | How it is tried | Answers, and what the product does |
        |---|---|---|---|
        {string.Concat(Facts.Select(f => $"| {f["id"]} | {f["statement"]} | {f["tried"]} | {Answers(f)} |\n"))}
        ### A person looks

        | ☐ | Fact | How | What the product does |
        |---|---|---|---|
        {string.Concat(Rows("byPeople").Select(f => $"| ☐ {f["id"]} | {f["statement"]} | {f["tried"]} | {f["product"]} |\n"))}
        ### Not tried, and why

        | | Fact | Why |
        |---|---|---|
        {string.Concat(Rows("notTried").Select(f => $"| {f["id"]} | {f["statement"]} | {f["why"]} |\n"))}
        """;

    private static IEnumerable<JsonObject> Rows(string kind) => Data[kind]!.AsArray().OfType<JsonObject>();

    private static string Answers(JsonObject fact) => string.Join("<br>", fact["answers"]!.AsArray().Select(a =>
        $"{string.Join("/", a!["status"]!.AsArray())}: {a["means"]} *{a["product"]}*"));

    [GeneratedRegex(@"\{([a-zA-Z]\w*)\}")]
    private static partial Regex Placeholder();
}
