using System.Globalization;
using Hallbarhet.Year.Acts;
using Hallbarhet.Year.People;
using Hallbarhet.Year.Town;

namespace Hallbarhet.Year.Checks;

internal static class MeetingChecks
{
    private static readonly DateOnly MattiasIsBack = new(2026, 7, 1);

    public static IEnumerable<Check> All(YearEnd year)
    {
        yield return Check.That("there are 8 meetings, all held", YearChecks.Problem(year.Held.Count != 8 || year.Meetings.Count != 8,
            $"{year.Meetings.Count} meetings, {year.Held.Count} held"));
        yield return Check.That("no meeting on a free day, a klämdag or in weeks 27–32", year.Meetings.Select(m => m.Date("StartsAt")!.Value)
            .Where(d => !RedDays.IsWorkingDay(d) || ISOWeek.GetWeekOfYear(d.ToDateTime(TimeOnly.MinValue)) is >= 27 and <= 32)
            .Select(d => $"{d:yyyy-MM-dd}"));
        yield return Check.That("the chair alternates by term, swapped once, and nobody away chairs", Chairs(year));
        yield return Check.That("every meeting has one folder, one event, one agenda and one notes document", OneOfEach(year));
        yield return Check.That("one report-back row per department and meeting", ReportBacks(year));
    }

    /// <summary>Mattias is away until July, so Karin chairs the spring and Mattias the autumn, but for the meeting they swapped.</summary>
    private static IEnumerable<string> Chairs(YearEnd year)
    {
        foreach (var meeting in year.Meetings.OrderBy(m => m.Date("StartsAt")))
        {
            var autumn = meeting.Date("StartsAt") >= MattiasIsBack;
            var swapped = meeting.Title.EndsWith(Surprises.SwappedMeeting.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            var expected = autumn != swapped ? "mattias" : "karin";
            if (meeting.Lookup("Chair") != year.Stage.UserId(expected)) yield return $"{meeting.Title} should be chaired by {expected}";
            if (autumn && meeting.Lookup("NoteTaker") == meeting.Lookup("Chair")) yield return $"{meeting.Title}: chair and note-taker are one";
        }
    }

    private static IEnumerable<string> OneOfEach(YearEnd year)
    {
        foreach (var meeting in year.Held)
        {
            var folders = year.Folders.Where(f => f.Key.EndsWith(meeting.Title, StringComparison.Ordinal) && f.Key.StartsWith("2026", StringComparison.Ordinal)).ToList();
            if (folders.Count != 1) yield return $"{meeting.Title}: {folders.Count} folders";
            foreach (var kind in (string[])["Dagordning ", "Minnesanteckningar "])
            {
                var files = folders.SelectMany(f => f.Value).Count(n => n.StartsWith(kind, StringComparison.Ordinal) && n.EndsWith(".docx", StringComparison.Ordinal));
                if (files != 1) yield return $"{meeting.Title}: {files} × {kind}";
            }

            var day = meeting.Date("StartsAt")!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var events = year.Events.Count(e => e.GetProperty("start").GetProperty("dateTime").GetString()!.StartsWith(day, StringComparison.Ordinal));
            if (events != 1) yield return $"{meeting.Title}: {events} events on {day}";
        }
    }

    private static IEnumerable<string> ReportBacks(YearEnd year)
    {
        foreach (var meeting in year.Held)
        {
            var date = meeting.Date("StartsAt")!.Value;
            var rows = year["ReportBacks"].Where(r => r.Lookup("Meeting") == meeting.Id).GroupBy(r => r.Lookup("Department")).ToDictionary(g => g.Key ?? 0, g => g.Count());
            foreach (var unit in year["Organisation"].Where(o => IsDepartment(o, date) && HasMember(year, o, date)))
                if (rows.GetValueOrDefault(unit.Id) != 1) yield return $"{meeting.Title}, {unit.Title}: {rows.GetValueOrDefault(unit.Id)} rows";
            if (rows.Values.Any(n => n > 1)) yield return $"{meeting.Title}: a department has two rows";
        }
    }

    private static bool IsDepartment(ListRow unit, DateOnly on) => unit.Text("Kind") is "Förvaltning" or "Bolag"
        && (unit.Date("ValidFrom") is not { } from || from <= on) && (unit.Date("ValidTo") is not { } to || on <= to);

    private static bool HasMember(YearEnd year, ListRow unit, DateOnly on) => year["Members"].Any(m => m.Lookup("Department") == unit.Id
        && m.Text("Role") is "Ordinarie" or "Ersättare" && m.Lookup("Department") == unit.Id
        && (m.Date("ActiveFrom") is not { } from || from <= on) && (m.Date("ActiveTo") is not { } to || on <= to));
}
