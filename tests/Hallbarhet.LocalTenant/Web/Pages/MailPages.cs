using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.Mail;
using static Hallbarhet.LocalTenant.Web.Html;

namespace Hallbarhet.LocalTenant.Web.Pages;

/// <summary>A mailbox with its folders, a mail, its body in a frame of its own, its attachments.</summary>
internal static partial class MailPages
{
    private static readonly Html BodyStyle = new("body{font:16px/1.5 'Segoe UI',system-ui,sans-serif;margin:16px;color:#1b1b1b;background:#fff}pre{font:inherit;white-space:pre-wrap;margin:0}");

    private static readonly (string Key, string Title, MailFolder Folder)[] Folders =
        [("inkorg", "Inkorg", MailFolder.Inbox), ("utkast", "Utkast", MailFolder.Drafts), ("skickat", "Skickat", MailFolder.SentItems)];

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["invitation"] = "Mötesinbjudan",
        ["update"] = "Ändrat möte",
        ["cancellation"] = "Inställt möte",
        ["planner"] = "Uppgift i Planner",
        ["welcome"] = "Välkommen till gruppen",
    };

    public static Reply Get(Visit visit, string[] rest)
    {
        if (rest is [var only] && !only.Contains('@', StringComparison.Ordinal)) return Redirected(visit, only);
        if (rest is not [var address, ..]) throw WebSite.NotFound();
        Demand(visit, address);
        return rest switch
        {
            [_] => Folder(visit, address),
            [_, var id] => Message(visit, address, Find(visit, address, id)),
            [_, var id, "innehall"] => Body(Find(visit, address, id)),
            [_, var id, "bilaga", var number] => Attachment(Find(visit, address, id), number),
            _ => throw WebSite.NotFound(),
        };
    }

    /// <summary>A mailbox is its owner's; the administrator sees all, also what left the tenant.</summary>
    public static void Demand(Visit visit, string address)
    {
        if (!visit.Tenant.Users.IsAdministrator(visit.Person) && visit.Tenant.Users.ByMail(address)?.Id != visit.Person.UserId)
            throw new GraphError(403, "ErrorAccessDenied", "Access is denied.");
    }

    public static Html Tabs(string address, string here) => H($"""
        <nav class="tabs" aria-label="Brevlåda"><ul>{Folders.Select(f => Tab(f.Key, f.Title, $"/mail/{address}?mapp={f.Key}"))}{Tab("kalender", "Kalender", $"/kalender/{address}")}</ul></nav>
        """).Marked(here);

    private static Html Tab(string key, string title, string link) => H($"""<li><a data-key="{key}" href="{link}">{title}</a></li>""");

    /// <summary>Sets aria-current on the tab with a key.</summary>
    private static Html Marked(this Html tabs, string key) =>
        new(tabs.Markup.Replace($"data-key=\"{key}\"", "aria-current=\"page\"", StringComparison.Ordinal));

    private static Reply Redirected(Visit visit, string id)
    {
        var owner = visit.Tenant.Users.All.FirstOrDefault(u => u.Mail is { } mail && Box(visit, mail)?.Messages.Exists(m => m.ImmutableId == id) == true);
        return owner is null ? throw WebSite.NotFound() : Reply.Redirect($"/mail/{owner.Mail}/{id}");
    }

    private static Mailbox? Box(Visit visit, string address) => visit.Tenant.Mailboxes.ByAddress(address);

    private static IEnumerable<JsonObject> Deliveries(Visit visit, string address) => visit.Tenant.Deliveries.Since(0).Objects("entries")
        .Where(d => d.Texts("to").Concat(d.Texts("cc")).Concat(d.Texts("bcc")).Contains(address, StringComparer.OrdinalIgnoreCase));

    /// <summary>In the address' own mailbox, or the sender's copy of what an address outside the tenant got.</summary>
    private static MailMessage Find(Visit visit, string address, string id)
    {
        if (Box(visit, address) is { } own) return own.Get(id);
        var sender = Deliveries(visit, address).FirstOrDefault(d => d.Text("messageId") == id)?.Text("from") ?? throw WebSite.NotFound();
        return Box(visit, sender)!.Get(id);
    }

    private static Reply Folder(Visit visit, string address)
    {
        var folder = Folders.FirstOrDefault(f => f.Key == visit.Query["mapp"], Folders[0]);
        var name = visit.Tenant.Users.ByMail(address)?.DisplayName ?? address;
        var rows = (folder.Folder == MailFolder.Inbox ? Received(visit, address) : Kept(visit, address, folder.Folder)).OrderByDescending(r => r.At, StringComparer.Ordinal).ToList();
        var title = $"{folder.Title} för {name}";
        Html[] heads = [Table.Head("Ämne"), Table.Head(folder.Folder == MailFolder.Inbox ? "Från" : "Till"), Table.Head("Tid")];
        return Layout.Show(visit, new(title, H($"""
            <h1>{name}</h1>
            <p class="lead">{address}</p>
            {Tabs(address, folder.Key)}
            {(rows.Count == 0 ? H($"""<p class="empty">Det finns inga mejl här.</p>""") : Table.Show(title, heads, rows.Select(Row)))}
            """)));
    }

    private static Html Row(MailRow row)
    {
        var subject = row.Link is null ? Text(row.Subject) : H($"""<a href="{row.Link}">{row.Subject}</a>""");
        var kind = row.Kind is null ? None : H($""" <span class="tag">{row.Kind}</span>""");
        return H($"""<tr><th scope="row">{subject}{kind}</th><td>{row.Other}</td><td class="nowrap">{Words.Moment(row.At)}</td></tr>""");
    }

    private static IEnumerable<MailRow> Kept(Visit visit, string address, MailFolder folder) =>
        (Box(visit, address)?.Messages ?? []).Where(m => m.Folder == folder).Select(m =>
            new MailRow(m.Json.Text("receivedDateTime")!, m.Subject, folder == MailFolder.Inbox ? Who(m.Json.Inner("from")) : string.Join(", ", m.Json.Objects("toRecipients").Select(Who)), $"/mail/{address}/{m.ImmutableId}", null));

    /// <summary>Mails in the inbox, and what Exchange and Planner sent by themselves; for an address elsewhere all that reached it.</summary>
    private static IEnumerable<MailRow> Received(Visit visit, string address)
    {
        var box = Box(visit, address);
        var others = Deliveries(visit, address).Where(d => box is null || d.Text("kind") != "message").Select(d => new MailRow(
            d.Text("at")!, d.Text("subject")!, d.Text("from")!, Target(d, address, box is not null), Kinds.GetValueOrDefault(d.Text("kind")!)));
        return Kept(visit, address, MailFolder.Inbox).Concat(others);
    }

    private static string? Target(JsonObject delivery, string address, bool isOurs) => delivery.Text("kind") switch
    {
        "message" when delivery.Text("messageId") is { } id => $"/mail/{address}/{id}",
        "invitation" or "update" when isOurs => $"/kalender/{address}",
        _ => null,
    };

    private static Reply Message(Visit visit, string address, MailMessage message)
    {
        var here = Folders.FirstOrDefault(f => f.Folder == message.Folder).Key ?? "inkorg";
        var path = $"/mail/{address}/{message.ImmutableId}";
        return Layout.Show(visit, new(message.Subject, H($"""
            {Tabs(address, here)}
            <h1>{message.Subject}</h1>
            <dl class="fields mail">
            {Line("Från", Name(message.Json.Inner("from")))}{Line("Till", Names(message, "toRecipients"))}{Line("Kopia", Names(message, "ccRecipients"))}
            {Line("Hemlig kopia", Names(message, "bccRecipients"))}{Line("Svara till", Names(message, "replyTo"))}
            {Line(message.IsDraft ? "Skapat" : "Skickat", Words.Moment(message.Json.Text(message.IsDraft ? "createdDateTime" : "sentDateTime")))}
            {Line("Status", message.IsDraft ? "Utkast, inte skickat" : "")}
            </dl>
            {Attached(path, message)}
            <iframe class="mailbody" title="Mejlets innehåll" sandbox="allow-popups allow-popups-to-escape-sandbox" src="{path}/innehall"></iframe>
            {Headers(message)}
            """)));
    }

    private static Html Line(string name, string value) => value.Length == 0 ? None : H($"<div><dt>{name}</dt><dd>{value}</dd></div>");

    private static string Who(JsonObject? recipient) =>
        recipient?.Inner("emailAddress")?.Text("name") ?? recipient?.Inner("emailAddress")?.Text("address") ?? "";

    private static string Name(JsonObject? recipient)
    {
        var (name, address) = (recipient?.Inner("emailAddress")?.Text("name"), recipient?.Inner("emailAddress")?.Text("address"));
        return name is null || name == address ? address ?? "" : $"{name} <{address}>";
    }

    private static string Names(MailMessage message, string list) => string.Join(", ", message.Json.Objects(list).Select(Name));

    private static Html Attached(string path, MailMessage message) => message.Attachments.Count == 0 ? None : H($"""
        <h2>Bilagor</h2>
        <ul class="plain">{message.Attachments.Select((a, i) => H($"""<li><a href="{path}/bilaga/{i}">{a.Text("name")}</a> <span class="hint">{Words.Size((int)a["size"]!)}</span></li>"""))}</ul>
        """);

    private static Html Headers(MailMessage message) => message.Headers.Count == 0 ? None : H($"""
        <details><summary>Meddelanderubriker</summary><dl class="fields">{message.Headers.Select(h => Line(h.Name, h.Value))}</dl></details>
        """);

    /// <summary>The body as the mail program would show it: nothing runs, nothing is fetched, links open outside the frame.</summary>
    private static Reply Body(MailMessage message)
    {
        var body = message.Json.Inner("body")!;
        var content = body.Text("content") ?? "";
        var inner = body.Text("contentType") == "html" ? new Html(content) : H($"<pre>{content}</pre>");
        // What a mail says about itself as a document gives way to this page; its styles stay.
        var page = H($"""
            <!DOCTYPE html>
            <html lang="sv"><head><meta charset="utf-8"><title>{message.Subject}</title><base target="_blank"><style>{BodyStyle}</style></head>
            <body>{new Html(DocumentTags().Replace(inner.Markup, ""))}</body></html>
            """);
        return Reply.Binary(Encoding.UTF8.GetBytes(page.Markup), "text/html; charset=utf-8")
            .With("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox");
    }

    private static Reply Attachment(MailMessage message, string number)
    {
        var attachment = int.TryParse(number, CultureInfo.InvariantCulture, out var index) ? message.Attachments.ElementAtOrDefault(index) : null;
        if (attachment is null) throw WebSite.NotFound();
        return ItemPage.Download(Convert.FromBase64String(attachment.Text("contentBytes")!), attachment.Text("name")!, attachment.Text("contentType"));
    }

    [GeneratedRegex(@"<!doctype[^>]*>|</?(?:html|head|meta)\b[^>]*>|<title>.*?</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DocumentTags();

    private sealed record MailRow(string At, string Subject, string Other, string? Link, string? Kind);
}
