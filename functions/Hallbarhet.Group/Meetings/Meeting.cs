using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Meetings;

/// <summary>List Möten. Title is "Möte 3".</summary>
public sealed record Meeting : Row
{
    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public string? Place { get; init; }

    public PersonId? Chair { get; init; }

    public PersonId? NoteTaker { get; init; }

    /// <summary>Förslag senast.</summary>
    public DateOnly? ItemsDue { get; init; }

    /// <summary>Dagordning skickas.</summary>
    public DateOnly? AgendaOn { get; init; }

    public MeetingStatus? Status { get; init; }

    public DocumentStatus? AgendaStatus { get; init; }

    public DocumentStatus? NotesStatus { get; init; }

    public string? Greeting { get; init; }

    public IReadOnlyList<PersonId> Present { get; init; } = [];

    public string? Guests { get; init; }

    public string? DateReason { get; init; }

    public string? FolderUrl { get; init; }

    /// <summary>Hidden: the calendar event in the service mailbox.</summary>
    public string? EventId { get; init; }

    /// <summary>Hidden: time and place as the invitation says them; a difference is a move.</summary>
    public string? InvitedAs { get; init; }

    /// <summary>Hidden: who approved the agenda and when, as <see cref="Approval"/> writes it; empty until the job has checked it.</summary>
    public string? AgendaApproval { get; init; }

    /// <summary>Hidden: the same for the notes.</summary>
    public string? NotesApproval { get; init; }

    /// <summary>Hidden: fingerprint of what the agenda draft says; the draft is made again when the lists say something else.</summary>
    public string? DraftPrint { get; init; }

    /// <summary>Hidden: address of the notes draft; empty until it has been made.</summary>
    public string? NotesDraftUrl { get; init; }
}

public enum MeetingStatus
{
    [Word("Förslag")] Proposed,
    [Word("Bestämt")] Decided,
    [Word("Genomfört")] Held,
    [Word("Inställt")] Cancelled,
}

/// <summary>Where a document stands on its way from draft to sent.</summary>
public enum DocumentStatus
{
    [Word("Ej påbörjad")] NotStarted,
    [Word("Utkast")] Draft,
    [Word("Godkänd")] Approved,
    [Word("Skickad")] Sent,
    [Word("Pausad")] Paused,
}
