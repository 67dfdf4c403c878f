using System.Text.Encodings.Web;
using System.Text.Json;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Reports;

/// <summary>
/// What was compiled for a report, kept in its hidden column Figures: numbers and rows are those that were approved, whatever the
/// lists say on the day it is sent.
/// </summary>
public sealed record ReportContent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Kept in a list, never shown as HTML; the escaped form of å, ä and ö would double its size.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required ReportFigures Figures { get; init; }

    /// <summary>The day of compilation.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Fingerprint of the row's words and facts when the draft was made.</summary>
    public required string Print { get; init; }

    /// <summary>The same when it was approved; null until then.</summary>
    public string? ApprovedPrint { get; init; }

    public IReadOnlyList<ReportRow> Questions { get; init; } = [];

    public IReadOnlyList<ReportRow> Decisions { get; init; } = [];

    public IReadOnlyList<ReportInitiative> Initiatives { get; init; } = [];

    public IReadOnlyList<CoverageRow> Coverage { get; init; } = [];

    public IReadOnlyList<string> DepartmentsWithoutMember { get; init; } = [];

    public IReadOnlyList<ReportSource> Sources { get; init; } = [];

    public override string ToString() => JsonSerializer.Serialize(this, Json);

    /// <summary>Null when the report has not been compiled, or somebody spoilt the column.</summary>
    public static ReportContent? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return JsonSerializer.Deserialize<ReportContent>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Changes when people change what the report says or whom it goes to.</summary>
    public static string PrintOf(Report report) => ShortHash.Of(string.Join('\u001f',
    [
        Plain(report.Summary), Plain(report.Attention), Plain(report.CaseNumber), $"{report.PeriodFrom:O}", $"{report.PeriodTo:O}",
        $"{report.RecipientId}", $"{report.CorrectsId}",
    ]));

    /// <summary>A form may add or change line ends without anybody having written anything.</summary>
    private static string Plain(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");
}
