using System.Globalization;
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

    /// <summary>A tree: the site, each list, pages, board, menu, and under each what would happen.</summary>
    public static string Text(Plan plan)
    {
        var text = new StringBuilder();
        foreach (var section in plan.Changes.GroupBy(Section).OrderBy(section => Rank(section.Key)))
        {
            text.Append(section.Key).Append('\n');
            foreach (var change in section)
                text.Append("  ").Append(Sign(change)).Append(' ').Append(What(change, section.Key)).Append(Values(change)).Append("  (").Append(change.Why).Append(')').Append(Warning(change)).Append('\n');
        }
        foreach (var problem in plan.Problems)
            text.Append("x ").Append(problem).Append('\n');
        foreach (var warning in plan.Warnings)
            text.Append("! ").Append(warning).Append('\n');
        foreach (var note in plan.Notes)
            text.Append("i ").Append(note).Append('\n');
        return text.Append(Summary(plan)).Append('\n').ToString();
    }

    public static string Json(Plan plan) => JsonSerializer.Serialize(plan, JsonOptions) + "\n";

    /// <summary>Reads what <see cref="Json"/> wrote.</summary>
    /// <exception cref="WorkspaceRefusedException">It is no plan.</exception>
    public static Plan Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Plan>(json, JsonOptions) ?? throw new WorkspaceRefusedException("The saved plan is empty. Make a new plan.");
        }
        catch (JsonException error)
        {
            throw new WorkspaceRefusedException($"The saved plan cannot be read ({error.Message}). Make a new plan with plan --out.");
        }
    }

    public static string Markdown(Plan plan)
    {
        var text = new StringBuilder($"**{Summary(plan)}**\n");
        foreach (var section in plan.Changes.GroupBy(Section).OrderBy(section => Rank(section.Key)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {section.Key}\n\n| | What | Old | New | Why |\n|---|---|---|---|---|\n");
            foreach (var change in section)
                text.Append(CultureInfo.InvariantCulture, $"| {Sign(change)} | {Cell(What(change, section.Key))} | {Cell(change.Old)} | {Cell(change.New)} | {Cell(change.Why)}{Warning(change)} |\n");
        }
        foreach (var problem in plan.Problems)
            text.Append(CultureInfo.InvariantCulture, $"\n> **Not possible:** {problem}\n");
        foreach (var warning in plan.Warnings)
            text.Append(CultureInfo.InvariantCulture, $"\n> **Warning:** {warning}\n");
        foreach (var note in plan.Notes)
            text.Append(CultureInfo.InvariantCulture, $"\nNote: {note}\n");
        return text.ToString();
    }

    public static string Summary(Plan plan)
    {
        if (plan.IsEmpty)
            return "No changes: the site is as the data says.";
        var counts = plan.Changes.GroupBy(change => change.Verb).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} to {group.Key.ToString().ToLowerInvariant()}");
        return $"{plan.Changes.Count} {(plan.Changes.Count == 1 ? "change" : "changes")}: {string.Join(", ", counts)}.{Loss(plan)}{(plan.Problems.Count > 0 ? " Not possible until what is marked x is solved." : "")}";
    }

    private static string Section(Change change) => change.Kind switch
    {
        ChangeKind.List or ChangeKind.Settings => change.Name,
        ChangeKind.Access when change.Name != AccessComparison.Site => change.Name,
        ChangeKind.Page => "pages",
        ChangeKind.Board or ChangeKind.Bucket or ChangeKind.Label => "board",
        ChangeKind.Menu => "menu",
        ChangeKind.Person or ChangeKind.Role or ChangeKind.Group or ChangeKind.Access or ChangeKind.Home or ChangeKind.Record => AccessComparison.Site,
        _ => change.Within,
    };

    private static int Rank(string section) => section switch
    {
        AccessComparison.Site => 0,
        "pages" => 2,
        "board" => 3,
        "menu" => 4,
        _ => 1,
    };

    private static string What(Change change, string section)
    {
        var kind = change.Kind.ToString().ToLowerInvariant();
        return change.Name == section ? kind
            : change.Within.Length == 0 || change.Within == section ? $"{kind} {change.Name}"
            : $"{kind} {change.Within}/{change.Name}";
    }

    private static char Sign(Change change) => change.Verb switch
    {
        ChangeVerb.Create => '+',
        ChangeVerb.Update => '~',
        _ => '±',
    };

    private static string Values(Change change) => (change.Old, change.New) switch
    {
        (null, null) => "",
        (null, _) => $": {change.New}",
        _ => $": {change.Old} -> {change.New}",
    };

    private static string Warning(Change change) => (change.Risk, change.Rows) switch
    {
        (ChangeRisk.DataLoss, null) => " LOSES DATA",
        (ChangeRisk.DataLoss, { } rows) => $" LOSES DATA in {Rows(rows)}",
        (_, { } rows) => $" in {Rows(rows)}",
        _ => "",
    };

    private static string Loss(Plan plan) => plan.LosesData ? " It loses data and needs --allow-data-loss."
        : plan.IsMassChange ? " It changes very much at once and needs --allow-data-loss."
        : "";

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
