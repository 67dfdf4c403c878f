using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Meetings;

/// <param name="Reason">Why this date, in Swedish, for the strategists.</param>
public sealed record ProposedDate(DateOnly Date, string Reason);

/// <summary>
/// The dates of a year's meetings: half of them in ISO weeks 3–23, half in 34–50, evenly spread, on the group's weekday. The last
/// weeks before the summer break and the first one after it are kept for meetings that have to move.
/// </summary>
public static class YearDates
{
    private const int FewestDaysApart = 14;

    private static readonly (int First, int Last) Spring = (3, 23);
    private static readonly (int First, int Last) Autumn = (34, 50);

    /// <summary>How far a blocked date may move, nearest and later first.</summary>
    private static readonly int[] WeeksAway = [0, 1, -1, 2, -2];

    public static IReadOnlyList<ProposedDate> Propose(int year, GroupSettings settings)
    {
        var inSpring = (settings.MeetingsPerYear + 1) / 2;
        var wanted = Weeks(Spring, inSpring).Concat(Weeks(Autumn, settings.MeetingsPerYear - inSpring));
        var dates = new List<ProposedDate>();
        foreach (var week in wanted)
            if (Place(OnWeekday(year, week, settings.MeetingDay), dates.LastOrDefault()?.Date) is { } placed) dates.Add(placed);
        return dates;
    }

    /// <summary>Why no meeting is held on the date, as the end of a sentence that begins with it, or null.</summary>
    public static string? Obstacle(DateOnly date)
    {
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return "är ingen arbetsdag";
        if ((SwedishCalendar.Holiday(date) ?? SwedishCalendar.Eve(date)) is { } name) return $"är {name}";
        if (SwedishCalendar.IsBridgeDay(date)) return "är en klämdag";
        if (SwedishCalendar.IsSummerBreak(date)) return "ligger i sommaruppehållet";
        if (SwedishCalendar.Holiday(date.AddDays(1)) is { } next) return $"är dagen före {next}";
        return date < new DateOnly(date.Year, 1, 15) || date > new DateOnly(date.Year, 12, 15) ? "ligger för nära jul och nyår" : null;
    }

    /// <summary>The middle of each of equally long parts.</summary>
    private static IEnumerable<int> Weeks((int First, int Last) half, int count)
    {
        var length = (half.Last - half.First + 1) / (double)count;
        for (var i = 0; i < count; i++) yield return half.First + (int)Math.Round((i + 0.5) * length, MidpointRounding.AwayFromZero);
    }

    private static ProposedDate? Place(DateOnly wanted, DateOnly? before)
    {
        var candidates = WeeksAway.Select(w => wanted.AddDays(7 * w)).Concat(OtherDays(wanted));
        foreach (var date in candidates)
        {
            if (Obstacle(date) is null && (before is null || date.DayNumber - before.Value.DayNumber >= FewestDaysApart))
                return new(date, Reason(wanted, date, before));
        }

        return null;
    }

    /// <summary>The other working days of the same week, when a whole row of weeks is blocked.</summary>
    private static IEnumerable<DateOnly> OtherDays(DateOnly wanted)
    {
        var monday = wanted.AddDays(-(((int)wanted.DayOfWeek + 6) % 7));
        return Enumerable.Range(0, 5).Select(monday.AddDays).Where(d => d != wanted);
    }

    private static string Reason(DateOnly wanted, DateOnly date, DateOnly? before)
    {
        if (date != wanted)
        {
            var obstacle = Obstacle(wanted) ?? "ligger för nära förra mötet";
            return $"{SwedishDates.Sentence(SwedishDates.WithDay(wanted))} {obstacle}. Därför {SwedishDates.WithDay(date)}.";
        }

        var week = $"{SwedishDates.Sentence(SwedishDates.DayName(date))} i vecka {SwedishCalendar.IsoWeek(date)}";
        if (before is not { } last) return $"{week}.";
        return $"{week}, {SwedishDates.Number((date.DayNumber - last.DayNumber) / 7)} veckor efter förra mötet.";
    }

    private static DateOnly OnWeekday(int year, int week, DayOfWeek day) =>
        DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(year, week, day));
}
