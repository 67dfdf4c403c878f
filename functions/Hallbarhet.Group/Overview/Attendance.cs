using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Overview;

/// <summary>Departments that were not at the last two meetings. About departments, never about persons.</summary>
public static class Attendance
{
    public static IReadOnlyList<OrganisationUnit> MissedTwice(Snapshot snapshot, GroupDirectory people)
    {
        // Without any mark nobody has filled in who was there; that says nothing about the departments.
        var last = snapshot.Meetings
            .Where(m => m is { HasTime: true, Status: MeetingStatus.Held } && m.Present.Count > 0)
            .OrderByDescending(m => m.StartsAt)
            .Take(2)
            .ToList();
        return last.Count < 2
            ? []
            : [.. people.Departments.Where(d => last.TrueForAll(m => d.IsValid(m.Date) && HadMember(d, m) && !WasThere(d, m)))];

        // Somebody without an account here cannot be marked as present.
        bool HadMember(OrganisationUnit unit, Meeting meeting) =>
            snapshot.Members.Any(m => m.DepartmentId == unit.Id && m.IsParticipant && m.Person is not null && m.IsActive(meeting.Date));

        bool WasThere(OrganisationUnit unit, Meeting meeting) =>
            snapshot.Members.Any(m => m.DepartmentId == unit.Id && m.Person is { } person && meeting.Present.Contains(person));
    }
}
