using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;

namespace Hallbarhet.Group.Agenda;

/// <summary>
/// Compiles the agenda some days before the meeting and asks the chair to approve it (M7). While it is a draft it follows the lists:
/// the Word file is made again when they say something else than its fingerprint.
/// </summary>
public sealed class DraftAgendas(IGroupLists lists, IGroupFiles files, IDocumentWriter writer, SendOnce mails, GroupSettings settings,
    TimeProvider time) : IGroupJob
{
    internal const string Paper = "agenda";

    private const string Drafted = "Utkast till dagordning finns.";

    public string Name => "DraftAgendas";

    public GroupList Reads => AgendaContents.Reads | GroupList.Mailings;

    public Task<IReadOnlyList<DueWork>> FindDueAsync(Snapshot snapshot, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        IReadOnlyList<DueWork> due = [.. snapshot.Meetings
            .Where(m => m.IsComing(now) && m.StartsAt > now && IsWanted(m, now))
            .Select(m => Look(m, snapshot, now))
            .Where(d => d.NeedsDraft || d.MailVersion is not null)
            .Select(d => new DueWork($"{d.Meeting.Name}/{Paper}", token => DoAsync(d, snapshot, token)) { About = d.Meeting })];
        return Task.FromResult(due);
    }

    /// <summary>Nothing happens while the agenda is paused. Somebody who sets Utkast by hand gets a draft at once.</summary>
    private bool IsWanted(Meeting meeting, DateTimeOffset now) => meeting.AgendaStatus switch
    {
        DocumentStatus.Draft => true,
        null or DocumentStatus.NotStarted => Stockholm.Date(now) >= meeting.DraftOn(settings) && SendWindow.IsOpen(now),
        _ => false,
    };

    private Draft Look(Meeting meeting, Snapshot snapshot, DateTimeOffset now)
    {
        var items = AgendaContents.ItemsOf(meeting, snapshot, now);
        var agenda = AgendaContents.Of(meeting, snapshot, settings, now) with { IsDraft = true };
        var people = new GroupDirectory(snapshot, Stockholm.Date(now));
        var approvers = ApprovalMails.Approvers(meeting, people, settings);
        return new(meeting, agenda, items, AgendaContents.PrintOf(agenda, items), approvers)
        {
            MailVersion = approvers.Count == 0
                ? null
                : ApprovalMails.Due(meeting, Paper, meeting.ItemsDueOn(settings), snapshot.Mailings, now),
        };
    }

    private async Task DoAsync(Draft draft, Snapshot snapshot, CancellationToken ct)
    {
        var attachments = await AgendaAttachments.ReadAsync(lists, draft.Agenda, draft.Items, ct);
        var agenda = attachments.NamedIn(draft.Agenda);
        var word = writer.Agenda(agenda, await files.TemplateAsync(ct));
        var saved = await files.SaveAsync(GroupLibrary.Drafts, draft.Meeting.AgendaDraftPath, word, ct);
        var warnings = Warnings(draft);
        if (draft.NeedsDraft) await lists.UpdateAsync(draft.Meeting, WithDraft(draft, warnings), ct);
        if (draft.MailVersion is { } version)
            await mails.SendAsync([Mail(draft, agenda, saved.WebUrl, warnings, version)], snapshot, ct);
    }

    private static IReadOnlyList<string> Warnings(Draft draft) => draft.Approvers.Count > 0
        ? AgendaWarnings.Of(draft.Agenda, draft.Meeting)
        : [.. AgendaWarnings.Of(draft.Agenda, draft.Meeting), "Ingen hållbarhetsstrateg i tjänst kan få utkastet med mejl."];

    private Meeting WithDraft(Draft draft, IReadOnlyList<string> warnings) => draft.Meeting with
    {
        AgendaStatus = DocumentStatus.Draft,
        DraftPrint = draft.Print,
        SystemMessage = MayReplace(draft.Meeting)
            ? string.Join(' ', [$"{Drafted} Godkänn senast {SwedishDates.DayMonth(ApproveBy(draft.Meeting))}.", .. warnings])
            : draft.Meeting.SystemMessage,
    };

    /// <summary>A first draft answers whatever was asked of people; a later one leaves what others have written since.</summary>
    private static bool MayReplace(Meeting meeting) =>
        string.IsNullOrEmpty(meeting.DraftPrint) || string.IsNullOrEmpty(meeting.SystemMessage)
        || meeting.SystemMessage.StartsWith(Drafted, StringComparison.Ordinal);

    private MailRequest Mail(Draft draft, AgendaDocument agenda, string draftUrl, IReadOnlyList<string> warnings, int version) => new()
    {
        Key = ApprovalMails.Key(draft.Meeting, Paper, version),
        Kind = MailKind.Approval,
        MeetingId = draft.Meeting.Id,
        To = [.. draft.Approvers.Select(a => a.Address!)],
        Content = new ApprovalMail
        {
            ApproveBy = ApproveBy(draft.Meeting),
            IsReminder = version == ApprovalMails.Reminder,
            Row = new("Godkänn eller ändra i listan Möten", lists.FormUrl<Meeting>(draft.Meeting.Id)),
            Draft = new("Utkastet i Word", draftUrl),
            Warnings = warnings,
            Agenda = agenda,
        },
    };

    /// <summary>A meeting that was decided late cannot ask for an approval in the past.</summary>
    private DateOnly ApproveBy(Meeting meeting)
    {
        var by = meeting.ItemsDueOn(settings);
        return by < time.Today() ? time.Today() : by;
    }

    private sealed record Draft(
        Meeting Meeting, AgendaDocument Agenda, IReadOnlyList<AgendaItem> Items, string Print, IReadOnlyList<Member> Approvers)
    {
        public int? MailVersion { get; init; }

        public bool NeedsDraft => Meeting.AgendaStatus != DocumentStatus.Draft || Meeting.DraftPrint != Print;
    }
}
