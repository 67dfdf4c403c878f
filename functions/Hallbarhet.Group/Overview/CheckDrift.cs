using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Group.Overview;

/// <summary>
/// Once a month compares the site with its definition and tells IT what differs and what expires soon (M12). A month without anything to
/// tell is only noted. Between, it costs nothing but the snapshot.
/// </summary>
public sealed class CheckDrift(IWorkspaceDrift drift, IJobMemory memory, SendOnce mail, GroupSettings settings, TimeProvider time)
    : IGroupJob
{
    /// <summary>Note: the last month that was checked.</summary>
    public const string Checked = "CheckDrift/month";

    /// <summary>Things that expire are told this many days before.</summary>
    public const int DaysBeforeExpiry = 60;

    public string Name => "CheckDrift";

    /// <summary>What sending needs; the comparison itself reads the site through its port.</summary>
    public GroupList Reads => GroupList.Mailings | GroupList.Members | GroupList.Organisation;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var month = IsoWeeks.Month(time.Today());
        var isDue = SendWindow.IsOpen(time.GetUtcNow()) && snapshot.Memory.Notes.GetValueOrDefault(Checked) != month;
        return Task.FromResult<IReadOnlyList<DueWork>>(isDue ? [new($"Drift/{month}", token => CheckAsync(snapshot, month, token))] : []);
    }

    private async Task CheckAsync(Snapshot snapshot, string month, CancellationToken ct)
    {
        var content = new ItMail { Drift = await drift.DifferencesAsync(ct), Expiring = Expiring() };
        if (content.Drift.Count + content.Expiring.Count > 0 && settings.ItAddress is { Length: > 0 } it)
            await mail.SendAsync([ItNews.Request(MailKeys.For(MailKind.It, month), content, it)], snapshot, ct);
        await memory.NoteAsync(Checked, month, ct);
    }

    private IReadOnlyList<string> Expiring() => [.. settings.Expires
        .Where(e => e.Value.DayNumber - time.Today().DayNumber <= DaysBeforeExpiry)
        .OrderBy(e => e.Value)
        .Select(e => e.Value < time.Today() ? $"{e.Key} expired on {e.Value:yyyy-MM-dd}." : $"{e.Key} expires on {e.Value:yyyy-MM-dd}.")];
}
