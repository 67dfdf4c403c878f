using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Mail;
using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Calendar;

internal static class EventOperations
{
    private const string Listed = "$select,$filter,$top,$orderby,$expand,$count,$skiptoken";

    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/users/{user}/events", Right.CalendarRead, List, Listed),
        new("POST", "/users/{user}/events", Right.Calendar, Create),
        new("GET", "/users/{user}/events/{event}", Right.CalendarRead, Get, "$select,$expand"),
        new("PATCH", "/users/{user}/events/{event}", Right.Calendar, Update),
        new("DELETE", "/users/{user}/events/{event}", Right.Calendar, Delete),
        new("POST", "/users/{user}/events/{event}/cancel", Right.Calendar, Cancel),
        new("POST", "/users/{user}/events/{event}/accept", Right.Calendar, c => Respond(c, "accepted")),
        new("POST", "/users/{user}/events/{event}/decline", Right.Calendar, c => Respond(c, "declined")),
        new("POST", "/users/{user}/events/{event}/tentativelyAccept", Right.Calendar, c => Respond(c, "tentativelyAccepted")),
    ];

    private static Mailbox Mailbox(Call call) => call.Tenant.Mailboxes.Get(call);

    private static CalendarEvent Find(Call call) => call.Tenant.Events.Get(Mailbox(call), call["event"]);

    private static Reply Answer(Call call, CalendarEvent item, int status = 200) =>
        call.One(EventJson.Shown(call, item), $"users('{item.Owner.Id}')/events/$entity", status);

    private static Reply Get(Call call) => Answer(call, Find(call));

    private static Reply List(Call call)
    {
        var mailbox = Mailbox(call);
        return Listing.Answer(call, call.Tenant.Events.Of(mailbox), $"users('{mailbox.Owner.Id}')/events", Row,
            e => EventJson.Shown(call, e), 10, withContains: true);
    }

    /// <summary>With start and end in UTC, which is what a filter on start/dateTime means.</summary>
    private static IRow Row(CalendarEvent item)
    {
        var json = new JsonObject();
        foreach (var (name, value) in item.Json)
            if (name is not ("body" or "attendees" or "start" or "end")) json[name] = value?.DeepClone();
        foreach (var name in (string[])["start", "end"])
            json[name] = J.Obj(("dateTime",
                EventJson.Utc(item.Json, name).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture)));
        return ExtendedProperties.Row(json, item.ExtendedProperties);
    }

    private static Reply Create(Call call)
    {
        var mailbox = Mailbox(call);
        var body = call.Json(EventJson.Writable);
        if (call.Tenant.Events.ByTransaction(mailbox, body.Text("transactionId")) is { } first) return Answer(call, first, 201);
        var item = call.Tenant.Events.Add(mailbox.Owner, EventJson.New(call.Tenant, mailbox));
        try
        {
            EventJson.Apply(call.Tenant, item, body);
        }
        catch (GraphError)
        {
            call.Tenant.Events.Remove(item);
            throw;
        }
        Invitations.Send(call.Tenant, item, "invitation", [.. item.Attendees.Select(CalendarEvent.Address)]);
        return Answer(call, item, 201);
    }

    private static Reply Update(Call call)
    {
        var item = Find(call);
        var body = call.Json(EventJson.Writable);
        var before = item.Attendees.Select(CalendarEvent.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        EventJson.Apply(call.Tenant, item, body);
        if (item.IsOrganizer) Invitations.Changed(call.Tenant, item, before, body);
        return Answer(call, item);
    }

    private static Reply Delete(Call call)
    {
        var item = Find(call);
        if (item.IsOrganizer) Invitations.Cancelled(call.Tenant, item);
        call.Tenant.Events.Remove(item);
        return Reply.Empty(204);
    }

    private static Reply Cancel(Call call)
    {
        var item = Find(call);
        if (call.HasBody) _ = call.Json("comment", "Comment");
        if (!item.IsOrganizer) throw new GraphError(400, "ErrorInvalidRequest", "You need to be an organizer to cancel a meeting.");
        Invitations.Cancelled(call.Tenant, item);
        call.Tenant.Events.Remove(item);
        return Reply.Empty(202);
    }

    private static Reply Respond(Call call, string response)
    {
        var item = Find(call);
        var body = call.HasBody ? call.Json("comment", "sendResponse", "Comment", "SendResponse") : [];
        var tells = (body.Flag("sendResponse") ?? body.Flag("SendResponse")) != false;
        if (item.IsOrganizer)
            throw new GraphError(400, "ErrorInvalidRequest",
                "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.");
        var mail = item.Owner.Mail!;
        item.Json["responseStatus"] = EventJson.Status(response, call.Tenant.NowText);
        foreach (var meeting in (CalendarEvent?[])[item, tells ? call.Tenant.Events.Organizers(item) : null])
            foreach (var attendee in meeting?.Attendees.Where(a => CalendarEvent.Is(a, mail)) ?? [])
                attendee["status"] = EventJson.Status(response, call.Tenant.NowText);
        if (response == "declined") call.Tenant.Events.Remove(item);
        return Reply.Empty(202);
    }
}
