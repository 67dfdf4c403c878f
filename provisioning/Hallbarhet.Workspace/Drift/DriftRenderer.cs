using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hallbarhet.Workspace.Drift;

/// <summary>Shows what drifted: old, new, who and when.</summary>
public static class DriftRenderer
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text(DriftReport report)
    {
        var text = new StringBuilder();
        foreach (var item in report.Items)
            text.Append("~ ").Append(item.Path).Append(": ").Append(item.Applied).Append(" -> ").Append(item.Site ?? "gone").Append(Seen(item)).Append('\n');
        foreach (var note in report.Notes)
            text.Append("i ").Append(note).Append('\n');
        return text.Append(Summary(report)).Append('\n').ToString();
    }

    public static string Json(DriftReport report) => JsonSerializer.Serialize(report, JsonOptions) + "\n";

    public static string Markdown(DriftReport report)
    {
        var text = new StringBuilder($"**{Summary(report)}**\n");
        if (!report.IsEmpty)
            text.Append("\n| What | Applied | Now on the site | Seen |\n|---|---|---|---|\n");
        foreach (var item in report.Items)
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(item.Path)} | {Cell(item.Applied)} | {Cell(item.Site ?? "gone")} | {Cell(Seen(item).Trim())} |\n");
        foreach (var note in report.Notes)
            text.Append(CultureInfo.InvariantCulture, $"\nNote: {note}\n");
        return text.ToString();
    }

    private static string Summary(DriftReport report)
    {
        var waiting = report.Waiting == 0 ? "" : $" {report.Waiting} {(report.Waiting == 1 ? "change" : "changes")} of the data wait for an apply.";
        return !report.WasApplied ? $"The site was never applied, so nothing can have drifted.{waiting}"
            : report.IsEmpty ? $"No drift: the site is as it was applied.{waiting}"
            : $"{report.Items.Count} {(report.Items.Count == 1 ? "thing is" : "things are")} not as applied. Take it into the data with adopt, or put it back with restore.{waiting}";
    }

    private static string Seen(DriftItem item) => item.ChangedAt is not { } at ? "" : string.Create(
        CultureInfo.InvariantCulture, $"  (list last changed {at:yyyy-MM-dd HH:mm} UTC{(item.ChangedBy is { } by ? " by " + by : "")})");

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
