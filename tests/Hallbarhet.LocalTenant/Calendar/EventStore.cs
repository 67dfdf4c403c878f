using Hallbarhet.LocalTenant.Directory;
using Hallbarhet.LocalTenant.Mail;

namespace Hallbarhet.LocalTenant.Calendar;

/// <summary>One event in one person's calendar; the copies of a meeting share the iCalUId.</summary>
internal sealed class CalendarEvent
{
    public required string Id { get; init; }

    public required UserAccount Owner { get; init; }

    /// <summary>Start and end are kept in the zone they were given in.</summary>
    public required JsonObject Json { get; init; }

    public Dictionary<string, string> ExtendedProperties { get; } = new(StringComparer.OrdinalIgnoreCase);

    public int Version { get; set; }

    public string Uid => Json.Text("iCalUId")!;

    public bool IsOrganizer => Json.Flag("isOrganizer") == true;

    public string Subject => Json.Text("subject") ?? "";

    public IEnumerable<JsonObject> Attendees => Json.Objects("attendees");

    public static string Address(JsonObject attendee) => attendee.Inner("emailAddress")?.Text("address") ?? "";

    public static bool Is(JsonObject attendee, string address) => Address(attendee).Equals(address, StringComparison.OrdinalIgnoreCase);
}

internal sealed class EventStore(TenantState tenant)
{
    private readonly Dictionary<string, CalendarEvent> byId = [];
    private readonly List<CalendarEvent> all = [];

    public CalendarEvent Get(Mailbox mailbox, string id) => byId.TryGetValue(id, out var found) && found.Owner == mailbox.Owner ? found
        : throw new GraphError(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    public IEnumerable<CalendarEvent> Of(Mailbox mailbox) => all.Where(e => e.Owner == mailbox.Owner);

    public CalendarEvent? ByTransaction(Mailbox mailbox, string? transactionId) =>
        transactionId is null ? null : Of(mailbox).FirstOrDefault(e => e.Json.Text("transactionId") == transactionId);

    public CalendarEvent Add(UserAccount owner, JsonObject json)
    {
        var item = new CalendarEvent { Id = tenant.Mailboxes.NewId("AAMkEv"), Owner = owner, Json = json };
        byId[item.Id] = item;
        all.Add(item);
        return item;
    }

    public void Remove(CalendarEvent item)
    {
        _ = byId.Remove(item.Id);
        _ = all.Remove(item);
    }

    /// <summary>The copies of a meeting in the attendees' calendars.</summary>
    public IEnumerable<CalendarEvent> Copies(CalendarEvent meeting) => all.Where(e => e.Uid == meeting.Uid && e != meeting).ToList();

    public CalendarEvent? Organizers(CalendarEvent copy) => all.Find(e => e.Uid == copy.Uid && e.IsOrganizer);
}
