using System.Text.RegularExpressions;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Writes docs/local-tenant.md: a head by hand, and for every operation what the table says about it.</summary>
internal static partial class ContractPage
{
    public static string Build(JsonArray operations, JsonArray modes)
    {
        var known = operations.ToDictionary(o => Shape($"{o!["method"]} {o["template"]}"), o => (JsonObject)o!);
        return $"""
            {ContractPageHead.Text.Replace("{modes}", Modes(modes), StringComparison.Ordinal)}

            ## What it answers

            {known.Count} operations, {ContractTable.All.Count} cases. The first column has the documented least application permission and the query options that are honoured. "Refuses" lists what the cases try: status, code and when.
            {string.Concat(ContractTable.All.GroupBy(c => c.Area).Select(a => Area(a, known)))}
            """;
    }

    private static string Shape(string operation) => Name().Replace(operation, "{}");

    private static string Modes(JsonArray modes) =>
        string.Join('\n', modes.Select(m => $"| `{m!["mode"]}` | {m["does"]} |"));

    private static string Area(IGrouping<string, ContractCase> area, Dictionary<string, JsonObject> known)
    {
        var rows = area.GroupBy(c => Shape(c.Operation)).Select(o => Row(known[o.Key], [.. o]));
        var differs = area.Where(c => c.Differs is not null)
            .Select(c => $"- {c.Sentence} (`{Address(c.Method, c.Template)}`): {c.Differs}\n").ToList();
        return $"\n### {area.Key}\n\n| Operation | Answers | Refuses |\n|---|---|---|\n{string.Concat(rows)}"
            + (differs.Count > 0 ? $"\nDiffers from the service:\n\n{string.Concat(differs)}" : "");
    }

    private static string Row(JsonObject operation, List<ContractCase> cases)
    {
        var options = operation["options"]!.ToString() is { Length: > 0 } text ? $"<br>`{text.Replace(",", " ", StringComparison.Ordinal)}`" : "";
        var answers = string.Join("<br>", cases.Where(c => c.IsGood).Select(c => $"{c.Status} {c.Sentence}"));
        var refuses = string.Join("<br>", cases.Where(c => !c.IsGood).GroupBy(c => (c.Status, c.Code)).OrderBy(g => g.Key.Status)
            .Select(g => $"{g.Key.Status}{Code(g.Key.Code)}: {string.Join("; ", g.Select(c => c.Sentence))}"));
        var address = Address(operation["method"]!.ToString(), operation["template"]!.ToString());
        return $"| `{address}`<br>{operation["permission"]}{options} | {answers} | {refuses} |\n";
    }

    private static string Code(string? code) => string.IsNullOrEmpty(code) ? "" : $" `{code}`";

    /// <summary>Without what is the same for every operation of a service.</summary>
    private static string Address(string method, string template) =>
        $"{method} {Service().Replace(template, "")}";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Name();

    [GeneratedRegex(@"^/v1\.0(?=/)|^/sites/\{[^}]*\}(?=/_api/)")]
    private static partial Regex Service();
}
