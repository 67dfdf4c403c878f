using System.Globalization;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Meetings;

/// <summary>An approval that the job has checked against the version history: who, and when the status changed.</summary>
public sealed record Approval(PersonId By, DateTimeOffset At)
{
    /// <summary>The meeting's start as the sent agenda announced it; null until it has been sent. A different start is a move (M6).</summary>
    public DateTimeOffset? Announced { get; init; }

    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{By.Value}|{At.UtcDateTime:O}");
        return Announced is { } start ? string.Create(CultureInfo.InvariantCulture, $"{text}|{start.UtcDateTime:O}") : text;
    }

    /// <summary>Null for an empty or foreign text. Parts after the third are left to later versions.</summary>
    public static Approval? Parse(string? text)
    {
        var parts = text?.Split('|');
        return parts is [var by, var at, ..]
               && int.TryParse(by, CultureInfo.InvariantCulture, out var id)
               && Time(at) is { } time
            ? new Approval(new PersonId(id), time) { Announced = parts.Length > 2 ? Time(parts[2]) : null }
            : null;
    }

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
