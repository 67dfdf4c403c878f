using Hallbarhet.LocalTenant.Lists;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>The tenant's own pages: what is in it, its clock, its log, its faults, the permissions that were used.</summary>
internal static class TenantPages
{
    public const string Root = "/_tenant/sidor";

    public static Reply Get(Visit visit, string[] rest) => rest switch
    {
        [] => Start(visit),
        ["klocka"] => Clock(visit, null),
        ["logg"] => LogPage.Show(visit),
        ["fel"] => Faults(visit, null, visit.Pipeline.Faults.Shown()["rules"]!.ToJsonString(Indented)),
        ["behorigheter"] => Permissions(visit),
        _ => throw WebSite.NotFound(),
    };

    public static Reply Post(Visit visit, string[] rest) => rest switch
    {
        ["person"] => ChoosePerson(visit),
        ["klocka"] => MoveClock(visit),
        ["fel"] => PutFaults(visit),
        _ => throw WebSite.NotFound(),
    };

    private static readonly JsonSerializerOptions Indented = new(J.Compact) { WriteIndented = true };

    private static Reply Start(Visit visit)
    {
        var tenant = visit.Tenant;
        var people = tenant.Users.All.OrderBy(u => u.DisplayName, StringComparer.Create(SiteCulture.Swedish, true));
        var outside = tenant.Deliveries.Since(0).Objects("entries").SelectMany(d => d.Texts("to").Concat(d.Texts("cc")))
            .Where(a => tenant.Users.ByMail(a) is null).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        return Layout.Show(visit, new("Översikt", H($"""
            <h1>Lokal Microsoft 365</h1>
            <p class="lead">Ett litet Microsoft 365 på den här datorn. Här syns allt som finns i det: webbplatser, listor, mejl, kalendrar och tavlor. Inget lämnar datorn.</p>
            <p>Klockan är <strong>{Words.Moment(tenant.Now)}</strong>, {Words.LongDay(tenant.Now)}. <a href="{Root}/klocka">Flytta klockan</a></p>
            <h2>Webbplatser</h2>
            {(tenant.Sites.All.Count == 0 ? H($"""<p class="empty">Ingen webbplats har skapats än.</p>""") : None)}
            <ul class="cards">{tenant.Sites.All.Select(SiteCard)}</ul>
            {Boards(visit)}
            <h2>E-post och kalender</h2>
            <p>En brevlåda visas för den som äger den och för administratören.</p>
            <ul class="people">{people.Where(p => p.Mail is not null).Select(PersonLinks)}</ul>
            {(outside.Count == 0 ? None : H($"""<h2>Mottagare utanför</h2><ul class="people">{outside.Select(a => H($"""<li><a href="/mail/{a}">{a}</a></li>"""))}</ul>"""))}
            """)));
    }

    private static Html SiteCard(Sites.Site site)
    {
        var lists = Words.Count(site.Lists.Count(l => l is { Hidden: false, System: false }), "lista eller bibliotek", "listor och bibliotek");
        return H($"""<li><a href="{Link.Of(site)}">{site.Title}</a><span class="hint">{lists}</span></li>""");
    }

    private static Html PersonLinks(Directory.UserAccount person) => H($"""
        <li><span class="who">{person.DisplayName}</span>
        <a href="/mail/{person.Mail}">Mejl<span class="hidden"> till {person.DisplayName}</span></a>
        <a href="/kalender/{person.Mail}">Kalender<span class="hidden"> för {person.DisplayName}</span></a></li>
        """);

    private static Html Boards(Visit visit)
    {
        var plans = visit.Tenant.Planner.Plans.Values.ToList();
        return plans.Count == 0 ? None : H($"""
            <h2>Tavlor</h2>
            <ul class="cards">{plans.Select(p => H($"""<li><a href="/planner/{p.Id}">{p.Json.Text("title")}</a></li>"""))}</ul>
            """);
    }

    private static Reply ChoosePerson(Visit visit)
    {
        var person = visit.Tenant.Users.Get(visit.Posted("person") ?? "");
        var back = Link.Safe(visit.Tenant, visit.Posted("tillbaka"));
        return WebSite.SeeOther(back is ['/', ..] ? back : Root + "/")
            .With("Set-Cookie", $"{Visit.PersonCookie}={Uri.EscapeDataString(person.Upn)}; Path=/; HttpOnly; SameSite=Strict");
    }

