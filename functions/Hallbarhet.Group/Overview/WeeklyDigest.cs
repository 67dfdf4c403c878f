using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Overview;

/// <summary>
/// Looks over everything and tells: the strategists on Mondays (M8), the registry (M10) and the kommunikatör (M11) at the beginning of a
/// month, IT at once (M12). It flags and never changes.
/// </summary>
public sealed class WeeklyDigest(
    IGroupLists lists, IMailbox mailbox, IJobMemory memory, SendOnce mail, GroupSettings settings, TimeProvider time) : IGroupJob
{
    /// <summary>Note: the week that was looked over and in which nothing new waited.</summary>
    public const string QuietWeek = "WeeklyDigest/quiet";

    public string Name => "WeeklyDigest";

    public GroupList Reads => GroupList.Meetings | GroupList.AgendaItems | GroupList.Initiatives | GroupList.DecisionsActions
        | GroupList.HorizonItems | GroupList.LearningActivities | GroupList.CommunicationItems | GroupList.ReportBacks | GroupList.Members
        | GroupList.Organisation | GroupList.Reports | GroupList.PublishedRecords | GroupList.Mailings;

    public async Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var now = time.Now();
        if (!SendWindow.IsOpen(now)) return [];
        List<DueWork> due = [.. await MondayAsync(snapshot, now, ct)];
        if (RegistryNews.MailDue(snapshot, settings, time.Today()) is { } registry) due.Add(Send([registry], snapshot));
        var communicators = new CommunicatorNews(snapshot, lists, time.Today()).MailsDue();
        if (communicators.Count > 0) due.Add(Send(communicators, snapshot));
        var it = ItNews.MailsDue(snapshot, settings, now);
        if (it.Count > 0) due.Add(Send(it, snapshot));
        return due;
    }

    /// <summary>On the week's first working day, or on the first day after it on which the timers run.</summary>
    private async Task<IReadOnlyList<DueWork>> MondayAsync(Snapshot snapshot, DateTimeOffset now, CancellationToken ct)
    {
        var week = IsoWeeks.Name(Stockholm.Date(now));
        var key = MailKeys.For(MailKind.MondayDigest, week);
        if (snapshot.Mailings.IsSettled(key) || snapshot.Memory.Notes.GetValueOrDefault(QuietWeek) == week) return [];
        var readers = new GroupDirectory(snapshot, Stockholm.Date(now)).ReadersOf(MailKind.MondayDigest).Where(m => m.IsStrategist).ToList();
        var groups = readers.Count == 0 ? [] : new MondayThings(snapshot, lists, settings, now).Collect(await mailbox.StateAsync(ct));
        if (!MondayNews.IsWorthAMail(groups, snapshot, now)) return [new($"M8/{week}", token => memory.NoteAsync(QuietWeek, week, token))];
        var content = new MondayMail { Week = SwedishCalendar.IsoWeek(Stockholm.Date(now)), Groups = groups };
        MailRequest request = new() { Key = key, Kind = MailKind.MondayDigest, Content = content, To = [.. readers.Select(r => r.Address!)] };
        return [new(key, token => TellAsync(request, groups, snapshot, token))];
    }

    private async Task TellAsync(MailRequest request, IReadOnlyList<WaitingGroup> groups, Snapshot snapshot, CancellationToken ct)
    {
        await mail.SendAsync([request], snapshot, ct);
        await memory.NoteAsync(MondayNews.Told, MondayNews.PrintsOf(groups), ct);
    }

    private DueWork Send(IReadOnlyList<MailRequest> requests, Snapshot snapshot) =>
        new(requests[0].Key, ct => mail.SendAsync(requests, snapshot, ct));
}
