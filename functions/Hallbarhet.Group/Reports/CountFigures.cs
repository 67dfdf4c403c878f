using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Reports;

/// <summary>The numbers of a report, as <see cref="ReportFigures"/> defines each.</summary>
public static class CountFigures
{
    /// <param name="asOf">The day of compilation.</param>
    public static ReportFigures In(Snapshot snapshot, ReportPeriod period, DateOnly asOf)
    {
        var meetings = HeldMeetings(snapshot, period).Select(m => m.Id).ToHashSet();
        var actions = snapshot.DecisionsActions.Where(d => d.Kind == DecisionActionKind.Action).ToList();
        var reportBacks = snapshot.ReportBacks.Where(r => IsOf(r.MeetingId, meetings)).ToList();
        return new()
        {
            MeetingsHeld = meetings.Count,
            ItemsTreated = snapshot.AgendaItems.Count(i => IsTreated(i) && IsOf(i.MeetingId, meetings)),
            Decisions = snapshot.DecisionsActions.Count(d => d.Kind == DecisionActionKind.Decision && IsOf(d.MeetingId, meetings)),
            ActionsAgreed = actions.Count(a => IsOf(a.MeetingId, meetings)),
            ActionsDone = actions.Count(a => a.DoneOn is { } done && period.Contains(done)),
            ActionsOverdue = actions.Count(a => OverdueActions.IsOverdue(a, asOf)),
            InitiativesOngoing = snapshot.Initiatives.Count(i => i.Status == InitiativeStatus.Ongoing),
            InitiativesDone = snapshot.Initiatives.Count(i => i.Status == InitiativeStatus.Done),
            LearningHeld = snapshot.LearningActivities.Count(l => l.Status == LearningStatus.Held && IsIn(l.HeldAt, period)),
            HorizonItems = snapshot.HorizonItems.Count(h => IsIn(h.Created, period)),
            ReportBacksDone = reportBacks.Count(r => r.ReportedOn is not null),
            ReportBacksExpected = reportBacks.Count,
        };
    }

    /// <summary>Meetings with status Genomfört that started in the period.</summary>
    public static IReadOnlyList<Meeting> HeldMeetings(Snapshot snapshot, ReportPeriod period) =>
        [.. snapshot.Meetings.Where(m => m.Status == MeetingStatus.Held && IsIn(m.StartsAt, period)).OrderBy(m => m.StartsAt)];

    public static bool IsTreated(AgendaItem item) => item is { Standing: false, Status: AgendaItemStatus.Treated };

    private static bool IsOf(int? meeting, HashSet<int> meetings) => meeting is { } id && meetings.Contains(id);

    private static bool IsIn(DateTimeOffset? time, ReportPeriod period) => time is { } at && period.Contains(Stockholm.Date(at));
}
