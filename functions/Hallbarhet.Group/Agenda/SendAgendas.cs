using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Agenda;

/// <summary>
/// Sends an approved agenda when its day and the time for undoing have come: published and registered, then one mail to all readers
/// (M3). An agenda that is taken back after it was sent and approved again goes out as a correction (M6) to whoever got the first.
/// </summary>
public sealed class SendAgendas(IGroupLists lists, IGroupFiles files, IDocumentWriter writer, PublishOnce records, SendOnce mails,
    GroupSettings settings, TimeProvider time) : IGroupJob
{
    public string Name => "SendAgendas";

    public GroupList Reads => AgendaContents.Reads | GroupList.PublishedRecords | GroupList.Mailings;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        IReadOnlyList<DueWork> due = !SendWindow.IsOpen(now)
            ? []
            : [.. snapshot.Meetings
                .Where(m => m.IsComing(now) && m.StartsAt > now && m.AgendaStatus == DocumentStatus.Approved)
                .Select(m => (Meeting: m, Approval: Approval.Parse(m.AgendaApproval)))
                .Where(m => m.Approval is not null && now >= NotBefore(m.Meeting, m.Approval, settings))
                .Select(m => new DueWork($"{m.Meeting.Name}/agenda", token => SendAsync(m.Meeting, m.Approval!, snapshot, token))
                {
                    About = m.Meeting,
                })];
        return Task.FromResult(due);
    }

    /// <summary>The day on which agendas go out, and never before the approval can no longer be undone.</summary>
    public static DateTimeOffset NotBefore(Meeting meeting, Approval approval, GroupSettings settings)
    {
        var day = Stockholm.At(meeting.AgendaSentOn(settings), SendWindow.Opens);
        var undone = approval.At + settings.UndoTime;
        return day > undone ? day : undone;
    }

    private async Task SendAsync(Meeting meeting, Approval approval, Snapshot snapshot, CancellationToken ct)
    {
        var version = RecordBook.VersionOf(approval, RecordKind.Agenda, meeting, snapshot.PublishedRecords);
        var folderUrl = await files.EnsureFolderAsync(GroupLibrary.MeetingDocuments, meeting.FolderName, ct);
        var placed = meeting with { FolderUrl = meeting.FolderUrl ?? folderUrl };
        var plain = AgendaContents.Of(placed, snapshot, settings, time.GetUtcNow());
        var attachments = await AgendaAttachments.ReadAsync(lists, plain, snapshot.AgendaItems, ct);
        var agenda = attachments.NamedIn(plain);
        var publication = new Publication(placed, approval, version, agenda, attachments);

        await PublishAttachmentsAsync(publication, snapshot, ct);
        var record = await PublishAsync(publication, snapshot, ct);
        var sent = await mails.SendAsync([Mail(publication, record, snapshot)], snapshot, ct);
        await lists.UpdateAsync(meeting, Sent(placed, approval, sent), ct);
    }

    private Task<PublishedRecord> PublishAsync(Publication it, Snapshot snapshot, CancellationToken ct)
    {
        var title = RecordBook.FileTitle(RecordKind.Agenda, it.Meeting, it.Version);
        var record = Record(it, RecordKind.Agenda, title, RecordBook.Key(RecordKind.Agenda, it.Meeting, it.Version)) with
        {
            CorrectsId = RecordBook.Corrected(RecordKind.Agenda, it.Meeting, it.Version, snapshot.PublishedRecords)?.Id,
        };
        return records.PublishAsync(record, GroupLibrary.MeetingDocuments, $"{it.Meeting.FolderName}/{title}.docx",
            async token => writer.Agenda(it.Agenda, await files.TemplateAsync(token)), snapshot.PublishedRecords, ct);
    }

    private async Task PublishAttachmentsAsync(Publication it, Snapshot snapshot, CancellationToken ct)
    {
        foreach (var (_, name, content) in it.Attachments.Files)
        {
            var record = Record(it, RecordKind.Attachment, name, RecordBook.AttachmentKey(it.Meeting, it.Version, name));
            await records.PublishAsync(record, GroupLibrary.MeetingDocuments, $"{it.Meeting.FolderName}/{name}",
                _ => Task.FromResult(content), snapshot.PublishedRecords, ct);
        }
    }

    private PublishedRecord Record(Publication it, RecordKind kind, string title, string key) => new()
    {
        Title = title,
        SourceKey = key,
        Kind = kind,
        MeetingId = it.Meeting.Id,
        PublishedBy = it.Approval.By,
        Registration = RecordBook.RegistrationOf(kind, settings.Records),
        Retention = RecordBook.RetentionOf(kind, settings.Records),
    };

    private MailRequest Mail(Publication it, PublishedRecord record, Snapshot snapshot)
    {
        var people = new GroupDirectory(snapshot, time.Today());
        var document = new Link(record.Title, record.FileUrl ?? "");
        return it.Version > 1
            ? Corrections.Mail(it.Meeting, "agenda", it.Version, document, people, MailKeys.For(MailKind.Agenda, it.Meeting), snapshot)
            : new()
            {
                Key = MailKeys.For(MailKind.Agenda, it.Meeting),
                Kind = MailKind.Agenda,
                MeetingId = it.Meeting.Id,
                Content = new AgendaMail(it.Agenda, document),
                To = [.. people.ReadersOf(MailKind.Agenda).Select(r => r.Address!)],
            };
    }

    /// <summary>The start that the mail announced is kept beside the approval, so that a later move can be told.</summary>
    private static Meeting Sent(Meeting meeting, Approval approval, IReadOnlyList<MailingRow> sent) => meeting with
    {
        AgendaStatus = DocumentStatus.Sent,
        AgendaApproval = (approval with { Announced = meeting.StartsAt }).ToString(),
        SystemMessage = SentMessage.Of("Dagordningen", sent),
    };

    private sealed record Publication(
        Meeting Meeting, Approval Approval, int Version, AgendaDocument Agenda, AgendaAttachments Attachments);
}
