using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.MeetingNotes;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Group.Mailing;

/// <summary>What a mail says, as facts; <see cref="IMailComposer"/> turns it into Swedish. One record per row of the mail plan.</summary>
public abstract record MailContent;

/// <summary>Turns facts into a subject and an HTML body that also reads well as plain text. Everything from people is encoded.</summary>
public interface IMailComposer
{
    ComposedMail Compose(MailContent content);
}

public sealed record ComposedMail(string Subject, string Html);

/// <summary>A named address in the workspace. The text says where it goes.</summary>
public sealed record Link(string Text, string Url);

/// <summary>M1 for somebody without a mailbox here: the meetings as a calendar file.</summary>
public sealed record InvitationMail(string FirstName, IReadOnlyList<MeetingFacts> Meetings, bool IsUpdate) : MailContent;

/// <summary>M2: propose items, update the state of your initiatives, your open actions.</summary>
public sealed record CallForItemsMail : MailContent
{
    public required string FirstName { get; init; }
    public required MeetingFacts Meeting { get; init; }
    public required DateOnly ItemsDue { get; init; }
    public IReadOnlyList<InitiativeLine> MyInitiatives { get; init; } = [];
    public IReadOnlyList<ActionLine> MyActions { get; init; } = [];
    public required string NewItemUrl { get; init; }
    public required string InitiativesUrl { get; init; }
}

public sealed record InitiativeLine(string Title, string Status, string? Latest, DateOnly? LatestOn, string Url);

public sealed record ActionLine(string Title, DateOnly? DueOn, bool Overdue, string Url);

/// <summary>M3: the whole agenda in the body and one link.</summary>
public sealed record AgendaMail(AgendaDocument Agenda, Link Document) : MailContent;

/// <summary>M4: the top block is written to be forwarded to the own department.</summary>
public sealed record AfterMeetingMail : MailContent
{
    public required string FirstName { get; init; }
    public required MeetingFacts Meeting { get; init; }
    public required DepartmentExtract Extract { get; init; }
    public IReadOnlyList<ActionLine> MyActions { get; init; } = [];
    public required Link Notes { get; init; }
    /// <summary>The department's row in Återrapportering; null for those without a department.</summary>
    public string? ReportBackUrl { get; init; }
    public MeetingFacts? Next { get; init; }
}

/// <summary>What one department should take further after a meeting.</summary>
public sealed record DepartmentExtract
{
    /// <summary>Null for a reader without a department.</summary>
    public string? Department { get; init; }
    public IReadOnlyList<DecisionLine> Decisions { get; init; } = [];
    public IReadOnlyList<DecisionLine> Actions { get; init; } = [];
    /// <summary>Titles of the items that were treated.</summary>
    public IReadOnlyList<string> Treated { get; init; } = [];
    /// <summary>Wholly filled by the other departments' finished initiatives and news worth spreading.</summary>
    public IReadOnlyList<string> ToSpread { get; init; } = [];
}

/// <summary>M5: everything that waits for one person.</summary>
public sealed record ReminderMail : MailContent
{
    public required string FirstName { get; init; }
    public IReadOnlyList<WaitingReportBack> ReportBacks { get; init; } = [];
    public IReadOnlyList<ActionLine> OverdueActions { get; init; } = [];
    public IReadOnlyList<InitiativeLine> StaleInitiatives { get; init; } = [];
}

public sealed record WaitingReportBack(DateOnly MeetingDate, string Department, string Url);

/// <summary>M6: one sentence on what changed, once, to whoever got the first.</summary>
public sealed record ChangeMail : MailContent
{
    public required ChangeKind Kind { get; init; }
    public required MeetingFacts Meeting { get; init; }
    /// <summary>The date before the move.</summary>
    public DateOnly? FormerDate { get; init; }
    /// <summary>What was wrong, for a correction.</summary>
    public string? Text { get; init; }
    public Link? Document { get; init; }
}

public enum ChangeKind { Correction, Moved, Cancelled }

/// <summary>M7: a draft waits for approval; the preview is inside.</summary>
public sealed record ApprovalMail : MailContent
{
    public required DateOnly ApproveBy { get; init; }
    public bool IsReminder { get; init; }
    /// <summary>The row whose status approves; works without the list button.</summary>
    public required Link Row { get; init; }
    public required Link Draft { get; init; }
    public IReadOnlyList<string> Warnings { get; init; } = [];
    /// <summary>Exactly one of the three is set.</summary>
    public AgendaDocument? Agenda { get; init; }
    public NotesDocument? Notes { get; init; }
    public ReportDocument? Report { get; init; }
}

/// <summary>M8: what waits for the strategists this week.</summary>
public sealed record MondayMail : MailContent
{
    /// <summary>ISO week.</summary>
    public required int Week { get; init; }
    public required IReadOnlyList<WaitingGroup> Groups { get; init; }
}

public sealed record WaitingGroup(string Heading, IReadOnlyList<WaitingThing> Things);

/// <param name="Url">Where it is mended; null when it is only to be known.</param>
public sealed record WaitingThing(string Text, string? Url);

/// <summary>M9: the approved report to its body.</summary>
public sealed record ReportMail(ReportDocument Report, bool HasPdf) : MailContent;

/// <summary>M10: documents of a month for the registry.</summary>
public sealed record RegistryMail(int Year, int Month, IReadOnlyList<RegistryLine> Records) : MailContent;

public sealed record RegistryLine
{
    public required DateOnly EstablishedOn { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public string? CaseNumber { get; init; }
    public required string Registration { get; init; }
    public bool SecrecyCheck { get; init; }
    public required string Url { get; init; }
    public required string Sha256 { get; init; }
}

/// <summary>M11: news for the communications department.</summary>
public sealed record CommunicatorMail : MailContent
{
    public required int Year { get; init; }
    public required int Month { get; init; }
    public IReadOnlyList<CommunicationLine> NewItems { get; init; } = [];
    public IReadOnlyList<CommunicationLine> ToReview { get; init; } = [];
}

public sealed record CommunicationLine(string Title, string? Message, string? Contact, DateOnly? ReviewOn, string Url);

/// <summary>M12: what IT has to mend. The problems are in English, as in the log.</summary>
public sealed record ItMail : MailContent
{
    public IReadOnlyList<string> Problems { get; init; } = [];
    public IReadOnlyList<string> Drift { get; init; } = [];
    public IReadOnlyList<string> Expiring { get; init; } = [];
}

/// <summary>M13: a newcomer's welcome.</summary>
public sealed record WelcomeMail : MailContent
{
    public required string FirstName { get; init; }
    public string? Department { get; init; }
    public IReadOnlyList<MeetingFacts> Upcoming { get; init; } = [];
    public required Link HowWeWork { get; init; }
    public required Link PersonalData { get; init; }
}
