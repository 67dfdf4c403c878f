using System.Text.RegularExpressions;

namespace Hallbarhet.Benchmarks.Provisioning;

/// <summary>
/// How many of the round trips had to wait for each other. A read looks at the writes before it, a write was decided by the look before it;
/// it uses ids that an answer told; the changes to one list's schema follow each other; and the file that says what was applied comes after
/// all that was. Whatever else came in sequence need not have.
/// </summary>
internal static partial class LongestChain
{
    public static int Of(IReadOnlyList<RoundTrip> trips)
    {
        var depth = new int[trips.Count];
        for (var i = 0; i < trips.Count; i++)
        {
            var (trip, earlier) = (trips[i], Enumerable.Range(0, i).Where(before => trips[before].Ended < trips[i].Began).ToList());
            var used = Ids(trip.Sent);
            depth[i] = 1 + earlier.Where(before => trips[before].IsRead != trip.IsRead || trip.Method == "PUT" || Schema(trips[before]).Overlaps(Schema(trip)))
                .Concat(used.Select(id => Teller(trips, earlier, id)).Where(teller => teller >= 0))
                .Select(before => depth[before]).DefaultIfEmpty().Max();
        }
        return depth.Max();
    }

    /// <summary>Who told a guid first; a row's number, which other lists use too, who told it last.</summary>
    private static int Teller(IReadOnlyList<RoundTrip> trips, List<int> earlier, string id) => id.StartsWith('#')
        ? earlier.FindLastIndex(before => Numbers().Matches(trips[before].Answered).Any(match => "#" + match.Groups[1].Value == id))
        : earlier.FindIndex(before => trips[before].Answered.Contains(id, StringComparison.OrdinalIgnoreCase));

    private static HashSet<string> Ids(string sent) =>
        [.. Guids().Matches(sent).Select(match => match.Value), .. NumbersUsed().Matches(sent).Select(match => "#" + match.Groups[1].Value)];

    private static HashSet<string> Schema(RoundTrip trip) => trip.IsRead ? [] : [.. Lists().Matches(trip.Sent).Select(match => match.Groups[1].Value.ToLowerInvariant())];

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Guids();

    /// <summary>A list that is not only written rows into.</summary>
    [GeneratedRegex("lists(?:/|\\(guid')([0-9a-f-]{36})(?!/items)", RegexOptions.IgnoreCase)]
    private static partial Regex Lists();

    [GeneratedRegex("\"id\":\"?(\\d+)\"?[,}]", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    [GeneratedRegex("(?:principalid=|GetNodeById\\(|getbyid\\(|LookupId\":\\[?\"?)(\\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex NumbersUsed();
}
