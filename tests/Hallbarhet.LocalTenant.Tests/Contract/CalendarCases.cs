using Microsoft.Graph.Models;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;
using Cancel = Microsoft.Graph.Users.Item.Events.Item.Cancel.CancelPostRequestBody;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class CalendarCases
{
    private const string Box = "/v1.0/users/{mailbox}";
    private const string Events = Box + "/events";
    private const string Event = Events + "/{event}";
    private const string Times = """ "start":{"dateTime":"2026-03-12T09:00:00","timeZone":"Europe/Stockholm"},"end":{"dateTime":"2026-03-12T11:00:00","timeZone":"Europe/Stockholm"} """;

    private static string At(string start, string zone) => $$"""{"start":{"dateTime":"{{start}}","timeZone":"{{zone}}" },"end":{"dateTime":"2026-03-12T11:00:00","timeZone":"UTC"} }""";

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", Events, (g, at) => g.Users[at["mailbox"]].Events.GetAsync(),
            Good("The events of a mailbox, in UTC") with { With = [("made", "{event}")], Facts = [("value/*/start/timeZone", "UTC")] },
            Bad(400, "BadRequest", "A property that an event does not have is selected") with { Findings = ["SELECT_UNKNOWN"], Query = "?$select=colour", With = [("made", "{event}")] },
            Bad(403, "ErrorAccessDenied", "A mailbox other than the one that the runtime identity has") with { With = [("mailbox", "{member}")] }),

        .. Anywhere("POST", Events, (g, at) => g.Users[at["mailbox"]].Events.PostAsync(at.Model<Event>()),
            Good("An event with a transaction id", 201) with { Body = $$"""{"subject":"Kontrakt {n}","transactionId":"kontrakt-{n}",{{Times}} }""", Facts = [("transactionId", "kontrakt-{n}"), ("isOrganizer", "true"), ("iCalUId", "*")] },
            Bad(400, "ErrorInvalidRequest", "No start") with { Findings = ["REQ_REQUIRED"], Body = """{"subject":"Kontrakt {n}"}""" },
            Bad(400, "ErrorInvalidRequest", "A local time with an offset") with { Findings = ["EVENT_RULE"], Body = At("2026-03-12T09:00:00Z", "UTC") },
            Bad(400, "ErrorInvalidRequest", "An end before the start") with { Body = At("2026-03-12T12:00:00", "UTC") },
            Bad(400, "TimeZoneNotSupportedException", "A time zone that does not exist") with { Body = At("2026-03-12T09:00:00", "Trollhättan") },
            Bad(400, "BadRequest", "A property that an event does not have") with { Findings = ["REQ_REQUIRED", "REQ_UNKNOWN_PROP"], Body = """{"colour":"red"}""" }),

        .. On("POST", Events, (g, at) => g.Users[at["mailbox"]].Events.PostAsync(at.Model<Event>()),
            Good("People who are invited by the mailbox", 201) with { Body = $$"""{"subject":"Kontrakt {n}",{{Times}},"attendees":[{"type":"required","emailAddress":{"address":"{other.mail}"} }] }""", Facts = [("attendees/0/status/response", "none")] },
            Good("The first event once more for the same transaction id", 201) with { Body = $$"""{"subject":"{eventOnce.subject}","transactionId":"{eventOnce.transactionId}",{{Times}} }""", Facts = [("id", "{eventOnce}")] }),

        .. Anywhere("GET", Event, (g, at) => g.Users[at["mailbox"]].Events[at["event"]].GetAsync(),
            Good("An event, in UTC") with { Facts = [("start/dateTime", "2026-03-12T08:00:00.0000000"), ("start/timeZone", "UTC"), ("originalStartTimeZone", "Europe/Stockholm")] },
            Good("An event in the time zone that the client prefers") with { Headers = [("Prefer", "outlook.timezone=\"Europe/Stockholm\"")], Facts = [("start/dateTime", "2026-03-12T09:00:00.0000000")] },
            Missing("event", "AAMkFinnsInte", "ErrorItemNotFound", "No such event")),

        .. Anywhere("PATCH", Event, (g, at) => g.Users[at["mailbox"]].Events[at["event"]].PatchAsync(at.Model<Event>()),
            Good("Another subject") with { Body = """{"subject":"Kontrakt ändrad"}""", Facts = [("subject", "Kontrakt ändrad")] },
            Bad(400, "ErrorInvalidRequest", "An end before the start") with { Body = """{"end":{"dateTime":"2026-03-12T07:00:00","timeZone":"Europe/Stockholm"}}""" },
            Missing("event", "AAMkFinnsInte", "ErrorItemNotFound", "No such event") with { Body = """{"subject":"x"}""" }),

        .. Anywhere("DELETE", Event, (g, at) => g.Users[at["mailbox"]].Events[at["event"]].DeleteAsync(),
            Good("An event is gone", 204),
            Missing("event", "AAMkFinnsInte", "ErrorItemNotFound", "No such event")),

        .. On("POST", Event + "/cancel", (g, at) => g.Users[at["mailbox"]].Events[at["event"]].Cancel.PostAsync(at.Model<Cancel>()),
            Good("The organizer cancels", 202) with { Body = """{"comment":"Inställt"}""" },
            Bad(400, "ErrorInvalidRequest", "An attendee cancels") with { As = Who.Member, With = [("mailbox", "{other}"), ("event", "{invitation}")], Body = "{}" },
            Missing("event", "AAMkFinnsInte", "ErrorItemNotFound", "No such event") with { Body = "{}" }),

        .. Answers("accept", (g, at) => g.Users[at["mailbox"]].Events[at["event"]].Accept.PostAsync(at.Model<Microsoft.Graph.Users.Item.Events.Item.Accept.AcceptPostRequestBody>())),
        .. Answers("decline", (g, at) => g.Users[at["mailbox"]].Events[at["event"]].Decline.PostAsync(at.Model<Microsoft.Graph.Users.Item.Events.Item.Decline.DeclinePostRequestBody>())),
        .. Answers("tentativelyAccept", (g, at) => g.Users[at["mailbox"]].Events[at["event"]].TentativelyAccept.PostAsync(at.Model<Microsoft.Graph.Users.Item.Events.Item.TentativelyAccept.TentativelyAcceptPostRequestBody>())),
    ];

    private static IEnumerable<ContractCase> Answers(string verb, SdkCall sdk) => On("POST", $"{Event}/{verb}", sdk,
        Good("An attendee answers", 202) with { As = Who.Member, With = [("mailbox", "{other}"), ("event", "{invitation}")], Body = """{"comment":"Tack","sendResponse":true}""" },
        Bad(400, "ErrorInvalidRequest", "The organizer answers") with { Body = "{}" });
}