    private static Reply Clock(Visit visit, string? problem) => Layout.Show(visit, new("Klocka", H($"""
        <h1>Klocka</h1>
        {Layout.Alert(problem)}
        <p class="clock">{Words.Moment(visit.Tenant.Now)}</p>
        <p class="lead">{Words.Capital(Words.LongDay(visit.Tenant.Now))}, svensk tid. Tiden går bara när någon flyttar den: du här, eller ett program som leker ett år. Tjänsten gör det som har blivit dags nästa gång dess jobb körs.</p>
        <form method="post" action="{Root}/klocka" class="commands">
        <button class="primary" name="fram" value="1.00:00:00">En dag framåt</button>
        <button name="fram" value="01:00:00">En timme framåt</button>
        <button name="fram" value="7.00:00:00">En vecka framåt</button>
        </form>
        <form method="post" action="{Root}/klocka" class="item">
        <div class="field"><label for="tid">Ställ klockan på</label><input type="datetime-local" id="tid" name="tid" value="{SiteCulture.Local(visit.Tenant.Now).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)}"></div>
        <p class="commands"><button>Ställ klockan</button></p>
        </form>
        """))
    { Status = problem is null ? 200 : 422 });

    private static Reply MoveClock(Visit visit)
    {
        var body = visit.Posted("fram") is { } by ? J.Obj(("advance", by))
            : DateTime.TryParse(visit.Posted("tid"), CultureInfo.InvariantCulture, out var local) ? J.Obj(("now", J.Iso(SiteCulture.Moment(local))))
            : null;
        if (body is not null && visit.Control("POST", "clock", body).Status == 200) return WebSite.SeeOther(Root + "/klocka");
        lock (visit.Tenant.Gate) return Clock(visit, "Skriv en tid, till exempel 2026-03-12 08:00.");
    }

    private static Reply Faults(Visit visit, string? problem, string rules) => Layout.Show(visit, new("Felskript", H($"""
        <h1>Felskript</h1>
        {Layout.Alert(problem)}
        <p class="lead">Regler för vad som ska gå fel och när. Skriptet gäller tills det byts ut; <code>fired</code> visar hur många gånger en regel har slagit till.</p>
        <form method="post" action="{Root}/fel" class="item">
        <div class="field"><label for="regler">Regler (JSON)</label><textarea id="regler" name="regler" rows="16" class="code" spellcheck="false">{LineBreak}{rules}</textarea></div>
        <p class="commands"><button class="primary">Byt ut skriptet</button> <button name="tomt" value="1">Ta bort alla regler</button></p>
        </form>
        """))
    { Status = problem is null ? 200 : 422 });

    private static Reply PutFaults(Visit visit)
    {
        var text = visit.Posted("tomt") is null ? visit.Posted("regler") ?? "" : "[]";
        try
        {
            var rules = J.Parse(Encoding.UTF8.GetBytes(text)) as JsonArray ?? throw GraphError.Invalid("Reglerna är en lista: [ … ].");
            // The counters are shown with the rules and are no part of them.
            foreach (var rule in rules.OfType<JsonObject>()) _ = rule.Remove("fired");
            var reply = visit.Control("PUT", "faults", J.Obj(("rules", rules)));
            if (reply.Status == 200) return WebSite.SeeOther(Root + "/fel");
            throw GraphError.Invalid(((JsonObject)J.Parse(reply.Body.Span)!).Inner("error")!.Text("message")!);
        }
        catch (GraphError e)
        {
            lock (visit.Tenant.Gate) return Faults(visit, e.Message, text);
        }
    }

    private static Html Used(JsonObject entry) => H($"""
        <tr><th scope="row">{entry.Text("identity")}</th><td>{entry.Text("permission")}</td><td><code>{entry.Text("operation")}</code></td>
        <td class="number">{entry["calls"]?.ToString()}</td></tr>
        """);

    private static Html Granted(JsonObject identity) => H($"""
        <h2>{identity.Text("identity")}</h2>
        <dl class="fields">
        <div><dt>Tilldelade</dt><dd>{Listed(identity, "granted")}</dd></div>
        <div><dt>Använda</dt><dd>{Listed(identity, "used")}</dd></div>
        <div><dt>Oanvända</dt><dd>{Listed(identity, "unused")}</dd></div>
        </dl>
        """);

    private static string Listed(JsonObject identity, string name) => string.Join(", ", identity.Texts(name)) is { Length: > 0 } all ? all : "inga";

    private static Reply Permissions(Visit visit)
    {
        var report = visit.Tenant.Access.Usage.Shown(visit.Tenant.Applications.All);
        Html[] heads = [Table.Head("Identitet"), Table.Head("Behörighet"), Table.Head("Anrop"), Table.NumberHead("Antal")];
        return Layout.Show(visit, new("Behörigheter", H($"""
            <h1>Behörigheter som har använts</h1>
            <p class="lead">Vilken behörighet i Microsoft Graph varje anrop krävde, och vem som anropade.</p>
            {report.Objects("identities").Select(Granted)}
            <h2>Anrop</h2>
            {Table.Show("Använda behörigheter", heads, report.Objects("entries").Select(Used))}
            """)));
    }
}
