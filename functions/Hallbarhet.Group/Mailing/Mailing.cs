using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Mailing;

/// <summary>List Utskick, the mail ledger. Title is the subject; <see cref="MailKey"/> is unique in the list.</summary>
public sealed record MailingRow : Row
{
    public string MailKey { get; init; } = "";

    public MailKind? Kind { get; init; }

    public int? MeetingId { get; init; }

    public int? ReportId { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Addresses, one per line; cleared after 12 months, the count stays.</summary>
    public string? Recipients { get; init; }

    public double? RecipientCount { get; init; }

    public MailOutcome? Outcome { get; init; }

    /// <summary>Hidden: the draft's immutable id, known once the draft exists.</summary>
    public string? DraftId { get; init; }
}

/// <summary>The mail plan of the group: M1 to M13.</summary>
public enum MailKind
{
    [Word("M1")] Invitation,
    [Word("M2")] CallForItems,
    [Word("M3")] Agenda,
    [Word("M4")] AfterMeeting,
    [Word("M5")] Reminder,
    [Word("M6")] Change,
    [Word("M7")] Approval,
    [Word("M8")] MondayDigest,
    [Word("M9")] Report,
    [Word("M10")] Registry,
    [Word("M11")] Communicator,
    [Word("M12")] It,
    [Word("M13")] Welcome,
}

public enum MailOutcome
{
    [Word("Förbereds")] Preparing,
    [Word("Skickat")] Sent,
    [Word("Oklart")] Unknown,
    [Word("Misslyckat")] Failed,
}
