using System.Net;
using System.Text.RegularExpressions;
using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Mail;

/// <summary>Messages as Graph shows them, and what a request may set.</summary>
internal static partial class MessageJson
{
    public const string Expandable = "attachments";

    public static readonly string[] Writable =
        ["subject", "body", "toRecipients", "ccRecipients", "bccRecipients", "replyTo", "importance", "categories",
        "isReadReceiptRequested", "isDeliveryReceiptRequested", "from", "sender", "isRead", "flag", "attachments", "internetMessageHeaders",
        "singleValueExtendedProperties"];

    private static readonly string[] Plain =
        ["subject", "importance", "categories", "isReadReceiptRequested", "isDeliveryReceiptRequested", "isRead", "flag"];

    public static MailMessage New(TenantState tenant, Mailbox mailbox, MailFolder folder)
    {
        var (id, immutable) = (tenant.Mailboxes.NewId("AAMk"), tenant.Mailboxes.NewId("AAkA"));
        return new() { Id = id, ImmutableId = immutable, Folder = folder, Json = Blank(tenant, mailbox, immutable) };
    }

    private static JsonObject Blank(TenantState tenant, Mailbox mailbox, string immutable) => J.Obj(
        ("createdDateTime", tenant.NowText), ("lastModifiedDateTime", tenant.NowText), ("changeKey", "CQAAABYAAAC1"),
        ("categories", new JsonArray()),
        ("receivedDateTime", tenant.NowText), ("sentDateTime", tenant.NowText), ("hasAttachments", false),
        ("internetMessageId", $"<{immutable[4..36]}@{mailbox.Address.Split('@')[^1]}>"), ("subject", ""), ("bodyPreview", ""),
        ("importance", "normal"),
        ("conversationId", "AAQk" + immutable[4..44]), ("isDeliveryReceiptRequested", false), ("isReadReceiptRequested", false),
        ("isRead", true),
        ("isDraft", true), ("webLink", $"{tenant.Address}/mail/{immutable}"), ("inferenceClassification", "focused"),
        ("body", J.Obj(("contentType", "text"), ("content", ""))), ("sender", Recipient(mailbox)), ("from", Recipient(mailbox)),
        ("toRecipients", new JsonArray()), ("ccRecipients", new JsonArray()), ("bccRecipients", new JsonArray()),
        ("replyTo", new JsonArray()),
        ("flag", J.Obj(("flagStatus", "notFlagged"))));

    public static JsonObject Recipient(Mailbox mailbox) =>
        J.Obj(("emailAddress", J.Obj(("name", mailbox.Owner.DisplayName), ("address", mailbox.Address))));

    public static void Apply(TenantState tenant, MailMessage message, JsonObject body)
    {
        foreach (var name in Plain)
            if (body.ContainsKey(name)) message.Json[name] = body[name]?.DeepClone();
        if (body.Inner("body") is { } content) Body(message.Json, content);
        foreach (var list in (string[])["toRecipients", "ccRecipients", "bccRecipients", "replyTo"])
            if (body.ContainsKey(list)) message.Json[list] = J.Array(body.Objects(list).Select(r => (JsonNode)Recipient(tenant, r)));
        foreach (var attachment in body.Objects("attachments")) _ = Attachments.Add(tenant, message, attachment);
        foreach (var header in body.Objects("internetMessageHeaders")) Header(message, header);
        ExtendedProperties.Apply(message.ExtendedProperties, body);
        message.Json["lastModifiedDateTime"] = tenant.NowText;
    }

    public static JsonObject Shown(Call call, MailMessage message)
    {
        var all = message.Json.Copy();
        all.Insert(0, "id", call.Prefers("IdType=\"ImmutableId\"") ? message.ImmutableId : message.Id);
        all.Insert(0, "@odata.etag", $"W/\"{message.Json.Text("changeKey")}\"");
        all["parentFolderId"] = FolderId(message.Folder);
        all["internetMessageHeaders"] = J.Array(message.Headers.Select(h => (JsonNode)J.Obj(("name", h.Name), ("value", h.Value))));
        var shown = call.IsWrite ? all : Listing.Select(call, all, "message");
        if (call.Query.Select is null) _ = shown.Remove("internetMessageHeaders");
        var expand = Expand.Parse(call.Query["$expand"], "singleValueExtendedProperties", Expandable);
        if (expand.TryGetValue("singleValueExtendedProperties", out var options))
            ExtendedProperties.Show(shown, message.ExtendedProperties, options);
        if (expand.ContainsKey(Expandable)) shown[Expandable] = J.Array(message.Attachments.Select(a => a.DeepClone()));
        return shown;
    }

    public static string FolderId(MailFolder folder) => "AQMkFolder" + folder;

    private static void Body(JsonObject message, JsonObject given)
    {
        var type = (given.Text("contentType") ?? "text").ToUpperInvariant() switch
        {
            "HTML" => "html",
            "TEXT" => "text",
            _ => throw new GraphError(400, "ErrorInvalidRequest", "body.contentType is text or html."),
        };
        var content = given.Text("content") ?? "";
        message["body"] = J.Obj(("contentType", type), ("content", content));
        var preview = type == "html" ? ToText(content) : content;
        preview = preview.Length > 255 ? preview[..255] : preview;
        message["bodyPreview"] = preview;
    }

    /// <summary>An address that the directory knows shows its display name, as the resolver does.</summary>
    private static JsonObject Recipient(TenantState tenant, JsonObject given)
    {
        var email = given.Inner("emailAddress");
        var address = email?.Text("address");
        if (address is null || !Address().IsMatch(address))
            throw new GraphError(400, "ErrorInvalidRecipients",
                $"At least one recipient is not valid., Recipient '{address}' is not resolved.");
        return J.Obj(("emailAddress",
            J.Obj(("name", email!.Text("name") ?? tenant.Users.ByMail(address)?.DisplayName ?? address), ("address", address))));
    }

    private static void Header(MailMessage message, JsonObject header)
    {
        var name = header.Text("name") ?? "";
        if (!name.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            throw new GraphError(400, "InvalidInternetMessageHeader",
                $"The internet message header name '{name}' should start with 'x-' or 'X-'.");
        message.Headers.Add((name, header.Text("value") ?? ""));
    }

    /// <summary>The plain text that Exchange derives for the text alternative.</summary>
    public static string ToText(string html)
    {
        var text = Hidden().Replace(html, "");
        text = Links().Replace(text, m => $"{m.Groups[2].Value}\u0001{m.Groups[1].Value}\u0002");
        text = Spaces().Replace(text, " ");
        text = Breaks().Replace(text, "\n");
        text = WebUtility.HtmlDecode(Tags().Replace(text, "")).Replace('\u0001', '<').Replace('\u0002', '>');
        return EmptyLines().Replace(text.Replace(" \n", "\n", StringComparison.Ordinal).Replace("\n ", "\n", StringComparison.Ordinal),
            "\n\n").Trim();
    }

    [GeneratedRegex(@"^[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+$")]
    private static partial Regex Address();

    [GeneratedRegex(@"<!--.*?-->|<(head|style|script|title)\b.*?</\1>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex("""<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*<(?:br|/p|/div|/h\d|/tr|/li|/ul|/ol|/table)\b[^>]*>\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\n{3,}")]
    private static partial Regex EmptyLines();
}
