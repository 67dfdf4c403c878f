using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.ReportBacks;

namespace Hallbarhet.Group.Agenda;

/// <summary>
/// Does what a button or a filled cell asked for. Buttons write at once and without asking, so every effect can be asked for twice,
/// and this job decides whether the person may.
/// </summary>
public sealed class ReactToRequests(IGroupLists lists, GroupSettings settings, TimeProvider time) : IGroupJob
{
    public string Name => "ReactToRequests";

    public GroupList Reads => GroupList.Meetings | GroupList.AgendaItems | GroupList.HorizonItems | GroupList.ReportBacks
        | GroupList.Members | GroupList.Organisation;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        IReadOnlyList<DueWork> due =
        [
            .. new HorizonRequests(lists, time).Find(snapshot),
            .. new QuestionRequests(lists, time).Find(snapshot),
            .. new ItemRequests(lists).Find(snapshot),
            .. new ApprovalRequests(lists, settings, time).Find(snapshot),
        ];
        return Task.FromResult(due);
    }
}
