using Hallbarhet.Group.Calendar;

namespace Hallbarhet.Group.Initiatives;

/// <summary>Ongoing initiatives that nobody has told about for a long time.</summary>
public static class StaleInitiatives
{
    public const int DaysWithoutNews = 60;

    public static bool IsStale(Initiative initiative, DateOnly today) =>
        initiative.Status == InitiativeStatus.Ongoing && today.DayNumber - LastNews(initiative).DayNumber > DaysWithoutNews;

    /// <summary>People may change the sentence and forget its date.</summary>
    private static DateOnly LastNews(Initiative initiative)
    {
        var changed = Stockholm.Date(initiative.Modified);
        return initiative.LatestOn is { } on && on > changed ? on : changed;
    }
}
