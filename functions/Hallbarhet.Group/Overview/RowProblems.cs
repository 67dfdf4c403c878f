using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Group.Reports;

namespace Hallbarhet.Group.Overview;

/// <summary>How many rows of each list have something to mend in Att göra.</summary>
internal sealed class RowProblems(Snapshot snapshot, IGroupLists lists)
{
    public IEnumerable<WaitingThing> All() => new[]
    {
        // A meeting's message mostly informs about approvals and answers; its drafts have a heading of their own.
        Of([.. snapshot.Meetings.Where(m => !m.HasTime || ParkedRow.IsParked(m.SystemMessage))], "Möten"),
        Of(snapshot.AgendaItems, "Dagordningspunkter"),
        Of(snapshot.Initiatives, "Arbetsinsatser"),
        Of(snapshot.DecisionsActions, "Beslut och åtgärder"),
        Of(snapshot.HorizonItems, "Omvärldsbevakning"),
        Of(snapshot.LearningActivities, "Kompetensutveckling"),
        Of(snapshot.CommunicationItems, "Extern information"),
        Of(snapshot.ReportBacks, "Återrapportering"),
        Of(snapshot.Members, "Deltagare"),
        Of([.. snapshot.Reports.Where(r => ParkedRow.IsParked(r.Check)).Select(r => r with { SystemMessage = r.Check })], "Rapportering"),
    }.OfType<WaitingThing>();

    private WaitingThing? Of<T>(IReadOnlyList<T> rows, string list) where T : Row
    {
        var count = rows.Count(r => !string.IsNullOrEmpty(r.SystemMessage));
        return count == 0 ? null : new($"{list}: {count} {(count == 1 ? "rad" : "rader")} där något står under Att göra", lists.ListUrl<T>());
    }
}
