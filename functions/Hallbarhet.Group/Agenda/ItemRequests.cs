using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Agenda;

/// <summary>Keeps proposed items from getting lost: one without a title is told so, one whose meeting is gone waits for the next.</summary>
internal sealed class ItemRequests(IGroupLists lists)
{
    public const string TitleMissing = "Skriv en rubrik, så att punkten går att känna igen på dagordningen.";

    public IEnumerable<DueWork> Find(Snapshot snapshot) =>
        from item in snapshot.AgendaItems
        let after = Mended(item, snapshot)
        where after != item
        select new DueWork(item.Name, ct => lists.UpdateAsync(item, after, ct)) { About = item };

    private static AgendaItem Mended(AgendaItem item, Snapshot snapshot) => WithMessage(item.Standing ? item : Returned(item, snapshot));

    private static AgendaItem WithMessage(AgendaItem item)
    {
        if (!string.IsNullOrWhiteSpace(item.Title)) return item.SystemMessage == TitleMissing ? item with { SystemMessage = null } : item;
        return string.IsNullOrEmpty(item.SystemMessage) ? item with { SystemMessage = TitleMissing } : item;
    }

    /// <summary>Only an item that stood on the agenda counts as carried over.</summary>
    private static AgendaItem Returned(AgendaItem item, Snapshot snapshot)
    {
        if (item.MeetingId is not { } id || !IsClosed(snapshot.Meetings.FirstOrDefault(m => m.Id == id))) return item;
        return item.Status switch
        {
            AgendaItemStatus.OnAgenda => CarriedItems.ToTheNext(item),
            AgendaItemStatus.Carried => item with { MeetingId = null, CarriedCount = Math.Max(item.CarriedCount ?? 0, 1) },
            null or AgendaItemStatus.Proposed => item with { MeetingId = null },
            _ => item,
        };
    }

    /// <summary>Nothing more will be said at it: cancelled, removed, or its notes are out.</summary>
    private static bool IsClosed(Meeting? meeting) =>
        meeting is null or { Status: MeetingStatus.Cancelled } or { NotesStatus: DocumentStatus.Sent };
}
