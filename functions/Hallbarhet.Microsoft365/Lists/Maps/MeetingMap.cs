using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Meetings;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class MeetingMap
{
    public static RowMap<Meeting> Map { get; } = new RowMap<Meeting>(GroupList.Meetings, "Meetings", Read)
        .Titled()
        .Keyed()
        .Messaged()
        .Instant("StartsAt", r => r.StartsAt)
        .Instant("EndsAt", r => r.EndsAt)
        .Text("Place", r => r.Place)
        .Person("Chair", r => r.Chair)
        .Person("NoteTaker", r => r.NoteTaker)
        .Day("ItemsDue", r => r.ItemsDue)
        .Day("AgendaOn", r => r.AgendaOn)
        .Choice("MeetingStatus", r => r.Status)
        .Choice("AgendaStatus", r => r.AgendaStatus)
        .Choice("NotesStatus", r => r.NotesStatus)
        .Note("Greeting", r => r.Greeting)
        .Persons("Present", r => r.Present)
        .Text("Guests", r => r.Guests)
        .Note("DateReason", r => r.DateReason)
        .Text("FolderUrl", r => r.FolderUrl)
        .Text("EventId", r => r.EventId)
        .Text("InvitedAs", r => r.InvitedAs)
        .Text("AgendaApproval", r => r.AgendaApproval)
        .Text("NotesApproval", r => r.NotesApproval)
        .Text("DraftPrint", r => r.DraftPrint)
        .Note("NotesDraftUrl", r => r.NotesDraftUrl);

    private static Meeting Read(Fields f) => new()
    {
        StartsAt = f.Instant("StartsAt"),
        EndsAt = f.Instant("EndsAt"),
        Place = f.Text("Place"),
        Chair = f.Person("Chair"),
        NoteTaker = f.Person("NoteTaker"),
        ItemsDue = f.Day("ItemsDue"),
        AgendaOn = f.Day("AgendaOn"),
        Status = f.Choice<MeetingStatus>("MeetingStatus"),
        AgendaStatus = f.Choice<DocumentStatus>("AgendaStatus"),
        NotesStatus = f.Choice<DocumentStatus>("NotesStatus"),
        Greeting = f.Text("Greeting"),
        Present = f.Persons("Present"),
        Guests = f.Text("Guests"),
        DateReason = f.Text("DateReason"),
        FolderUrl = f.Text("FolderUrl"),
        EventId = f.Text("EventId"),
        InvitedAs = f.Text("InvitedAs"),
        AgendaApproval = f.Text("AgendaApproval"),
        NotesApproval = f.Text("NotesApproval"),
        DraftPrint = f.Text("DraftPrint"),
        NotesDraftUrl = f.Text("NotesDraftUrl"),
    };
}
