using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Overview;

/// <summary>What single people should be told: reminders (M5), moved and cancelled meetings (M6), a welcome (M13).</summary>
public sealed class RemindPeople(IGroupLists lists, SendOnce mail, GroupSettings settings, TimeProvider time) : IGroupJob
{
    public string Name => "RemindPeople";

    public GroupList Reads => GroupList.Meetings | GroupList.Members | GroupList.Organisation | GroupList.ReportBacks
        | GroupList.DecisionsActions | GroupList.Initiatives | GroupList.Mailings;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var now = time.Now();
        if (!SendWindow.IsOpen(now)) return Task.FromResult<IReadOnlyList<DueWork>>([]);
        IReadOnlyList<MailRequest> due =
        [
            .. MeetingChanges.MailsDue(snapshot, now),
            .. Newcomers.MailsDue(snapshot, settings, now),
            .. new Reminders(snapshot, lists, settings, now).MailsDue(),
        ];
        // Together by kind: the limit of mails an hour counts them at once, and one kind's trouble does not hold up the others.
        return Task.FromResult<IReadOnlyList<DueWork>>([.. due
            .GroupBy(m => m.Kind)
            .Select(g => new DueWork($"{Words.Of(g.Key)}/{Stockholm.Date(now):O}", token => mail.SendAsync([.. g], snapshot, token)))]);
    }
}
