using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Agenda;

/// <summary>
/// Answers the buttons "Godkänn för utskick" and "Ångra" of a meeting. A checked approval is kept in a hidden column; the sending
/// jobs trust that column alone. Approving an agenda freezes it: its items are put on it.
/// </summary>
internal sealed class ApprovalRequests(IGroupLists lists, GroupSettings settings, TimeProvider time)
{
    public IEnumerable<DueWork> Find(Snapshot snapshot) =>
        from meeting in snapshot.Meetings
        from paper in new[] { MeetingPaper.Agenda, MeetingPaper.Notes }
        let work = Find(meeting, paper, snapshot)
        where work is not null
        select work;

    private DueWork? Find(Meeting meeting, MeetingPaper paper, Snapshot snapshot)
    {
        var approval = paper.Approval(meeting);
        return paper.Status(meeting) switch
        {
            DocumentStatus.Approved when Approval.Parse(approval) is null && !WaitsForAnother(meeting, snapshot) =>
                Work("approval", ct => JudgeAsync(meeting, paper, snapshot, ct)),
            not (DocumentStatus.Approved or DocumentStatus.Sent) when !string.IsNullOrEmpty(approval) =>
                Work("undo", ct => UndoAsync(meeting, paper, ct)),
            _ => null,
        };

        DueWork Work(string what, Func<CancellationToken, Task> act) => new($"{meeting.Name}/{paper.Key}/{what}", act) { About = meeting };
    }

    /// <summary>The message says so, and nobody but this service has touched the row since.</summary>
    private bool WaitsForAnother(Meeting meeting, Snapshot snapshot) =>
        settings.ApprovalsNeeded > 1
        && meeting.SystemMessage?.StartsWith(ApprovalMessages.ApprovedBy, StringComparison.Ordinal) == true
        && !snapshot.Members.Any(m => m.Person is not null && m.Person == meeting.Editor);

    private async Task JudgeAsync(Meeting meeting, MeetingPaper paper, Snapshot snapshot, CancellationToken ct)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        var needed = Math.Min(settings.ApprovalsNeeded, Math.Max(people.Strategists.Count, 1));
        var versions = await lists.VersionsAsync<Meeting>(meeting.Id, ct);
        var verdict = ApprovalCheck.Judge(versions, v => paper.Status(v) == DocumentStatus.Approved, snapshot.Members, needed);
        var who = string.Join(" och ", verdict.By.Select(b => people.NameOf(b)));
        var answer = verdict.State switch
        {
            ApprovalState.Refused => Back(ApprovalMessages.Refused(paper)),
            _ when ApprovalMessages.InTheWay(paper, meeting, time.GetUtcNow()) is { } reason => Back(reason),
            ApprovalState.WaitsForAnother => meeting with { SystemMessage = ApprovalMessages.WaitsForAnother(who) },
            _ => await GiveAsync(meeting, paper, verdict.Approval!, who, snapshot, ct),
        };
        await lists.UpdateAsync(meeting, answer, ct);

        Meeting Back(string message) => paper.With(meeting, DocumentStatus.Draft, null) with { SystemMessage = message };
    }

    private async Task<Meeting> GiveAsync(
        Meeting meeting, MeetingPaper paper, Approval approval, string who, Snapshot snapshot, CancellationToken ct)
    {
        if (paper == MeetingPaper.Agenda) await FreezeAsync(meeting, snapshot, ct);
        var wasShown = paper == MeetingPaper.Notes
                       && meeting.SystemMessage?.StartsWith(ApprovalMessages.ToCheck, StringComparison.Ordinal) == true;
        var text = wasShown ? $"{approval}|{ApprovalMessages.Checked}" : approval.ToString();
        return paper.With(meeting, DocumentStatus.Approved, text) with
        {
            SystemMessage = ApprovalMessages.Given(paper, meeting, approval, who, settings),
        };
    }

    /// <summary>Before the approval is stored, so that a run that was cut off freezes the rest the next time.</summary>
    private Task<IReadOnlyList<AgendaItem>> FreezeAsync(Meeting meeting, Snapshot snapshot, CancellationToken ct)
    {
        var isOpen = AgendaSelection.OpenMeeting(snapshot.Meetings, time.GetUtcNow())?.Id == meeting.Id;
        return lists.UpdateAsync<AgendaItem>(
            [.. AgendaSelection.Proposed(meeting, snapshot.AgendaItems, isOpen)
                .Select(i => (i, i with { Status = AgendaItemStatus.OnAgenda, MeetingId = meeting.Id }))], ct);
    }

    private Task<Meeting> UndoAsync(Meeting meeting, MeetingPaper paper, CancellationToken ct)
    {
        var ours = meeting.SystemMessage?.StartsWith(ApprovalMessages.ApprovedBy, StringComparison.Ordinal) == true;
        var status = paper.Status(meeting) ?? DocumentStatus.NotStarted;
        return lists.UpdateAsync(
            meeting, paper.With(meeting, status, null) with { SystemMessage = ours ? null : meeting.SystemMessage }, ct);
    }
}
