using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Mail;

internal static class MessageOperations
{
    private const string Listed = "$select,$filter,$top,$orderby,$expand,$count,$skiptoken";

    private static readonly string[] ChangeableWhenSent =
        ["isRead", "categories", "flag", "importance", "singleValueExtendedProperties", "@odata.type"];

    public static IEnumerable<Operation> Table =>
    [
        new("GET", "/users/{user}/messages", Right.MailRead, c => List(c, _ => true), Listed),
        new("POST", "/users/{user}/messages", Right.Mail, Create),
        new("GET", "/users/{user}/messages/{message}", Right.MailRead, Get, "$select,$expand"),
        new("PATCH", "/users/{user}/messages/{message}", Right.Mail, Update),
        new("DELETE", "/users/{user}/messages/{message}", Right.Mail, Delete),
        new("GET", "/users/{user}/messages/{message}/$value", Right.MailRead,
            c => Reply.Binary(MimeWriter.Write(Find(c, out _)), "text/plain")),
        new("GET", "/users/{user}/messages/{message}/attachments", Right.MailRead, c => Attachments.List(c, Find(c, out _)), "$select,$top"),
        new("POST", "/users/{user}/messages/{message}/attachments", Right.Mail, Attach),
        AttachmentSessions.Create,
        new("POST", "/users/{user}/messages/{message}/createReply", Right.Mail, CreateReply),
        new("GET", "/users/{user}/mailFolders", Right.MailRead, Folders, "$select,$top"),
        new("GET", "/users/{user}/mailFolders/{folder}", Right.MailRead, GetFolder, "$select"),
        new("GET", "/users/{user}/mailFolders/{folder}/messages", Right.MailRead, InFolder, Listed),
    ];

    public static MailMessage Find(Call call, out Mailbox mailbox)
    {
        mailbox = call.Tenant.Mailboxes.Get(call);
        var message = mailbox.Get(call["message"]);
        return call.IsWrite || message.FoundFrom <= call.Tenant.Wire.GetUtcNow() ? message : throw Mailbox.NotFound();
    }

    public static Reply Answer(Call call, Mailbox mailbox, MailMessage message, int status = 200) =>
        call.One(MessageJson.Shown(call, message), $"users('{mailbox.Owner.Id}')/messages/$entity", status);

    private static Reply Get(Call call)
    {
        var message = Find(call, out var mailbox);
        return Answer(call, mailbox, message);
    }

    private static Reply List(Call call, Func<MailMessage, bool> wanted)
    {
        var mailbox = call.Tenant.Mailboxes.Get(call);
        DemandEfficient(call.Query["$filter"], call.Query["$orderby"]);
        return Listing.Answer(call, mailbox.Found(call.Tenant.Wire.GetUtcNow()).Reverse().Where(wanted), $"users('{mailbox.Owner.Id}')/messages",
            m => ExtendedProperties.Row(m.Json, m.ExtendedProperties), m => MessageJson.Shown(call, m), 10, withContains: true);
    }

    /// <summary>Exchange sorts a filtered list only by what the filter names.</summary>
    private static void DemandEfficient(string? filter, string? order)
    {
        if (filter is not null && order is not null && !filter.Contains(order.Split(',', ' ')[0], StringComparison.Ordinal))
            throw new GraphError(400, "InefficientFilter", "The restriction or sort order is too complex for this operation.");
    }

    private static Reply Create(Call call)
    {
        var mailbox = call.Tenant.Mailboxes.Get(call);
        var message = MessageJson.New(call.Tenant, mailbox, MailFolder.Drafts);
        MessageJson.Apply(call.Tenant, message, call.Json(MessageJson.Writable));
        mailbox.Add(message);
        return Answer(call, mailbox, message, 201);
    }

