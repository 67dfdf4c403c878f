using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.MeetingNotes;

/// <summary>The notes draft: headings for the note-taker's prose and a marked place for the table of decisions and actions.</summary>
public sealed record NotesDocument
{
    public required string GroupName { get; init; }
    public required MeetingFacts Meeting { get; init; }
    /// <summary>"Namn, förvaltning"; empty when nobody has been marked.</summary>
    public IReadOnlyList<string> Present { get; init; } = [];
    public string? Guests { get; init; }
    public required IReadOnlyList<AgendaPoint> Points { get; init; }
    /// <summary>Items that came after the agenda was approved.</summary>
    public IReadOnlyList<AgendaPoint> OtherQuestions { get; init; } = [];
    public IReadOnlyList<DecisionLine> Decisions { get; init; } = [];
    public IReadOnlyList<DecisionLine> Actions { get; init; } = [];
    public MeetingFacts? Next { get; init; }
}

/// <summary>A decision or an action as the notes, the after-mail and the report show it.</summary>
public sealed record DecisionLine
{
    public required string Title { get; init; }
    public string? Details { get; init; }
    public string? Responsible { get; init; }
    public DateOnly? DueOn { get; init; }
    public IReadOnlyList<string> Departments { get; init; } = [];
}
