using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;
using Hallbarhet.Group.ReportBacks;

namespace Hallbarhet.Group.MeetingNotes;

/// <summary>
/// When a meeting is over: late items go under "övriga frågor", each department gets its row in Återrapportering, and the note-taker
/// gets a draft to write in (M7). The draft is made once and never written over.
/// </summary>
public sealed class DraftNotes(IGroupLists lists, IGroupFiles files, IDocumentWriter writer, SendOnce mails, GroupSettings settings,
    TimeProvider time) : IGroupJob
{
    internal const string Paper = "notes";

    public string Name => "DraftNotes";

    public GroupList Reads => NotesContents.Reads | GroupList.Mailings;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        IReadOnlyList<DueWork> due = [.. snapshot.Meetings
            .Where(m => m is { HasTime: true, Status: MeetingStatus.Decided or MeetingStatus.Held } && m.EndsAt <= now)
            .Select(m => (Meeting: m, MailVersion: MailDue(m, snapshot, now)))
            .Where(d => NeedsDraft(d.Meeting) || d.MailVersion is not null)
            .Select(d => new DueWork($"{d.Meeting.Name}/{Paper}", token => DoAsync(d.Meeting, snapshot, token)) { About = d.Meeting })];
        return Task.FromResult(due);
    }

    private static bool NeedsDraft(Meeting meeting) =>
        meeting.NotesStatus is null or DocumentStatus.NotStarted
        || (meeting.NotesStatus == DocumentStatus.Draft && string.IsNullOrEmpty(meeting.NotesDraftUrl));

    private int? MailDue(Meeting meeting, Snapshot snapshot, DateTimeOffset now) =>
        meeting.NotesStatus == DocumentStatus.Draft && Receivers(meeting, snapshot).Count > 0
            ? ApprovalMails.Due(meeting, Paper, meeting.NotesApprovedBy(settings), snapshot.Mailings, now)
            : null;

    private async Task DoAsync(Meeting meeting, Snapshot snapshot, CancellationToken ct)
    {
        if (NeedsDraft(meeting)) meeting = await DraftAsync(meeting, snapshot, ct);
        if (MailDue(meeting, snapshot, time.GetUtcNow()) is { } version)
            await mails.SendAsync([Mail(meeting, snapshot, version)], snapshot, ct);
    }

    /// <summary>The meeting's own row is written last: until then everything is found again by its key or its place.</summary>
    private async Task<Meeting> DraftAsync(Meeting meeting, Snapshot snapshot, CancellationToken ct)
    {
        await lists.UpdateAsync<AgendaItem>(
            [.. snapshot.AgendaItems.Where(i => i.Status != AgendaItemStatus.OnAgenda && NotesContents.IsLate(i, meeting))
                .Select(i => (i, i with { Status = AgendaItemStatus.OnAgenda }))], ct);
        await lists.AddAsync(ReportBackRows.For(meeting, snapshot, time.Today()), ct);
        var url = await SaveAsync(meeting, snapshot, ct);
        return await lists.UpdateAsync(meeting, meeting with
        {
            Status = MeetingStatus.Held,
            NotesStatus = DocumentStatus.Draft,
            NotesDraftUrl = url,
            SystemMessage = "Utkast till minnesanteckningar finns. Skriv i Word och lägg beslut och åtgärder i listan. "
                            + $"Godkänn senast {SwedishDates.DayMonth(ApproveBy(meeting))}.",
        }, ct);
    }

    /// <summary>A draft that a cut-off run left may have been written in: it is saved as it stands, which also gives its address.</summary>
    private async Task<string> SaveAsync(Meeting meeting, Snapshot snapshot, CancellationToken ct)
    {
        var path = meeting.NotesDraftPath;
        var content = await files.ReadAsync(GroupLibrary.Drafts, path, ct)
                      ?? writer.NotesDraft(NotesContents.Of(meeting, snapshot, settings, time.GetUtcNow()), await files.TemplateAsync(ct));
        return (await files.SaveAsync(GroupLibrary.Drafts, path, content, ct)).WebUrl;
    }

    private MailRequest Mail(Meeting meeting, Snapshot snapshot, int version) => new()
    {
        Key = ApprovalMails.Key(meeting, Paper, version),
        Kind = MailKind.Approval,
        MeetingId = meeting.Id,
        To = [.. Receivers(meeting, snapshot).Select(r => r.Address!)],
        Content = new ApprovalMail
        {
            ApproveBy = ApproveBy(meeting),
            IsReminder = version == ApprovalMails.Reminder,
            Row = new("Godkänn i listan Möten", lists.FormUrl<Meeting>(meeting.Id)),
            Draft = new("Utkastet i Word", meeting.NotesDraftUrl!),
            Notes = NotesContents.Of(meeting, snapshot, settings, time.GetUtcNow()),
        },
    };

    /// <summary>A note-taker who is a strategist writes and approves; else the approvers get it together with the note-taker.</summary>
    private List<Member> Receivers(Meeting meeting, Snapshot snapshot)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        var noteTaker = people.ReadersOf(MailKind.Approval)
            .Where(m => m.Person is not null && m.Person == meeting.NoteTaker).ToList();
        return noteTaker.Exists(n => n.IsStrategist) && settings.ApprovalsNeeded < 2
            ? noteTaker
            : [.. ApprovalMails.Approvers(meeting, people, settings).Concat(noteTaker).Distinct()];
    }

    private DateOnly ApproveBy(Meeting meeting)
    {
        var by = meeting.NotesApprovedBy(settings);
        return by < time.Today() ? time.Today() : by;
    }
}
