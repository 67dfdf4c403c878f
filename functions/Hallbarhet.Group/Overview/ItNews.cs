using System.Globalization;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Group.Overview;

/// <summary>M12 at once: work that failed so often that it was parked, and mails whose outcome is unclear; each told once.</summary>
internal static class ItNews
{
    /// <summary>Older trouble was told when it came; after an address was set late, IT is not flooded with it.</summary>
    private const int DaysWorthTelling = 14;

    public static IReadOnlyList<MailRequest> MailsDue(Snapshot snapshot, GroupSettings settings, DateTimeOffset now)
    {
        if (settings.ItAddress is not { Length: > 0 } it) return [];
        return [.. Parked(snapshot, now).Concat(Unclear(snapshot, now))
            .Where(p => !snapshot.Mailings.IsSettled(p.Key))
            .Select(p => Request(p.Key, new() { Problems = [p.Text] }, it))];
    }

    public static MailRequest Request(string key, ItMail content, string address) =>
        new() { Key = key, Kind = MailKind.It, Content = content, To = [new("IT", address)] };

    /// <summary>What was parked or given up lately, for whoever asks.</summary>
    public static IReadOnlyList<string> Stuck(Snapshot snapshot, DateTimeOffset now) => [.. Parked(snapshot, now).Select(p => p.Text)];

    private static IEnumerable<(string Key, string Text)> Parked(Snapshot snapshot, DateTimeOffset now) => snapshot.Memory.Failures
        .Where(f => f.Value.Count >= RunJob.RunsBeforeParking && IsRecent(f.Value.At, now))
        .Select(f => (
            MailKeys.For(MailKind.It, string.Create(CultureInfo.InvariantCulture, $"{f.Key}/{f.Value.At.UtcDateTime:yyyyMMdd'T'HHmm}")),
            f.Key.StartsWith(JobMemory.WorkPrefix, StringComparison.Ordinal)
                ? $"{f.Key}: {f.Value.Message}"
                : $"{f.Key} failed {f.Value.Count} runs in a row and is parked until its row is changed: {f.Value.Message}"));

    private static IEnumerable<(string Key, string Text)> Unclear(Snapshot snapshot, DateTimeOffset now) => snapshot.Mailings
        .Where(m => m is { Outcome: MailOutcome.Unknown, Kind: not MailKind.It } && IsRecent(m.Created, now))
        .Select(m => (
            MailKeys.For(MailKind.It, $"unclear/{m.Name}"),
            $"It is not known whether mail {m.MailKey} was sent (Utskick, row {m.Id}). It is not sent again by itself; check Sent Items."));

    private static bool IsRecent(DateTimeOffset at, DateTimeOffset now) =>
        Stockholm.Date(now).DayNumber - Stockholm.Date(at).DayNumber <= DaysWorthTelling;
}
