using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.OData;

namespace Hallbarhet.LocalTenant.Mail;

internal static class Attachments
{
    private const string Type = "#microsoft.graph.fileAttachment";
    /// <summary>From here on an attachment comes in ranges.</summary>
    public const int Largest = 3 * 1024 * 1024;

    private static readonly string[] Known = ["name", "contentType", "contentBytes", "isInline", "contentId", "size", "@odata.type"];

    public static JsonObject Add(TenantState tenant, MailMessage message, JsonObject given)
    {
        foreach (var (name, _) in given)
            if (!Known.Contains(name))
                throw new GraphError(400, "ErrorInvalidRequest", $"The attachment property '{name}' is not known to the local tenant.");
        if (given.Text("@odata.type") != Type)
            throw new GraphError(400, "ErrorInvalidRequest", $"An attachment needs \"@odata.type\": \"{Type}\".");
        return Store(tenant, message, given, Bytes(given));
    }

    /// <param name="tenant">The tenant.</param>
    /// <param name="message">The message that gets it.</param>
    /// <param name="given">Name and type as the client gave them.</param>
    /// <param name="content">The file.</param>
    public static JsonObject Store(TenantState tenant, MailMessage message, JsonObject given, byte[] content)
    {
        var fileName = given.Text("name") ?? throw new GraphError(400, "ErrorInvalidRequest", "An attachment needs a name.");
        var attachment = J.Obj(("@odata.type", Type),
            ("@odata.mediaContentType", given.Text("contentType") ?? DriveJson.MimeType(fileName)),
            ("id", tenant.Mailboxes.NewId("AAMkAtt")), ("lastModifiedDateTime", tenant.NowText), ("name", fileName),
            ("contentType", given.Text("contentType") ?? DriveJson.MimeType(fileName)), ("size", content.Length),
            ("isInline", given.Flag("isInline") ?? false),
            ("contentId", given.Text("contentId")), ("contentLocation", null), ("contentBytes", Convert.ToBase64String(content)));
        message.Attachments.Add(attachment);
        message.Json["hasAttachments"] = message.Attachments.Exists(a => a.Flag("isInline") != true);
        return attachment;
    }

    public static Reply List(Call call, MailMessage message) =>
        Listing.Answer(call, message.Attachments, "users('')/messages('')/attachments", "fileAttachment");

    private static byte[] Bytes(JsonObject given)
    {
        try
        {
            var text = given.Text("contentBytes") ?? throw new GraphError(400, "ErrorInvalidRequest", "contentBytes is missing.");
            var bytes = Convert.FromBase64String(text);
            return bytes.Length < Largest ? bytes
                : throw new GraphError(413, "ErrorMessageSizeExceeded", "The attachment is 3 MB or larger; use an upload session.");
        }
        catch (FormatException)
        {
            throw new GraphError(400, "ErrorInvalidRequest", "contentBytes is not base64.");
        }
    }
}
