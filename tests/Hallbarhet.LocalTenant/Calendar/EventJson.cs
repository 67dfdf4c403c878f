using Hallbarhet.LocalTenant.Mail;
using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Calendar;

internal static class EventJson
{
    public static readonly string[] Writable =
        ["subject", "body", "start", "end", "location", "locations", "attendees", "isAllDay", "transactionId", "showAs",
        "isReminderOn", "reminderMinutesBeforeStart", "categories", "responseRequested", "allowNewTimeProposals", "importance",
        "sensitivity",
        "hideAttendees", "isOnlineMeeting", "singleValueExtendedProperties"];

    public static JsonObject New(TenantState tenant, Mailbox organizer)
    {
        var uid = "040000008200E00074C5B7101A82E008" + tenant.Ids.Guid().ToString("N").ToUpperInvariant();
        return J.Obj(
            ("createdDateTime", tenant.NowText), ("lastModifiedDateTime", tenant.NowText), ("changeKey", Key(0)),
            ("categories", new JsonArray()),
            ("transactionId", null), ("originalStartTimeZone", "UTC"), ("originalEndTimeZone", "UTC"), ("iCalUId", uid),
            ("reminderMinutesBeforeStart", 15), ("isReminderOn", true), ("hasAttachments", false), ("subject", ""), ("bodyPreview", ""),
            ("importance", "normal"), ("sensitivity", "normal"), ("isAllDay", false), ("isCancelled", false), ("isOrganizer", true),
            ("responseRequested", true), ("seriesMasterId", null), ("showAs", "busy"), ("type", "singleInstance"),
            ("webLink", $"{tenant.Address}/calendar/{uid}"), ("onlineMeetingUrl", null), ("isOnlineMeeting", false),
            ("allowNewTimeProposals", true),
            ("hideAttendees", false), ("recurrence", null), ("responseStatus", Status("organizer", null)),
            ("body", J.Obj(("contentType", "html"), ("content", ""))), ("start", null), ("end", null),
            ("location", J.Obj(("displayName", ""), ("locationType", "default"))), ("locations", new JsonArray()),
            ("attendees", new JsonArray()),
            ("organizer", MessageJson.Recipient(organizer)));
    }

    public static JsonObject Status(string response, string? at) => J.Obj(("response", response), ("time", at ?? "0001-01-01T00:00:00Z"));

    public static void Apply(TenantState tenant, CalendarEvent item, JsonObject body)
    {
        foreach (var (name, value) in body)
        {
            if (name is "start" or "end") Time(item.Json, name, body.Inner(name) ?? throw Bad($"'{name}' is empty."));
            else if (name == "attendees") item.Json[name] = J.Array(body.Objects(name).Select(a => (JsonNode)Attendee(tenant, item, a)));
            else if (name == "body") Body(item.Json, body.Inner(name)!);
            else if (name is not ("singleValueExtendedProperties" or "@odata.type")) item.Json[name] = value?.DeepClone();
        }
        if (body.ContainsKey("location")) item.Json["locations"] = new JsonArray(item.Json["location"]?.DeepClone());
        ExtendedProperties.Apply(item.ExtendedProperties, body);
        item.Json["lastModifiedDateTime"] = tenant.NowText;
        item.Json["changeKey"] = Key(++item.Version);
        if (Utc(item.Json, "end") < Utc(item.Json, "start")) throw Bad("The end of the event is before its start.");
    }

    public static JsonObject Shown(Call call, CalendarEvent item)
    {
        var all = item.Json.Copy();
        all.Insert(0, "id", item.Id);
        all.Insert(0, "@odata.etag", $"W/\"{item.Json.Text("changeKey")}\"");
        if (!call.IsWrite) InPreferredZone(call, all);
        var shown = call.IsWrite ? all : Listing.Select(call, all, "event");
        var expand = Expand.Parse(call.Query["$expand"], "singleValueExtendedProperties");
        if (expand.TryGetValue("singleValueExtendedProperties", out var options))
            ExtendedProperties.Show(shown, item.ExtendedProperties, options);
        return shown;
    }

    public static DateTimeOffset Utc(JsonObject item, string name)
    {
        var time = item.Inner(name) ?? throw Bad($"The event needs '{name}'.");
        var local = DateTime.Parse(time.Text("dateTime")!, CultureInfo.InvariantCulture);
        return new(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone(time.Text("timeZone")!)),
            TimeSpan.Zero);
    }

    /// <summary>UTC unless the client prefers a time zone.</summary>
    private static void InPreferredZone(Call call, JsonObject shown)
    {
        var prefer = call.Header("Prefer") ?? "";
        var at = prefer.IndexOf("outlook.timezone=\"", StringComparison.OrdinalIgnoreCase);
        var zone = at < 0 ? "UTC" : prefer[(at + 18)..].Split('"')[0];
        foreach (var name in (string[])["start", "end"])
            shown[name] = Zoned(TimeZoneInfo.ConvertTime(Utc(shown, name), Zone(zone)).DateTime, zone);
    }

    private static JsonObject Zoned(DateTime local, string zone) =>
        J.Obj(("dateTime", local.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture)), ("timeZone", zone));

    private static void Time(JsonObject item, string name, JsonObject given)
    {
        var (text, zone) = (given.Text("dateTime") ?? "", given.Text("timeZone") ?? throw Bad($"{name}.timeZone is missing."));
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || text.EndsWith('Z'))
            throw Bad($"{name}.dateTime '{text}' must be a local time without an offset.");
        _ = Zone(zone);
        item[name] = Zoned(local, zone);
        item[name == "start" ? "originalStartTimeZone" : "originalEndTimeZone"] = zone;
    }

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : throw new GraphError(400, "TimeZoneNotSupportedException",
            $"A valid TimeZone value must be specified. The following TimeZone value is not supported: '{name}'.");

    private static void Body(JsonObject item, JsonObject given)
    {
        var type = string.Equals(given.Text("contentType"), "html", StringComparison.OrdinalIgnoreCase) ? "html" : "text";
        var content = given.Text("content") ?? "";
        item["body"] = J.Obj(("contentType", type), ("content", content));
        var preview = type == "html" ? MessageJson.ToText(content) : content;
        item["bodyPreview"] = preview.Length > 255 ? preview[..255] : preview;
    }

    private static JsonObject Attendee(TenantState tenant, CalendarEvent item, JsonObject given)
    {
        var address = CalendarEvent.Address(given);
        if (address.Length == 0) throw Bad("An attendee needs an address.");
        var before = item.Attendees.FirstOrDefault(a => CalendarEvent.Address(a).Equals(address, StringComparison.OrdinalIgnoreCase));
        var name = given.Inner("emailAddress")!.Text("name") ?? tenant.Users.ByMail(address)?.DisplayName ?? address;
        return J.Obj(("type", given.Text("type") ?? "required"), ("status", before?["status"]?.DeepClone() ?? Status("none", null)),
            ("emailAddress", J.Obj(("name", name), ("address", address))));
    }

    private static string Key(int version) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"event{version:d7}"));

    private static GraphError Bad(string message) => new(400, "ErrorInvalidRequest", message);
}
