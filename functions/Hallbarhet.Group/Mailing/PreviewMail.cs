using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Mailing;

/// <summary>
/// A mail of a meeting as it would read if it went out now: M2 and M4 as the first reader gets them, M3 as all do. Nothing is sent,
/// and nothing is written in the ledger.
/// </summary>
public sealed class PreviewMail(IGroupLists lists, IMailComposer composer, GroupSettings settings, TimeProvider time)
{
    private const string Kinds = "Mails that can be previewed: M2, M3, M4.";

    /// <param name="kind">As in the mail plan, such as M3.</param>
    /// <param name="meetingId">Row id; null means the next meeting.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<MailPreview> RunAsync(string kind, int? meetingId, CancellationToken ct)
    {
        if (Words.Parse<MailKind>(kind.ToUpperInvariant()) is not (MailKind.CallForItems or MailKind.Agenda or MailKind.AfterMeeting))
            return MailPreview.None($"There is no preview of \"{kind}\". {Kinds}");
        var snapshot = await lists.ReadAsync(AgendaContents.Reads | AfterMeetingMails.Reads, ct);
        var meeting = meetingId is { } id ? snapshot.Meetings.FirstOrDefault(m => m.Id == id) : snapshot.Meetings.Next(time.GetUtcNow());
        if (meeting is not { HasTime: true })
            return MailPreview.None(meetingId is null ? "No meeting is coming." : $"There is no meeting {meetingId} with a time.");
        // The ledger is left unread, so that a mail that went out can be looked at again.
        var content = Content(Words.Parse<MailKind>(kind.ToUpperInvariant())!.Value, meeting, snapshot.With<MailingRow>([]));
        return content is null
            ? MailPreview.None("Nobody would get the mail: no member in service reads it.")
            : new(Compose(kind.ToUpperInvariant(), meeting, content), null);
    }

    private MailContent? Content(MailKind kind, Meeting meeting, Snapshot snapshot) => kind switch
    {
        MailKind.CallForItems =>
            new CallForItems(lists, settings).Mails(meeting, snapshot, new GroupDirectory(snapshot, time.Today())) is [var first, ..] ? first.Content : null,
        MailKind.Agenda => new AgendaMail(AgendaContents.Of(meeting, snapshot, settings, time.GetUtcNow()), Folder(meeting)),
        _ => new AfterMeetingMails(lists, time).For(meeting, Folder(meeting), snapshot) is [var first, ..] ? first.Content : null,
    };

    /// <summary>The document is not there yet; its folder is.</summary>
    private static Link Folder(Meeting meeting) => new(meeting.FolderName, meeting.FolderUrl ?? "");

    private PreviewedMail Compose(string kind, Meeting meeting, MailContent content)
    {
        var mail = composer.Compose(content);
        return new(kind, meeting.Id, mail.Subject, mail.Html);
    }
}

/// <param name="Reason">Why there is no mail, in English; null when there is one.</param>
public sealed record MailPreview(PreviewedMail? Mail, string? Reason)
{
    internal static MailPreview None(string reason) => new(null, reason);
}

/// <param name="Meeting">Row id.</param>
public sealed record PreviewedMail(string Kind, int Meeting, string Subject, string Html);
