using Hallbarhet.LocalTenant.Mail;

namespace Hallbarhet.LocalTenant.Calendar;

/// <summary>What Exchange mails around meetings, and the copies in the attendees' calendars.</summary>
internal static class Invitations
{
    /// <summary>Only attendees changed: only they hear of it. Anything else that people see goes to everybody.</summary>
    public static void Changed(TenantState tenant, CalendarEvent meeting, HashSet<string> before, JsonObject body)
    {
        var after = meeting.Attendees.Select(CalendarEvent.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (body.ContainsKey("attendees"))
        {
            Send(tenant, meeting, "invitation", [.. after.Except(before, StringComparer.OrdinalIgnoreCase)]);
            Withdraw(tenant, meeting, [.. before.Except(after, StringComparer.OrdinalIgnoreCase)]);
        }
        if (body.ContainsKey("start") || body.ContainsKey("end")) ForgetAnswers(tenant, meeting);
        var kept = before.Intersect(after, StringComparer.OrdinalIgnoreCase).ToArray();
        if (body.Any(m => m.Key is "subject" or "body" or "start" or "end" or "location" or "isAllDay"))
            Send(tenant, meeting, "update", kept);
        else foreach (var copy in tenant.Events.Copies(meeting)) Refresh(meeting, copy);
    }

    /// <summary>An answer was to another time.</summary>
    private static void ForgetAnswers(TenantState tenant, CalendarEvent meeting)
    {
        foreach (var attendee in meeting.Attendees) attendee["status"] = EventJson.Status("none", null);
        foreach (var copy in tenant.Events.Copies(meeting)) copy.Json["responseStatus"] = EventJson.Status("notResponded", null);
    }

    public static void Cancelled(TenantState tenant, CalendarEvent meeting) =>
        Withdraw(tenant, meeting, [.. meeting.Attendees.Select(CalendarEvent.Address)]);

    public static void Send(TenantState tenant, CalendarEvent meeting, string kind, string[] addresses)
    {
        if (addresses.Length == 0) return;
        tenant.Deliveries.Add(new(kind, meeting.Owner.Mail!, addresses, meeting.Subject));
        foreach (var address in addresses)
            if (tenant.Mailboxes.ByAddress(address) is { } mailbox && mailbox.Owner != meeting.Owner)
                Refresh(meeting, Copy(tenant, meeting, mailbox));
    }

    private static CalendarEvent Copy(TenantState tenant, CalendarEvent meeting, Mailbox mailbox)
    {
        if (tenant.Events.Copies(meeting).FirstOrDefault(c => c.Owner == mailbox.Owner) is { } known) return known;
        var json = meeting.Json.Copy();
        json["isOrganizer"] = false;
        json["transactionId"] = null;
        json["responseStatus"] = EventJson.Status("notResponded", null);
        return tenant.Events.Add(mailbox.Owner, json);
    }

    private static void Refresh(CalendarEvent meeting, CalendarEvent copy)
    {
        foreach (var name in (string[])["subject", "body", "bodyPreview", "start", "end", "location", "locations", "isAllDay", "attendees"])
            copy.Json[name] = meeting.Json[name]?.DeepClone();
    }

    private static void Withdraw(TenantState tenant, CalendarEvent meeting, string[] addresses)
    {
        if (addresses.Length == 0) return;
        tenant.Deliveries.Add(new("cancellation", meeting.Owner.Mail!, addresses, meeting.Subject));
        foreach (var copy in tenant.Events.Copies(meeting).Where(c => addresses.Contains(c.Owner.Mail, StringComparer.OrdinalIgnoreCase)))
            copy.Json["isCancelled"] = true;
    }
}
