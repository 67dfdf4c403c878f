using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.MeetingNotes;

/// <summary>
/// Publishes approved notes: the note-taker's Word draft with the table of decisions and actions, registered, and a mail to every
/// reader (M4). Items that were not treated are carried over. Notes that are taken back and approved again become a correction (M6).
/// </summary>
/// <remarks>
/// What looks like personal data stops the publication once: the approver is told the places and approves again if they may stand.
/// </remarks>
public sealed class PublishNotes(IGroupLists lists, IGroupFiles files, IDocumentWriter writer, PublishOnce records, SendOnce mails,
    GroupSettings settings, TimeProvider time) : IGroupJob
{
    public string Name => "PublishNotes";

    public GroupList Reads => AfterMeetingMails.Reads | GroupList.PublishedRecords | GroupList.Mailings;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        IReadOnlyList<DueWork> due = !SendWindow.IsOpen(now)
            ? []
            : [.. snapshot.Meetings
                .Where(m => m is { HasTime: true, Status: MeetingStatus.Held, NotesStatus: DocumentStatus.Approved })
                .Select(m => (Meeting: m, Approval: Approval.Parse(m.NotesApproval)))
                .Where(m => m.Approval is not null && now >= m.Approval.At + settings.UndoTime)
                .Select(m => new DueWork($"{m.Meeting.Name}/notes", token => PublishAsync(m.Meeting, m.Approval!, snapshot, token))
                {
                    About = m.Meeting,
                })];
        return Task.FromResult(due);
    }

    private async Task PublishAsync(Meeting meeting, Approval approval, Snapshot snapshot, CancellationToken ct)
    {
        var version = RecordBook.VersionOf(approval, RecordKind.Notes, meeting, snapshot.PublishedRecords);
        var isOut = snapshot.PublishedRecords.Any(r => r.SourceKey == RecordBook.Key(RecordKind.Notes, meeting, version));
        try
        {
            var content = isOut ? [] : await FinishAsync(meeting, snapshot, ct);
            var record = await RegisterAsync(meeting, approval, version, content, snapshot, ct);
            await TellAsync(meeting, version, record, snapshot, ct);
        }
        catch (NotReadyException e)
        {
            await lists.UpdateAsync(
                meeting, meeting with { NotesStatus = DocumentStatus.Draft, NotesApproval = null, SystemMessage = e.Message }, ct);
        }
    }

    private async Task<byte[]> FinishAsync(Meeting meeting, Snapshot snapshot, CancellationToken ct)
    {
        var draft = await files.ReadAsync(GroupLibrary.Drafts, meeting.NotesDraftPath, ct)
                    ?? throw new NotReadyException($"Utkastet ”{meeting.NotesDraftPath}” finns inte i biblioteket Utkast. "
                                                   + "Lägg tillbaka det och godkänn igen.");
        try
        {
            var notes = writer.FinishNotes(draft, NotesContents.Of(meeting, snapshot, settings, time.GetUtcNow()));
            var places = PersonalDataIn(draft, notes);
            var wasShown = meeting.NotesApproval!.EndsWith('|' + ApprovalMessages.Checked, StringComparison.Ordinal);
            return places.Count == 0 || wasShown
                ? notes
                : throw new NotReadyException($"{ApprovalMessages.ToCheck}{string.Join("; ", places)}. "
                                              + "Rätta i utkastet, eller godkänn igen om det ska stå kvar.");
        }
        catch (UnreadableDraftException e)
        {
            throw new NotReadyException(e.Message, e);
        }
    }

    /// <summary>Places in the draft are what the note-taker can find; the finished notes also hold what stands in the list.</summary>
    private IReadOnlyList<string> PersonalDataIn(byte[] draft, byte[] finished) =>
        writer.PersonalDataIn(draft) is { Count: > 0 } places ? places : writer.PersonalDataIn(finished);

    private async Task<PublishedRecord> RegisterAsync(
        Meeting meeting, Approval approval, int version, byte[] content, Snapshot snapshot, CancellationToken ct)
    {
        await files.EnsureFolderAsync(GroupLibrary.MeetingDocuments, meeting.FolderName, ct);
        var title = RecordBook.FileTitle(RecordKind.Notes, meeting, version);
        var record = new PublishedRecord
        {
            Title = title,
            SourceKey = RecordBook.Key(RecordKind.Notes, meeting, version),
            Kind = RecordKind.Notes,
            MeetingId = meeting.Id,
            PublishedBy = approval.By,
            Registration = RecordBook.RegistrationOf(RecordKind.Notes, settings.Records),
            Retention = RecordBook.RetentionOf(RecordKind.Notes, settings.Records),
            CorrectsId = RecordBook.Corrected(RecordKind.Notes, meeting, version, snapshot.PublishedRecords)?.Id,
        };
        return await records.PublishAsync(record, GroupLibrary.MeetingDocuments, $"{meeting.FolderName}/{title}.docx",
            _ => Task.FromResult(content), snapshot.PublishedRecords, ct);
    }

    /// <summary>The meeting's own row is written last; it is what makes the work no longer due.</summary>
    private async Task TellAsync(Meeting meeting, int version, PublishedRecord record, Snapshot snapshot, CancellationToken ct)
    {
        var document = new Link(record.Title, record.FileUrl ?? "");
        var people = new GroupDirectory(snapshot, time.Today());
        var requests = version > 1
            ? [Corrections.Mail(meeting, DraftNotes.Paper, version, document, people, MailKeys.For(MailKind.AfterMeeting, meeting), snapshot)]
            : new AfterMeetingMails(lists, time).For(meeting, document, snapshot);
        var sent = await mails.SendAsync(requests, snapshot, ct);
        await lists.UpdateAsync<AgendaItem>(
            [.. snapshot.AgendaItems.Where(i => CarriedItems.IsLeftFrom(meeting, i)).Select(i => (i, CarriedItems.ToTheNext(i)))], ct);
        await lists.UpdateAsync(meeting, meeting with
        {
            NotesStatus = DocumentStatus.Sent,
            SystemMessage = SentMessage.Of("Minnesanteckningarna", sent),
        }, ct);
    }

    /// <summary>The message is in Swedish and stands on the meeting's row; the approval is taken back.</summary>
    private sealed class NotReadyException(string message, Exception? inner = null) : Exception(message, inner);
}
