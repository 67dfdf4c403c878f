using System.Globalization;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Meetings;

/// <summary>An approval that the job has checked against the version history: who, and when the status changed.</summary>
public sealed record Approval(PersonId By, DateTimeOffset At)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{By.Value}|{At.UtcDateTime:O}");

    public static Approval? Parse(string? text)
    {
        var parts = text?.Split('|');
        return parts is [var by, var at, ..]
               && int.TryParse(by, CultureInfo.InvariantCulture, out var id)
               && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new Approval(new PersonId(id), time)
            : null;
    }
}
