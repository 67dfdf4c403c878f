using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.ReportBacks;

/// <summary>After a meeting each department and company with a member gets one row to tick.</summary>
public static class ReportBackRows
{
    public static string Key(Meeting meeting, OrganisationUnit unit) => $"reportback/{meeting.Id}/{unit.Id}";

    /// <param name="meeting">A meeting that has been held.</param>
    /// <param name="snapshot">With Members and Organisation; departments and members count as they were on the meeting's day.</param>
    /// <param name="today">Who is asked must be in service now.</param>
    public static IReadOnlyList<ReportBack> For(Meeting meeting, Snapshot snapshot, DateOnly today)
    {
        var then = new GroupDirectory(snapshot, meeting.Date);
        var without = then.DepartmentsWithoutMember.Select(d => d.Id).ToHashSet();
        return [.. then.Departments.Where(d => !without.Contains(d.Id)).Select(unit => new ReportBack
        {
            Title = Texts.OneLine($"Återrapportering {SwedishDates.DayMonth(meeting.Date)}: {unit.Title}", Texts.TitleLength),
            SourceKey = Key(meeting, unit),
            MeetingId = meeting.Id,
            DepartmentId = unit.Id,
            Person = PersonOf(unit, snapshot.Members, today),
        })];
    }

    /// <summary>The regular member, else the substitute; null when neither is in service.</summary>
    private static PersonId? PersonOf(OrganisationUnit unit, IReadOnlyList<Member> members, DateOnly today) =>
        members.Where(m => m.DepartmentId == unit.Id && m.IsInService(today) && m.Role is Role.Regular or Role.Substitute && m.Person is not null)
            .OrderBy(m => m.Role).ThenBy(m => m.Id)
            .Select(m => m.Person).FirstOrDefault();
}
