using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Mail;

internal static class SendOperations
{
    public static IEnumerable<Operation> Table =>
    [
        new("POST", "/users/{user}/messages/{message}/send", Right.MailSend, SendDraft),
        new("POST", "/users/{user}/sendMail", Right.MailSend, SendAtOnce),
    ];

    private static Reply SendDraft(Call call)
    {
        var mailbox = call.Tenant.Mailboxes.Get(call);
        var message = mailbox.Get(call["message"]);
        if (!message.IsDraft) throw new GraphError(400, "ErrorInvalidRequest", "The message has already been sent.");
        Send(call.Tenant, mailbox, message);
        mailbox.Move(message, MailFolder.SentItems, call.Tenant.Mailboxes.NewId("AAMk"));
        return Reply.Empty(202);
    }

    private static Reply SendAtOnce(Call call)
    {
        var mailbox = call.Tenant.Mailboxes.Get(call);
        var body = call.Json("message", "saveToSentItems");
        var given = body.Inner("message") ?? throw new GraphError(400, "ErrorInvalidRequest", "'message' is missing.");
        foreach (var (name, _) in given)
            if (name != "@odata.type" && !MessageJson.Writable.Contains(name))
                throw new GraphError(400, "ErrorInvalidRequest", $"The message property '{name}' is not known to the local tenant.");
        var message = MessageJson.New(call.Tenant, mailbox, MailFolder.SentItems);
        MessageJson.Apply(call.Tenant, message, given);
        Send(call.Tenant, mailbox, message);
        if (body.Flag("saveToSentItems") != false) mailbox.Add(message);
        return Reply.Empty(202);
    }

    private static void Send(TenantState tenant, Mailbox mailbox, MailMessage message)
    {
        string[] to = [.. message.Addresses("toRecipients")];
        string[] cc = [.. message.Addresses("ccRecipients")];
        string[] bcc = [.. message.Addresses("bccRecipients")];
        if (to.Length + cc.Length + bcc.Length == 0)
            throw new GraphError(400, "ErrorInvalidRecipients", "At least one recipient is required to send the message.");
        message.Json["isDraft"] = false;
        message.FoundFrom = tenant.WireAfter(tenant.Options.SentCopyDelay);
        foreach (var stamp in (string[])["sentDateTime", "receivedDateTime", "lastModifiedDateTime"]) message.Json[stamp] = tenant.NowText;
        tenant.Deliveries.Add(new("message", mailbox.Address, to, message.Subject) { Cc = cc, Bcc = bcc, MessageId = message.ImmutableId });
        foreach (var address in to.Concat(cc).Concat(bcc).Distinct(StringComparer.OrdinalIgnoreCase))
            if (tenant.Mailboxes.ByAddress(address) is { } inbox) Deliver(tenant, message, inbox);
    }

    private static void Deliver(TenantState tenant, MailMessage sent, Mailbox inbox)
    {
        var copy = MessageJson.New(tenant, inbox, MailFolder.Inbox);
        foreach (var (name, value) in sent.Json)
            copy.Json[name] = value?.DeepClone();
        copy.Json["isRead"] = false;
        copy.Json["bccRecipients"] = new JsonArray();
        copy.Attachments.AddRange(sent.Attachments.Select(a => a.Copy()));
        copy.Headers.AddRange(sent.Headers);
        inbox.Add(copy);
    }
}
