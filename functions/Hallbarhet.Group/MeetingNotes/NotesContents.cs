using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.MeetingNotes;

/// <summary>What the notes of a meeting stand on: its agenda, the late items, and the decisions and actions in the list.</summary>
public static class NotesContents
{
    /// <summary>What a snapshot must hold.</summary>
    public const GroupList Reads = GroupList.Meetings | GroupList.AgendaItems | GroupList.DecisionsActions | GroupList.Members
        | GroupList.Organisation | GroupList.Goals;

    public static NotesDocument Of(Meeting meeting, Snapshot snapshot, GroupSettings settings, DateTimeOffset now)
    {
        var people = new GroupDirectory(snapshot, meeting.Date);
        var late = AgendaSelection.Sorted(snapshot.AgendaItems.Where(i => IsLate(i, meeting)));
        var onAgenda = AgendaSelection.Sorted(snapshot.AgendaItems.Where(i => IsOf(meeting, i) && !late.Contains(i)));
        var points = AgendaPoints.Of([.. AgendaSelection.Standing(snapshot.AgendaItems), .. onAgenda], snapshot, people);
        return new()
        {
            GroupName = settings.GroupName,
            Meeting = meeting.Facts(people),
            Present = [.. meeting.Present.Select(p => WithDepartment(p, people)).OfType<string>()],
            Guests = string.IsNullOrWhiteSpace(meeting.Guests) ? null : meeting.Guests.Trim(),
            Points = points,
            OtherQuestions = AgendaPoints.Of(late, snapshot, people, points.Count + 1),
            Decisions = Lines(meeting, snapshot, people, isDecision: true),
            Actions = Lines(meeting, snapshot, people, isDecision: false),
            Next = snapshot.Meetings.Next(now)?.Facts(people),
        };
    }

    /// <summary>Came after the agenda was approved, for this very meeting: raised under "övriga frågor".</summary>
    public static bool IsLate(AgendaItem item, Meeting meeting) =>
        !item.Standing && item.MeetingId == meeting.Id
        && (item.Status is null or AgendaItemStatus.Proposed || (IsOf(meeting, item) && Approval.Parse(meeting.AgendaApproval) is { } a && item.Created > a.At));

    public static bool IsDecision(DecisionAction row) => row.Kind == DecisionActionKind.Decision;

    /// <summary>Decisions or actions of a meeting; a row without a kind counts as an action, so that it is not lost.</summary>
    public static IReadOnlyList<DecisionAction> Rows(Meeting meeting, Snapshot snapshot, bool isDecision) =>
        [.. snapshot.DecisionsActions
            .Where(d => d.MeetingId == meeting.Id && d.Status != ActionStatus.Dropped && IsDecision(d) == isDecision)
            .OrderBy(d => d.Created).ThenBy(d => d.Id)];

    public static DecisionLine LineOf(DecisionAction row, GroupDirectory people) => new()
    {
        Title = Texts.TitleOr(row.Title),
        Details = string.IsNullOrWhiteSpace(row.Details) ? null : row.Details.Trim(),
        Responsible = people.NameOf(row.Responsible),
        DueOn = row.DueOn,
        Departments = [.. row.DepartmentIds.Select(id => people.UnitName(id)).OfType<string>()],
    };

    private static IReadOnlyList<DecisionLine> Lines(Meeting meeting, Snapshot snapshot, GroupDirectory people, bool isDecision) =>
        [.. Rows(meeting, snapshot, isDecision).Select(d => LineOf(d, people))];

    /// <summary>Stood on the agenda; the chair may have marked it as treated or carried over while the meeting went on.</summary>
    private static bool IsOf(Meeting meeting, AgendaItem item) =>
        !item.Standing && item.MeetingId == meeting.Id
        && item.Status is AgendaItemStatus.OnAgenda or AgendaItemStatus.Treated or AgendaItemStatus.Carried;

    private static string? WithDepartment(PersonId person, GroupDirectory people)
    {
        if (people.Of(person) is not { } member) return null;
        return people.UnitName(member.DepartmentId) is { } unit ? $"{member.ShownName}, {unit}" : member.ShownName;
    }
}
