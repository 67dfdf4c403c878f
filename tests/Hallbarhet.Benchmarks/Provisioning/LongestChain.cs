using System.Text.RegularExpressions;

namespace Hallbarhet.Benchmarks.Provisioning;

/// <summary>
/// How many of the round trips had to wait for each other, whoever made them: a request waits for the answer that first told an id which
/// it uses, and a read waits for the writes that it looks at.
/// </summary>
internal static partial class LongestChain
{
    public static int Of(IReadOnlyList<RoundTrip> trips)
    {
        var origin = new Dictionary<string, int>();
        var depth = new int[trips.Count];
        var sent = new HashSet<string>();
        for (var i = 0; i < trips.Count; i++)
        {
            var used = Used(trips[i].Sent).Where(origin.ContainsKey).Select(id => origin[id]);
            var looked = trips[i].IsRead ? Enumerable.Range(0, i).Where(before => !trips[before].IsRead && trips[before].Ended < trips[i].Began) : [];
            depth[i] = 1 + used.Concat(looked).Where(before => trips[before].Ended < trips[i].Began).Select(before => depth[before]).DefaultIfEmpty().Max();
            sent.UnionWith(Used(trips[i].Sent));
            foreach (var id in Told(trips[i].Answered).Where(id => !sent.Contains(id)))
                origin.TryAdd(id, i);
        }
        return depth.Max();
    }

    private static IEnumerable<string> Used(string text) => Ids().Matches(text).Select(match => match.Value.ToLowerInvariant())
        .Concat(NumbersUsed().Matches(text).Select(match => "#" + match.Groups[1].Value)).Distinct();

    private static IEnumerable<string> Told(string text) => Ids().Matches(text).Select(match => match.Value.ToLowerInvariant())
        .Concat(NumbersTold().Matches(text).Select(match => "#" + match.Groups[1].Value)).Distinct();

    /// <summary>Guids, drives' and plans' ids: long words of the service's own making.</summary>
    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|b![A-Za-z0-9_-]{20,}|\\b[A-Za-z0-9_-]{28}\\b")]
    private static partial Regex Ids();

    [GeneratedRegex("\"[Ii]d\":\"?(\\d+)\"?[,}]")]
    private static partial Regex NumbersTold();

    [GeneratedRegex("(?:principalid=|GetNodeById\\(|getbyid\\(|LookupId\":\"?)(\\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex NumbersUsed();
}
