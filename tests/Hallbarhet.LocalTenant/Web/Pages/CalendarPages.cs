using Hallbarhet.LocalTenant.Calendar;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>A person's calendar as an agenda, with the answers of those invited; one's own invitations can be answered.</summary>
internal static class CalendarPages
{
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["accepted"] = "kommer",
        ["declined"] = "kommer inte",
        ["tentativelyAccepted"] = "kanske",
        ["organizer"] = "organisatör",
    };

    private static readonly (string Action, string Title)[] Choices = [("accept", "Acceptera"), ("tentativelyAccept", "Kanske"), ("decline", "Avböj")];

    public static Reply Get(Visit visit, string[] rest)
    {
        if (rest is not [var address]) throw WebSite.NotFound();
        MailPages.Demand(visit, address);
        return Show(visit, address, null, 200);
    }

    /// <summary>The address that an event carries as its webLink: leads to the looker's own copy, or the organizer's.</summary>
    public static Reply Find(Visit visit, string uid)
    {
        var copies = visit.Tenant.Users.All.Where(u => u.Mail is not null).SelectMany(u => visit.Tenant.Events.Of(visit.Tenant.Mailboxes.ByAddress(u.Mail!)!))
            .Where(e => e.Uid == uid).OrderByDescending(e => e.Owner.Id == visit.Person.UserId).ThenByDescending(e => e.IsOrganizer);
        return copies.FirstOrDefault() is { } copy ? Reply.Redirect($"/kalender/{copy.Owner.Mail}#{Anchor(copy)}") : throw WebSite.NotFound();
    }

    public static async Task<Reply> AnswerAsync(Visit visit, string address, string id)
    {
        var action = Choices.FirstOrDefault(c => c.Action == visit.Posted("svar")).Action ?? throw WebSite.NotFound();
        var reply = await visit.GraphAsync("POST", $"/v1.0/users/{Uri.EscapeDataString(address)}/events/{id}/{action}", J.Obj(("sendResponse", true)));
        if (reply.Status == 202) return WebSite.SeeOther($"/kalender/{address}");
        lock (visit.Tenant.Gate)
        {
            MailPages.Demand(visit, address);
            return Show(visit, address, Words.Refusal(reply.Status, null), reply.Status);
        }
    }

    private static Reply Show(Visit visit, string address, string? problem, int status)
    {
        var box = visit.Tenant.Mailboxes.ByAddress(address) ?? throw WebSite.NotFound();
        var events = visit.Tenant.Events.Of(box).OrderBy(e => EventJson.Utc(e.Json, "start")).ToList();
        var next = events.Where(e => EventJson.Utc(e.Json, "end") >= visit.Tenant.Now).ToList();
        var past = events.Where(e => EventJson.Utc(e.Json, "end") < visit.Tenant.Now).Reverse().ToList();
        return Layout.Show(visit, new($"Kalender för {box.Owner.DisplayName}", H($"""
            <h1>{box.Owner.DisplayName}</h1>
            <p class="lead">{address}</p>
            {MailPages.Tabs(address, "kalender")}
            {Layout.Alert(problem)}
            {(next.Count == 0 ? H($"""<p class="empty">Inget är inbokat.</p>""") : Months(visit, next))}
            {(past.Count == 0 ? None : H($"""<details class="past"><summary>Tidigare ({past.Count})</summary>{Months(visit, past)}</details>"""))}
            """))
        { Status = status });
    }

    private static Html Months(Visit visit, List<CalendarEvent> events) => All(events.GroupBy(e => Words.Month(EventJson.Utc(e.Json, "start")))
        .Select(m => H($"""<h2>{m.Key}</h2>{m.Select(e => Event(visit, e))}""")));

    private static Html Event(Visit visit, CalendarEvent item)
    {
        var (start, end) = (EventJson.Utc(item.Json, "start"), EventJson.Utc(item.Json, "end"));
        var place = item.Json.Inner("location")?.Text("displayName") ?? "";
        var cancelled = item.Json.Flag("isCancelled") == true ? H($""" <span class="tag">Inställt</span>""") : None;
        return H($"""
            <article class="event" id="{Anchor(item)}">
            <h3>{item.Subject}{cancelled}</h3>
            <p>{Words.Capital(Words.LongDay(start))} kl. {Words.Hour(start)}–{Words.Hour(end)}{(place.Length > 0 ? $", {place}" : "")}</p>
            {Answer(visit, item)}
            {Invited(item)}
            </article>
            """);
    }

    private static Html Answer(Visit visit, CalendarEvent item)
    {
        if (item.IsOrganizer || item.Json.Flag("isCancelled") == true || item.Owner.Id != visit.Person.UserId) return None;
        var given = Answers.GetValueOrDefault(item.Json.Inner("responseStatus")?.Text("response") ?? "");
        return H($"""
            <form method="post" action="/kalender/{item.Owner.Mail}/{item.Id}" class="commands">
            <span>{(given is null ? "Du har inte svarat." : $"Ditt svar: {given}.")}</span>
            {Choices.Select(c => H($"""<button name="svar" value="{c.Action}">{c.Title}<span class="hidden">: {item.Subject}</span></button>"""))}
            </form>
            """);
    }

    private static Html Invited(CalendarEvent item)
    {
        var attendees = item.Attendees.ToList();
        if (attendees.Count == 0) return None;
        var coming = attendees.Count(a => Response(a) == "accepted");
        return H($"""
            <details><summary>{Words.Count(attendees.Count, "inbjuden", "inbjudna")}, {coming} kommer</summary>
            <ul class="plain">{attendees.Select(a => H($"""<li>{a.Inner("emailAddress")?.Text("name")} <span class="hint">{Answers.GetValueOrDefault(Response(a), "har inte svarat")}</span></li>"""))}</ul>
            </details>
            """);
    }

    private static string Response(JsonObject attendee) => attendee.Inner("status")?.Text("response") ?? "";

    private static string Anchor(CalendarEvent item) => "e" + item.Uid[^12..];
}
