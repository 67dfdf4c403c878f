using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Group.Agenda;

/// <summary>An item that its meeting did not come to waits for the next one, and its carryings are counted.</summary>
public static class CarriedItems
{
    /// <summary>Still on the agenda when the notes go out, or marked by the chair as carried over.</summary>
    public static bool IsLeftFrom(Meeting meeting, AgendaItem item) =>
        !item.Standing && item.MeetingId == meeting.Id && (item.Status is AgendaItemStatus.OnAgenda or AgendaItemStatus.Carried);

    public static AgendaItem ToTheNext(AgendaItem item) => item with
    {
        Status = AgendaItemStatus.Carried,
        MeetingId = null,
        CarriedCount = (item.CarriedCount ?? 0) + 1,
    };
}
