using Hallbarhet.LocalTenant.Files;
using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Mail;

/// <summary>Attachments from 3 MB on come in ranges.</summary>
internal static class AttachmentSessions
{
    private const int LargestRange = 4 * 1024 * 1024;
    private const int LargestFile = 150 * 1024 * 1024;

    public static Operation Create { get; } =
        new("POST", "/users/{user}/messages/{message}/attachments/createUploadSession", Right.Mail, Open);

    private static Reply Open(Call call)
    {
        var message = MessageOperations.Find(call, out var mailbox);
        if (!message.IsDraft) throw new GraphError(400, "ErrorInvalidRequest", "Attachments can only be added to a draft.");
        var body = call.Json("AttachmentItem", "attachmentItem");
        var item = body.Inner("AttachmentItem") ?? body.Inner("attachmentItem") ?? throw Bad("The AttachmentItem is missing.");
        if (item.Text("attachmentType") != "file") throw Bad("The local tenant attaches files.");
        var size = item["size"] is JsonValue number && number.TryGetValue<long>(out var n) ? n : throw Bad("The size is missing.");
        if (size < Attachments.Largest)
            throw new GraphError(400, "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize",
                "The attachment size should be larger than the minimum size: post it to the attachments instead.");
        if (size > LargestFile) throw new GraphError(413, "ErrorMessageSizeExceeded", "The attachment is larger than 150 MB.");
        return call.One(call.Tenant.Handouts.Open(Session(call, mailbox, message, item, size)), "microsoft.graph.uploadSession", 201);
    }

    private static UploadSession Session(Call call, Mailbox mailbox, MailMessage message, JsonObject item, long size) => new()
    {
        Quantum = 1,
        Largest = LargestRange + 1,
        StatusOfMore = 200,
        Caller = call.Caller,
        Expires = call.Tenant.Wire.GetUtcNow().AddHours(1),
        Complete = content =>
        {
            if (content.Length != size) throw Bad("The content does not have the size that the session was opened for.");
            var attachment = Attachments.Store(call.Tenant, message, item, content);
            return Reply.Empty(201).With("Location",
                $"{call.Tenant.Address}/v1.0/users('{mailbox.Owner.Id}')/messages('{message.Id}')/attachments('{attachment.Text("id")}')");
        },
    };

    private static GraphError Bad(string message) => new(400, "ErrorInvalidRequest", message);
}
