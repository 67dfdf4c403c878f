namespace Hallbarhet.Group.Meetings;

/// <summary>A meeting as documents and mails speak of it.</summary>
public sealed record MeetingFacts
{
    /// <summary>"Möte 3".</summary>
    public required string Title { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly Start { get; init; }

    public required TimeOnly End { get; init; }

    public string? Place { get; init; }

    public string? ChairName { get; init; }

    /// <summary>Null when the note-taker is chosen at the meeting.</summary>
    public string? NoteTakerName { get; init; }

    public string? FolderUrl { get; init; }

    /// <summary>Stable id for calendar files, such as "meeting-3".</summary>
    public required string Key { get; init; }
}
