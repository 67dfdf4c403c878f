using System.Globalization;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Initiatives;

/// <summary>
/// The date of Läget just nu. People write a sentence and forget the date beside it; agendas and reports go by that date. So the job
/// remembers a fingerprint of each sentence, and sets the date when the sentence changed and the date did not.
/// </summary>
public static class LatestDates
{
    /// <param name="noted">What <see cref="Note"/> gave the last time; empty the first time.</param>
    public static DateOnly? For(Initiative row, string noted)
    {
        if (string.IsNullOrWhiteSpace(row.Latest)) return row.LatestOn;
        var known = noted.Split(',').FirstOrDefault(n => n.StartsWith($"{row.Id}=", StringComparison.Ordinal))?.Split('=', '/');
        var isForgotten = known is [_, var print, var date] && print != PrintOf(row) && date == DateOf(row);
        return isForgotten || row.LatestOn is null ? Stockholm.Date(row.Modified) : row.LatestOn;
    }

    /// <summary>"12=ab12cd34/20260302,13=…".</summary>
    public static string Note(IEnumerable<Initiative> rows) => string.Join(',', rows
        .Where(r => !string.IsNullOrWhiteSpace(r.Latest))
        .OrderBy(r => r.Id)
        .Select(r => $"{r.Id}={PrintOf(r)}/{DateOf(r)}"));

    private static string PrintOf(Initiative row) => ShortHash.Of(row.Latest!.Trim());

    private static string DateOf(Initiative row) => row.LatestOn?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";
}
