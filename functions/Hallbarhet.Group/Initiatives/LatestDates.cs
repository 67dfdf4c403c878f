using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Initiatives;

/// <summary>
/// The date of Läget just nu. People write a sentence and forget the date beside it, but agendas and reports go by that date. The
/// row's versions tell when the sentence was written, and whether somebody gave it a date.
/// </summary>
public static class LatestDates
{
    /// <summary>Whether the versions are worth reading: a member changed the row on a later day than the one beside the sentence.</summary>
    public static bool MayBeForgotten(Initiative row, GroupDirectory people) =>
        !string.IsNullOrWhiteSpace(row.Latest) && people.Of(row.Editor) is not null
        && (row.LatestOn is null || row.LatestOn < Stockholm.Date(row.Modified));

    /// <param name="versions">Newest first, as the list gives them.</param>
    public static DateOnly? For(Initiative row, IReadOnlyList<Initiative> versions)
    {
        var same = versions.TakeWhile(v => v.Latest?.Trim() == row.Latest?.Trim()).ToList();
        if (same.Count == 0) return row.LatestOn ?? Stockholm.Date(row.Modified);
        var before = versions.Skip(same.Count).FirstOrDefault();
        var hasOwnDate = row.LatestOn is not null && (before is null || row.LatestOn != before.LatestOn);
        return hasOwnDate ? row.LatestOn : Stockholm.Date(same[^1].Modified);
    }
}
