using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hallbarhet.Workspace.Planning;

/// <summary>Shows a plan. The JSON is also what a saved plan consists of, so it holds nothing that varies between two equal plans.</summary>
public static class PlanRenderer
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Text(Plan plan)
    {
        var text = new StringBuilder();
        foreach (var change in plan.Changes)
            text.Append(Sign(change)).Append(' ').Append(change.Path).Append(Values(change)).Append("  (").Append(change.Why).Append(')').Append(Warning(change)).Append('\n');
        foreach (var note in plan.Notes)
            text.Append("i ").Append(note).Append('\n');
        return text.Append(Summary(plan)).Append('\n').ToString();
    }

    public static string Json(Plan plan) => JsonSerializer.Serialize(plan, JsonOptions) + "\n";

    public static string Markdown(Plan plan)
    {
        var text = new StringBuilder($"**{Summary(plan)}**\n");
        if (!plan.IsEmpty)
            text.Append("\n| | What | Old | New | Why |\n|---|---|---|---|---|\n");
        foreach (var change in plan.Changes)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| {Sign(change)} | {Cell(change.Path)} | {Cell(change.Old)} | {Cell(change.New)} | {Cell(change.Why)}{Warning(change)} |\n");
        }
        foreach (var note in plan.Notes)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\nNote: {Cell(note)}\n");
        return text.ToString();
    }

    public static string Summary(Plan plan)
    {
        if (plan.IsEmpty)
            return "No changes: the site is as the data says.";
        var counts = plan.Changes.GroupBy(change => change.Verb).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} to {group.Key.ToString().ToLowerInvariant()}");
        return $"{plan.Changes.Count} {(plan.Changes.Count == 1 ? "change" : "changes")}: {string.Join(", ", counts)}.";
    }

    private static char Sign(Change change) => change.Verb switch
    {
        ChangeVerb.Create => '+',
        ChangeVerb.Update => '~',
        _ => '!',
    };

    private static string Values(Change change) => (change.Old, change.New) switch
    {
        (null, null) => "",
        (null, _) => $": {change.New}",
        _ => $": {change.Old} -> {change.New}",
    };

    private static string Warning(Change change) => change.Risk == ChangeRisk.DataLoss ? " LOSES DATA" : "";

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
