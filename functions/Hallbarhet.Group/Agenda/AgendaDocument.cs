using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Agenda;

/// <summary>An agenda ready to be written; the same for Word, the mail's body and the preview.</summary>
public sealed record AgendaDocument
{
    public required string GroupName { get; init; }
    public required MeetingFacts Meeting { get; init; }
    public bool IsDraft { get; init; }
    /// <summary>The chair's own words, or null.</summary>
    public string? Greeting { get; init; }
    public required IReadOnlyList<AgendaPoint> Points { get; init; }
    /// <summary>Minutes that the points ask for; items without a time count as 10.</summary>
    public required int AskedMinutes { get; init; }
    public required int SlotMinutes { get; init; }
    /// <summary>What moved since the last meeting; empty sections are left out.</summary>
    public IReadOnlyList<StatusLine> StatusRound { get; init; } = [];
    public IReadOnlyList<HorizonLine> Horizon { get; init; } = [];
    public IReadOnlyList<OpenActionLine> OpenActions { get; init; } = [];
    public IReadOnlyList<LearningLine> Learning { get; init; } = [];
}

public sealed record AgendaPoint
{
    public required int Number { get; init; }
    public required string Title { get; init; }
    /// <summary>Swedish word, null for a standing point.</summary>
    public string? Purpose { get; init; }
    public string? Background { get; init; }
    public string? Presenter { get; init; }
    public int? Minutes { get; init; }
    public bool CrossDepartment { get; init; }
    public bool Standing { get; init; }
    /// <summary>How many meetings it has been carried over.</summary>
    public int CarriedCount { get; init; }
    public IReadOnlyList<string> Departments { get; init; } = [];
    public IReadOnlyList<string> Goals { get; init; } = [];
    public IReadOnlyList<string> Attachments { get; init; } = [];
    /// <summary>Row id in Dagordningspunkter; lets the notes find their headings again.</summary>
    public required int ItemId { get; init; }
}

/// <summary>One initiative in the status round.</summary>
public sealed record StatusLine
{
    public required string Department { get; init; }
    public required string Title { get; init; }
    public required string Status { get; init; }
    public string? Latest { get; init; }
    public string? Obstacles { get; init; }
}

public sealed record HorizonLine(string Title, string? Why, string? Link);

public sealed record OpenActionLine(string Title, string? Responsible, DateOnly? DueOn, bool Overdue);

public sealed record LearningLine(string Title, string? Kind, DateTimeOffset? HeldAt, string? Place);
