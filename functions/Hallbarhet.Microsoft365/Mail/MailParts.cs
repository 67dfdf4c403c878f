using Hallbarhet.Group.Mailing;
using Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Mail;

/// <summary>A mail of ours as Graph's message.</summary>
internal static class MailParts
{
    // Graph takes files below 3 MB in the message, larger ones in a session of their own.
    private const int LongestInline = 3_000_000;

    public static Message Draft(OutgoingMail mail)
    {
        var message = Head(mail);
        message.Attachments = [.. mail.Attachments.Select(Attached)];
        message.SingleValueExtendedProperties = MailProperty.Mail.With(mail.Key);
        return message;
    }

    public static Message Head(OutgoingMail mail) => new()
    {
        Subject = OneLine(mail.Subject),
        Body = new ItemBody { ContentType = BodyType.Html, Content = mail.Html },
        ToRecipients = [.. mail.To.Select(Recipient)],
        CcRecipients = [.. mail.Cc.Select(Recipient)],
        ReplyTo = mail.ReplyTo is { } person ? [Recipient(person)] : [],
    };

    public static bool IsSmall(MailAttachment attachment) => attachment.Content.Length < LongestInline;

    public static Attachment Attached(MailAttachment file) => new FileAttachment
    {
        OdataType = "#microsoft.graph.fileAttachment",
        Name = OneLine(file.FileName),
        ContentType = file.ContentType,
        ContentBytes = file.Content,
    };

    private static Recipient Recipient(MailAddress person) =>
        new() { EmailAddress = new EmailAddress { Name = OneLine(person.Name), Address = OneLine(person.Address) } };

    /// <summary>A line break in a header would begin a header of the writer's choice.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();
}
