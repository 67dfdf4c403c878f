namespace Hallbarhet.Group.Jobs;

/// <summary>What stands in a row's column Att göra after a look at it: one sentence of the looking job, or what was there.</summary>
internal static class RowMessage
{
    /// <param name="current">The column now.</param>
    /// <param name="wanted">What the job asks of people; null when nothing.</param>
    /// <param name="isOurs">Whether a text was written by this job; another job's text, or that of a parked row, is left alone.</param>
    public static string? After(string? current, string? wanted, Func<string, bool> isOurs) =>
        string.IsNullOrEmpty(current) || isOurs(current) ? wanted : current;

    /// <summary>For texts that always begin with one of these.</summary>
    public static Func<string, bool> StartsWith(params string[] beginnings) =>
        text => beginnings.Any(b => text.StartsWith(b, StringComparison.Ordinal));
}