    private static Reply Update(Call call)
    {
        var message = Find(call, out var mailbox);
        var body = call.Json(MessageJson.Writable);
        if (!message.IsDraft && body.Any(m => !ChangeableWhenSent.Contains(m.Key)))
            throw new GraphError(400, "ErrorInvalidPropertySet", "The property can only be set on a draft.");
        MessageJson.Apply(call.Tenant, message, body);
        return Answer(call, mailbox, message);
    }

    private static Reply Delete(Call call)
    {
        var message = Find(call, out var mailbox);
        mailbox.Remove(message);
        return Reply.Empty(204);
    }

    private static Reply Attach(Call call)
    {
        var message = Find(call, out var mailbox);
        if (!message.IsDraft) throw new GraphError(400, "ErrorInvalidRequest", "Attachments can only be added to a draft.");
        var attachment = Attachments.Add(call.Tenant, message, call.Json("name", "contentType", "contentBytes", "isInline", "contentId"));
        return call.One(attachment.Copy(), $"users('{mailbox.Owner.Id}')/messages('{message.Id}')/attachments/$entity", 201);
    }

    private static Reply CreateReply(Call call)
    {
        var original = Find(call, out var mailbox);
        var body = call.HasBody ? call.Json("comment", "message") : [];
        var reply = MessageJson.New(call.Tenant, mailbox, MailFolder.Drafts);
        var to = original.Json["replyTo"] is JsonArray { Count: > 0 } replyTo
            ? replyTo.DeepClone()
            : new JsonArray(original.Json["from"]!.DeepClone());
        var subject = original.Subject.StartsWith("SV:", StringComparison.OrdinalIgnoreCase) ? original.Subject : "SV: " + original.Subject;
        var comment = System.Net.WebUtility.HtmlEncode(body.Text("comment") ?? "");
        reply.Json["conversationId"] = original.Json["conversationId"]!.DeepClone();
        MessageJson.Apply(call.Tenant, reply, J.Obj(("subject", subject), ("toRecipients", to),
            ("body", J.Obj(("contentType", "html"), ("content", comment + "<hr>" + original.Json.Inner("body")!.Text("content"))))));
        if (body.Inner("message") is { } given) MessageJson.Apply(call.Tenant, reply, given);
        mailbox.Add(reply);
        return Answer(call, mailbox, reply, 201);
    }

    private static MailFolder Folder(string name)
    {
        foreach (var folder in Enum.GetValues<MailFolder>())
            if (folder.ToString().Equals(name, StringComparison.OrdinalIgnoreCase) || MessageJson.FolderId(folder) == name) return folder;
        throw new GraphError(404, "ErrorItemNotFound", "The specified folder could not be found in the store.");
    }

    private static Reply InFolder(Call call)
    {
        var folder = Folder(call["folder"]);
        return List(call, m => m.Folder == folder);
    }

    private static JsonObject Shown(Call call, Mailbox mailbox, MailFolder folder)
    {
        var messages = mailbox.Found(call.Tenant.Wire.GetUtcNow()).Where(m => m.Folder == folder).ToList();
        return J.Obj(("id", MessageJson.FolderId(folder)), ("displayName", folder.ToString()), ("parentFolderId", "AQMkFolderRoot"),
            ("childFolderCount", 0), ("unreadItemCount", messages.Count(m => m.Json.Flag("isRead") != true)),
            ("totalItemCount", messages.Count),
            ("isHidden", false));
    }

    private static Reply Folders(Call call)
    {
        var mailbox = call.Tenant.Mailboxes.Get(call);
        return Listing.Answer(call, Enum.GetValues<MailFolder>().Select(f => Shown(call, mailbox, f)),
            $"users('{mailbox.Owner.Id}')/mailFolders", "mailFolder");
    }

    private static Reply GetFolder(Call call)
    {
        var mailbox = call.Tenant.Mailboxes.Get(call);
        return call.One(Listing.Select(call, Shown(call, mailbox, Folder(call["folder"])), "mailFolder"),
            $"users('{mailbox.Owner.Id}')/mailFolders/$entity");
    }
}
