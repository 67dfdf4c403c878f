using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Agenda;

/// <summary>Agenda and notes go the same way from draft to sent, in columns of their own.</summary>
internal sealed record MeetingPaper(
    string Key,
    Func<Meeting, DocumentStatus?> Status,
    Func<Meeting, string?> Approval,
    Func<Meeting, DocumentStatus, string?, Meeting> With)
{
    public static MeetingPaper Agenda { get; } = new(
        "agenda",
        m => m.AgendaStatus,
        m => m.AgendaApproval,
        (m, status, approval) => m with { AgendaStatus = status, AgendaApproval = approval });

    public static MeetingPaper Notes { get; } = new(
        "notes",
        m => m.NotesStatus,
        m => m.NotesApproval,
        (m, status, approval) => m with { NotesStatus = status, NotesApproval = approval });
}
