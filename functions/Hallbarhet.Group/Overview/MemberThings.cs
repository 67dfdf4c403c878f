using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Overview;

/// <summary>Who is missing in the group, and what is to be done when somebody joins or leaves.</summary>
internal sealed class MemberThings(Snapshot snapshot, IGroupLists lists, GroupDirectory people)
{
    /// <summary>So long before and after the day a joiner's or leaver's points are shown.</summary>
    private const int DaysShown = 14;

    public IEnumerable<WaitingThing> All() =>
        [.. WithoutMember(), .. MissedTwice(), .. WithoutDepartment(), .. WithoutAccount(), .. Joiners(), .. Leavers()];

    private IEnumerable<WaitingThing> WithoutMember() => people.DepartmentsWithoutMember
        .Select(d => new WaitingThing(
            $"{(d.Kind == OrganisationKind.Company ? "Bolag" : "Förvaltning")} utan deltagare: {d.Title}", lists.FormUrl<OrganisationUnit>(d.Id)));

    private IEnumerable<WaitingThing> MissedTwice() => Attendance.MissedTwice(snapshot, people)
        .Select(d => new WaitingThing($"{d.Title} var inte med på de två senaste mötena", lists.FormUrl<OrganisationUnit>(d.Id)));

    private IEnumerable<WaitingThing> WithoutDepartment() => people.Active
        .Where(m => m.Role is Role.Regular or Role.Substitute && people.UnitName(m.DepartmentId) is null)
        .Select(m => Row($"Deltagare utan förvaltning: {m.ShownName}", m));

    private IEnumerable<WaitingThing> WithoutAccount() => people.Active
        .Where(m => m is { IsParticipant: true, Person: null })
        .Select(m => Row(
            m.Address is null ? $"{m.ShownName} får inga utskick: fyll i Person eller E-post" : $"{m.ShownName} saknar Person: stämmer det?",
            m));

    private IEnumerable<WaitingThing> Joiners() => snapshot.Members
        .Where(m => m.IsParticipant && IsNear(m.ActiveFrom) && m.ActiveFrom > FirstFilled)
        .Select(m => Row($"Börjar {SwedishDates.DayMonth(m.ActiveFrom!.Value)}: {m.ShownName}. Lägg till i gruppen i Microsoft 365.", m));

    private IEnumerable<WaitingThing> Leavers() => snapshot.Members
        .Where(m => m.IsParticipant && IsNear(m.ActiveTo))
        .Select(m => Row(
            $"Slutar {SwedishDates.DayMonth(m.ActiveTo!.Value)}: {m.ShownName}. Ta bort ur gruppen och välj nya ansvariga för det som är öppet.",
            m));

    /// <summary>Those who were there when the list was first filled are no joiners.</summary>
    private DateOnly FirstFilled => snapshot.Members.Min(m => Stockholm.Date(m.Created));

    private bool IsNear(DateOnly? date) => date is { } day && Math.Abs(day.DayNumber - people.Today.DayNumber) <= DaysShown;

    private WaitingThing Row(string text, Member member) => new(text, lists.FormUrl<Member>(member.Id));
}
