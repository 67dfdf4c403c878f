using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Meetings;

/// <summary>
/// Who approved, and when: read from the row's versions, because a button only hides and a form lets everybody who may edit set a
/// status. One approval is enough unless the settings ask for two and two strategists are in service; then both must have saved the
/// row while it stood as approved.
/// </summary>
public static class ApprovalCheck
{
    /// <param name="versions">Newest first, as the list gives them.</param>
    /// <param name="isApproved">Whether a version has the approved status.</param>
    /// <param name="members">All members; each version is judged by who was in service on its day.</param>
    /// <param name="needed">At least 1.</param>
    public static ApprovalVerdict Judge<T>(
        IReadOnlyList<T> versions, Func<T, bool> isApproved, IReadOnlyList<Member> members, int needed) where T : Row
    {
        var run = versions.TakeWhile(isApproved).Reverse().ToList();
        if (run.Count == 0 || !IsByStrategist(run[0])) return new(ApprovalState.Refused, null, []);

        var approvals = run.Where(IsByStrategist).DistinctBy(v => v.Editor).Take(Math.Max(needed, 1)).ToList();
        var by = approvals.ConvertAll(v => v.Editor!.Value);
        return approvals.Count < needed
            ? new(ApprovalState.WaitsForAnother, null, by)
            : new(ApprovalState.Given, new Approval(by[0], approvals[^1].Modified), by);

        bool IsByStrategist(T version) => version.Editor is { } editor
            && members.Any(m => m.Person == editor && m.IsStrategist && m.IsInService(Stockholm.Date(version.Modified)));
    }
}

/// <param name="Approval">Who set the status and when the approval was complete; only when it is given.</param>
/// <param name="By">Everybody whose approval counts, in order.</param>
public sealed record ApprovalVerdict(ApprovalState State, Approval? Approval, IReadOnlyList<PersonId> By);

public enum ApprovalState { Refused, WaitsForAnother, Given }
