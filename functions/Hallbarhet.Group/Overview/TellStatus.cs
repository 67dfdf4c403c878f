using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Overview;

/// <summary>Answers for one meeting, step by step: due when, done when, waiting for whom, and why not. Texts are in Swedish.</summary>
public sealed class TellStatus(IGroupLists lists, GroupSettings settings, TimeProvider time)
{
    /// <param name="meetingId">Row id; null means the next meeting.</param>
    public async Task<MeetingStatusAnswer> RunAsync(int? meetingId, CancellationToken ct)
    {
        var snapshot = await lists.ReadAsync(GroupList.Meetings | GroupList.Members | GroupList.Organisation | GroupList.Mailings, ct);
        var meeting = meetingId is { } id
            ? snapshot.Meetings.FirstOrDefault(m => m.Id == id)
            : snapshot.Meetings.Next(time.GetUtcNow());
        var stuck = ItNews.Stuck(snapshot, time.GetUtcNow());
        if (meeting is null) return new(null, meetingId is null ? "Inget kommande möte är bestämt." : $"Det finns inget möte {meetingId}.", []) { Stuck = stuck };
        if (!meeting.HasTime) return new(meeting.Title, "Mötet saknar start eller slut, därför händer inget.", []) { Stuck = stuck };
        return new(meeting.Title, null, [.. Steps(meeting, snapshot)]) { Stuck = stuck };
    }

    private IEnumerable<StatusStep> Steps(Meeting meeting, Snapshot snapshot)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        var chair = people.NameOf(meeting.Chair) ?? "ordföranden";
        yield return new("Inbjudan", null, meeting.EventId is null ? null : "skickad",
            meeting.Status == MeetingStatus.Proposed ? "strategerna" : null,
            meeting.Status == MeetingStatus.Proposed ? "Datumet är ett förslag: sätt status Bestämt." : null);
        yield return Mail("Inför mötet", meeting.CallOn(settings), MailKind.CallForItems, meeting, snapshot);
        yield return Approval("Dagordning", meeting.AgendaStatus, meeting.ItemsDueOn(settings), chair, meeting.SystemMessage);
        yield return Mail("Dagordningen ut", meeting.AgendaSentOn(settings), MailKind.Agenda, meeting, snapshot);
        var writer = people.NameOf(meeting.NoteTaker) ?? "antecknaren";
        yield return Approval("Minnesanteckningar", meeting.NotesStatus, meeting.NotesApprovedBy(settings), writer, meeting.SystemMessage);
        yield return Mail("Efter mötet", null, MailKind.AfterMeeting, meeting, snapshot);
    }

    private static StatusStep Approval(string step, DocumentStatus? status, DateOnly due, string who, string? message) => status switch
    {
        DocumentStatus.Sent => new(step, due, "skickad", null, null),
        DocumentStatus.Approved => new(step, due, null, null, message ?? "Godkänd, väntar på att skickas."),
        DocumentStatus.Paused => new(step, due, null, who, "Pausad av en människa."),
        DocumentStatus.Draft => new(step, due, null, who, "Utkastet väntar på godkännande."),
        _ => new(step, due, null, null, "Inte påbörjad."),
    };

    private static StatusStep Mail(string step, DateOnly? due, MailKind kind, Meeting meeting, Snapshot snapshot)
    {
        var rows = snapshot.Mailings.Where(m => m.Kind == kind && m.MeetingId == meeting.Id).ToList();
        var sent = rows.Where(m => m.Outcome == MailOutcome.Sent).ToList();
        var unclear = rows.Count(m => m.Outcome is MailOutcome.Unknown or MailOutcome.Failed);
        return new(step, due, sent.Count == 0 ? null : $"{sent.Max(m => Stockholm.Local(m.SentAt!.Value)):yyyy-MM-dd HH.mm}", null,
            unclear == 0 ? null : $"Oklart om det skickades: {unclear} utskick, se listan Utskick.");
    }
}

/// <param name="Meeting">Null when there is none.</param>
/// <param name="Note">Why there are no steps; null otherwise.</param>
public sealed record MeetingStatusAnswer(string? Meeting, string? Note, IReadOnlyList<StatusStep> Steps)
{
    /// <summary>Work of the last days that failed so often that it was parked or given up, in English as in the mail to IT (M12).</summary>
    public IReadOnlyList<string> Stuck { get; init; } = [];
}

/// <param name="Due">The day it should happen; null when it follows another step.</param>
/// <param name="Done">When or how it was done; null when it was not.</param>
/// <param name="WaitingFor">Whom it waits for; null when nobody.</param>
/// <param name="Why">Why it has not happened.</param>
public sealed record StatusStep(string Step, DateOnly? Due, string? Done, string? WaitingFor, string? Why);
