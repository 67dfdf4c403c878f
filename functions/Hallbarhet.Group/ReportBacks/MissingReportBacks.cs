using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.ReportBacks;

/// <summary>Report-backs that nobody has ticked although the department has had its time.</summary>
public static class MissingReportBacks
{
    /// <summary>Working days after the meeting that a department has.</summary>
    public const int DaysToReport = 10;

    /// <summary>After this many days a reminder helps nobody: the next meeting has taken over.</summary>
    public const int DaysWorthReminding = 60;

    public static IReadOnlyList<MissingReportBack> Of(Snapshot snapshot, DateOnly today)
    {
        var people = new GroupDirectory(snapshot, today);
        var meetings = snapshot.Meetings.Where(m => m is { HasTime: true, Status: MeetingStatus.Held }).ToDictionary(m => m.Id);
        return [.. snapshot.ReportBacks
            .Where(r => r.ReportedOn is null && r.MeetingId is { } id && meetings.ContainsKey(id))
            .Select(r => new MissingReportBack(r, meetings[r.MeetingId!.Value], WhoReports(r, people)))
            .Where(m => MissingFrom(m.Meeting.Date) <= today)
            .Where(m => today.DayNumber - m.Meeting.Date.DayNumber <= DaysWorthReminding)
            .OrderBy(m => m.Meeting.StartsAt)];
    }

    /// <summary>The day after the last one on which a department is in time.</summary>
    public static DateOnly MissingFrom(DateOnly meeting) => SwedishCalendar.AddWorkingDays(meeting, DaysToReport).AddDays(1);

    /// <summary>The person on the row, or, when that person is away or gone, who speaks for the department now.</summary>
    private static Member? WhoReports(ReportBack row, GroupDirectory people) =>
        people.InService.FirstOrDefault(m => row.Person is not null && m.Person == row.Person)
        ?? people.InService
            .Where(m => m.DepartmentId is not null && m.DepartmentId == row.DepartmentId && (m.Role is Role.Regular or Role.Substitute))
            .MinBy(m => m.Role);
}

/// <param name="Who">Null when the department has nobody in service.</param>
public sealed record MissingReportBack(ReportBack Row, Meeting Meeting, Member? Who);
