using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.ReportBacks;

namespace Hallbarhet.Group.MeetingNotes;

/// <summary>M4: one mail for each reader; the top block is what the reader's department should know, written to be forwarded.</summary>
public sealed class AfterMeetingMails(IGroupLists lists, TimeProvider time)
{
    public const GroupList Reads = NotesContents.Reads | GroupList.Initiatives | GroupList.ReportBacks;

    /// <param name="meeting">The meeting, with its folder.</param>
    /// <param name="notes">The published notes.</param>
    /// <param name="snapshot">With what <see cref="Reads"/> names.</param>
    public IReadOnlyList<MailRequest> For(Meeting meeting, Link notes, Snapshot snapshot)
    {
        var people = new GroupDirectory(snapshot, Calendar.Stockholm.Date(time.GetUtcNow()));
        return [.. people.ReadersOf(MailKind.AfterMeeting).Select(reader => new MailRequest
        {
            Key = MailKeys.For(MailKind.AfterMeeting, meeting, reader),
            Kind = MailKind.AfterMeeting,
            MeetingId = meeting.Id,
            To = [reader.Address!],
            Content = Mail(meeting, reader, notes, snapshot, people),
        })];
    }

    private AfterMeetingMail Mail(Meeting meeting, Member reader, Link notes, Snapshot snapshot, GroupDirectory people)
    {
        var row = reader.DepartmentId is null
            ? null
            : snapshot.ReportBacks.FirstOrDefault(r => r.MeetingId == meeting.Id && r.DepartmentId == reader.DepartmentId);
        return new()
        {
            FirstName = reader.FirstName,
            Meeting = meeting.Facts(people),
            Extract = Extract(meeting, reader.DepartmentId, snapshot, people),
            MyActions = MyActions(reader, snapshot, people),
            Notes = notes,
            ReportBackUrl = row is null ? null : lists.FormUrl<ReportBack>(row.Id),
            Next = snapshot.Meetings.Next(time.GetUtcNow())?.Facts(people),
        };
    }

    /// <summary>What names the department or none; everything for a reader without one.</summary>
    public static DepartmentExtract Extract(Meeting meeting, int? departmentId, Snapshot snapshot, GroupDirectory people)
    {
        return new()
        {
            Department = people.UnitName(departmentId),
            Decisions = Lines(isDecision: true),
            Actions = Lines(isDecision: false),
            Treated = [.. AgendaSelection.Sorted(snapshot.AgendaItems
                    .Where(i => !i.Standing && i.MeetingId == meeting.Id && i.Status == AgendaItemStatus.Treated))
                .Select(i => Texts.TitleOr(i.Title))],
            ToSpread = ToSpread(meeting, departmentId, snapshot, people),
        };

        IReadOnlyList<DecisionLine> Lines(bool isDecision) =>
            [.. NotesContents.Rows(meeting, snapshot, isDecision)
                .Where(d => departmentId is null || d.DepartmentIds.Count == 0 || d.DepartmentIds.Contains(departmentId.Value))
                .Select(d => NotesContents.LineOf(d, people))];
    }

    /// <summary>What the other departments have finished since the meeting before.</summary>
    private static IReadOnlyList<string> ToSpread(Meeting meeting, int? departmentId, Snapshot snapshot, GroupDirectory people)
    {
        var last = StatusRound.LastHeld(meeting, snapshot.Meetings);
        return [.. snapshot.Initiatives
            .Where(i => i.Status == InitiativeStatus.Done && (departmentId is null || i.DepartmentId != departmentId))
            .Where(i => last is null || StatusRound.IsSince(i, last))
            .OrderBy(i => i.Title, StringComparer.Ordinal)
            .Select(i => Sentence(i, people))];
    }

    private static string Sentence(Initiative initiative, GroupDirectory people)
    {
        var unit = people.UnitName(initiative.DepartmentId);
        var title = unit is null ? Texts.TitleOr(initiative.Title) : $"{Texts.TitleOr(initiative.Title)} ({unit})";
        return string.IsNullOrWhiteSpace(initiative.Outcome) ? title : $"{title}: {initiative.Outcome.Trim()}";
    }

    private IReadOnlyList<ActionLine> MyActions(Member reader, Snapshot snapshot, GroupDirectory people) => reader.Person is null
        ? []
        : [.. snapshot.DecisionsActions
            .Where(a => a.Kind == DecisionActionKind.Action && (a.Status is null or ActionStatus.Open) && a.Responsible == reader.Person)
            .OrderBy(a => a.DueOn ?? DateOnly.MaxValue).ThenBy(a => a.Id)
            .Select(a => new ActionLine(Texts.TitleOr(a.Title), a.DueOn, a.DueOn < people.Today, lists.FormUrl<DecisionAction>(a.Id)))];
}
