using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Messages.Item.Attachments.CreateUploadSession;
using Microsoft.Graph.Users.Item.Messages.Item.CreateReply;
using Microsoft.Graph.Users.Item.SendMail;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class MailCases
{
    private const string Box = "/v1.0/users/{mailbox}";
    private const string Messages = Box + "/messages";
    private const string Message = Messages + "/{message}";
    private const string KeyId = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name MailKey";
    private const string To = """ "toRecipients":[{"emailAddress":{"address":"{other.mail}"}}] """;

    private static readonly (string, string) Immutable = ("Prefer", "IdType=\"ImmutableId\"");
    private static readonly string Large = Convert.ToBase64String(new byte[3 * 1024 * 1024]);

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", Messages, (g, at) => g.Users[at["mailbox"]].Messages.GetAsync(),
            Good("Messages, the newest first") with { With = [("made", "{message}")], Facts = [("value/*/id", "*"), ("value/0/singleValueExtendedProperties", null)] },
            Good("A message found by an extended property, which is shown because it is asked for") with
            {
                Query = $"?$filter=singleValueExtendedProperties/Any(ep: ep/id eq '{KeyId}' and ep/value eq 'kontrakt/{{n}}')&$expand=singleValueExtendedProperties($filter=id eq '{KeyId}')",
                With = [("made", "{message}")], Headers = [Immutable],
                Sdk = (g, at) => g.Users[at["mailbox"]].Messages.GetAsync(c => { c.QueryParameters.Filter = $"singleValueExtendedProperties/Any(ep: ep/id eq '{KeyId}' and ep/value eq 'kontrakt/{at["n"]}')"; c.QueryParameters.Expand = [$"singleValueExtendedProperties($filter=id eq '{KeyId}')"]; }),
                Facts = [("value/0/singleValueExtendedProperties/0/value", "kontrakt/{n}"), ("value/1", null)],
            },
            Bad(400, "InefficientFilter", "An order by what the filter does not name") with { Findings = ["ORDERBY_FILTER"], Query = "?$filter=isRead eq false&$orderby=receivedDateTime desc" },
            Bad(400, "ErrorInvalidRequest", "Extended properties without saying which") with { Findings = ["EXTPROP_NO_FILTER"], Query = "?$expand=singleValueExtendedProperties", With = [("made", "{message}")] },
            Bad(403, "ErrorAccessDenied", "A mailbox other than the one that the runtime identity has") with { With = [("mailbox", "{member}")] },
            Bad(404, "ErrorInvalidUser", "A mailbox of nobody") with { With = [("mailbox", "finns.inte@trollhattan.example")] },
            Bad(400, "BadRequest", "/me, by an application") with { Findings = ["ME_APP_ONLY"], Path = "/v1.0/me/messages" }),

        .. Anywhere("POST", Messages, (g, at) => g.Users[at["mailbox"]].Messages.PostAsync(at.Model<Message>()),
            Good("A draft with recipient, key, header and attachment", 201) with
            {
                Body = $$"""
                    {"subject":"Kontrakt {n}","body":{"contentType":"html","content":"<p>Hej &amp; välkommen</p>"},{{To}},"internetMessageHeaders":[{"name":"x-hallbarhet","value":"kontrakt"}],
                     "singleValueExtendedProperties":[{"id":"{{KeyId}}","value":"ny/{n}"}],
                     "attachments":[{"@odata.type":"#microsoft.graph.fileAttachment","name":"a.txt","contentType":"text/plain","contentBytes":"aGVq"}]}
                    """,
                Facts = [("isDraft", "true"), ("hasAttachments", "true"), ("bodyPreview", "Hej & välkommen"), ("@odata.etag", "*")],
            },
            Bad(400, "ErrorInvalidRecipients", "A recipient that is no address") with { Findings = ["MAIL_RULE"], Body = """{"subject":"x","toRecipients":[{"emailAddress":{"address":"inte en adress"}}]}""" },
            Bad(400, "InvalidInternetMessageHeader", "A header of its own that does not start with x-") with { Findings = ["MAIL_RULE"], Body = """{"internetMessageHeaders":[{"name":"Auto-Submitted","value":"auto-generated"}]}""" },
            Bad(400, "ErrorInvalidExtendedProperty", "An extended property with an id of another form") with { Findings = ["EXTPROP_ID"], Body = """{"singleValueExtendedProperties":[{"id":"Color","value":"x"}]}""" },
            Bad(400, "ErrorInvalidRequest", "An attachment without its type") with { Findings = ["REQ_NEEDS_ODATA_TYPE"], Body = """{"attachments":[{"name":"a.txt","contentBytes":"aGVq"}]}""", RawOnly = true },
            Bad(400, "BadRequest", "A property that a message does not have") with { Findings = ["REQ_UNKNOWN_PROP"], Body = """{"colour":"red"}""" }),

        .. Anywhere("GET", Message, (g, at) => g.Users[at["mailbox"]].Messages[at["message"]].GetAsync(),
            Good("A message") with { Facts = [("subject", "~^Kontrakt"), ("isDraft", "true"), ("internetMessageHeaders", null)] },
            Good("The immutable id, where the client prefers it") with { Headers = [Immutable], Facts = [("id", "*")] },
            Missing("message", "AAMkFinnsInte", "ErrorItemNotFound", "No such message")),

        .. Anywhere("PATCH", Message, (g, at) => g.Users[at["mailbox"]].Messages[at["message"]].PatchAsync(at.Model<Message>()),
            Good("A draft gets another subject") with { Body = """{"subject":"Kontrakt ändrad"}""", Facts = [("subject", "Kontrakt ändrad")] },
            Missing("message", "AAMkFinnsInte", "ErrorItemNotFound", "No such message") with { Body = """{"subject":"x"}""" }),

        .. On("PATCH", Message, (g, at) => g.Users[at["mailbox"]].Messages[at["message"]].PatchAsync(at.Model<Message>()),
            Bad(400, "ErrorInvalidPropertySet", "The subject of a message that is sent") with { With = [("message", "{sentMessage}")], Body = """{"subject":"x"}""" }),

        .. Anywhere("DELETE", Message, (g, at) => g.Users[at["mailbox"]].Messages[at["message"]].DeleteAsync(),
            Good("A message is gone", 204) with { Differs = "The service moves it to Deleted Items first; nothing here looks there." },
            Missing("message", "AAMkFinnsInte", "ErrorItemNotFound", "No such message")),

        .. Anywhere("GET", Message + "/$value", (g, at) => g.Users[at["mailbox"]].Messages[at["message"]].Content.GetAsync(),
            Good("The message as MIME, with a text alternative to its HTML") with { Facts = [(".", "~multipart/alternative"), (".", "~(?m)^Subject: ")] },
            Missing("message", "AAMkFinnsInte", "ErrorItemNotFound", "No such message")),

        .. Anywhere("GET", Message + "/attachments", (g, at) => g.Users[at["mailbox"]].Messages[at["message"]].Attachments.GetAsync(),
            Good("The attachments of a message") with { Facts = [("value", "*")] },
            Missing("message", "AAMkFinnsInte", "ErrorItemNotFound", "No such message")),

        .. Anywhere("POST", Message + "/attachments", (g, at) => g.Users[at["mailbox"]].Messages[at["message"]].Attachments.PostAsync(at.Model<FileAttachment>()),
            Good("A file joins a draft", 201) with { Body = """{"@odata.type":"#microsoft.graph.fileAttachment","name":"Bilaga å.pdf","contentType":"application/pdf","contentBytes":"JVBERg=="}""", Facts = [("name", "Bilaga å.pdf"), ("size", "4")] },
            Bad(400, "ErrorInvalidRequest", "Content that is not base64") with { Findings = ["REQ_FORMAT"], Body = """{"@odata.type":"#microsoft.graph.fileAttachment","name":"a.txt","contentBytes":"åäö"}""", RawOnly = true },
            Bad(413, "ErrorMessageSizeExceeded", "3 MB or more in one piece") with { Findings = ["REQ_TOO_LARGE"], Body = $$"""{"@odata.type":"#microsoft.graph.fileAttachment","name":"a.bin","contentBytes":"{{Large}}"}""" },
            Missing("message", "AAMkFinnsInte", "ErrorItemNotFound", "No such message") with { Body = """{"@odata.type":"#microsoft.graph.fileAttachment","name":"a.txt","contentBytes":"aGVq"}""" }),

        .. Anywhere("POST", Message + "/attachments/createUploadSession", (g, at) => g.Users[at["mailbox"]].Messages[at["message"]].Attachments.CreateUploadSession.PostAsync(at.Model<CreateUploadSessionPostRequestBody>()),
            Good("An address that takes a file of 3 MB or more in ranges, without a token", 201) with { Body = """{"AttachmentItem":{"attachmentType":"file","name":"stor.pdf","size":3200000}}""", Facts = [("uploadUrl", "~^https?://"), ("nextExpectedRanges/0", "~^0")] },
            Bad(400, "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize", "A file that is small enough for one piece") with { Body = """{"AttachmentItem":{"attachmentType":"file","name":"a.pdf","size":100}}""" },
            Missing("message", "AAMkFinnsInte", "ErrorItemNotFound", "No such message") with { Body = """{"AttachmentItem":{"attachmentType":"file","name":"a.pdf","size":3200000}}""" }),

        .. Anywhere("POST", Message + "/createReply", (g, at) => g.Users[at["mailbox"]].Messages[at["message"]].CreateReply.PostAsync(at.Model<CreateReplyPostRequestBody>()),
            Good("A draft that answers", 201) with { Body = """{"comment":"Tack"}""", Facts = [("subject", "~^SV: "), ("isDraft", "true")] },
            Missing("message", "AAMkFinnsInte", "ErrorItemNotFound", "No such message") with { Body = "{}" }),

        .. Anywhere("GET", Box + "/mailFolders", (g, at) => g.Users[at["mailbox"]].MailFolders.GetAsync(),
            Good("The folders with their counts") with { Facts = [("value/*/displayName", "*"), ("value/*/unreadItemCount", "*")] },
            Bad(403, "ErrorAccessDenied", "A mailbox other than the one that the runtime identity has") with { With = [("mailbox", "{member}")] }),

        .. Anywhere("GET", Box + "/mailFolders/{folder}", (g, at) => g.Users[at["mailbox"]].MailFolders[at["folder"]].GetAsync(),
            Good("A folder by its well-known name") with { With = [("folder", "sentitems")], Facts = [("totalItemCount", "*")] },
            Missing("folder", "finnsinte", "ErrorItemNotFound", "No such folder")),

        .. Anywhere("GET", Box + "/mailFolders/{folder}/messages", (g, at) => g.Users[at["mailbox"]].MailFolders[at["folder"]].Messages.GetAsync(),
            Good("The messages of a folder") with { With = [("folder", "drafts"), ("made", "{message}")], Facts = [("value/*/isDraft", "true")] },
            Missing("folder", "finnsinte", "ErrorItemNotFound", "No such folder")),

        .. On("POST", Message + "/send", (g, at) => g.Users[at["mailbox"]].Messages[at["message"]].Send.PostAsync(),
            Good("A draft is accepted for sending; it leaves Drafts and a copy comes to Sent Items", 202) with { Facts = [(".", "")] },
            Bad(400, "ErrorInvalidRecipients", "A draft without recipients") with { With = [("message", "{emptyMessage}")] },
            Bad(400, "ErrorInvalidRequest", "A message that is sent already, under its immutable id") with { With = [("message", "{sentMessage}")] },
            Missing("message", "AAMkFinnsInte", "ErrorItemNotFound", "No such message"),
            Bad(403, "ErrorAccessDenied", "A mailbox other than the one that the runtime identity has") with { Path = "/v1.0/users/{member}/messages/AAMk/send" }),

        .. On("POST", Box + "/sendMail", (g, at) => g.Users[at["mailbox"]].SendMail.PostAsync(at.Model<SendMailPostRequestBody>()),
            Good("A message is sent in one call", 202) with { Body = $$"""{"message":{"subject":"Kontrakt {n}","body":{"contentType":"text","content":"Hej"},{{To}} },"saveToSentItems":false}""" },
            Bad(400, "ErrorInvalidRequest", "No message") with { Findings = ["REQ_REQUIRED"], Body = """{"saveToSentItems":false}""" },
            Bad(400, "ErrorInvalidRecipients", "No recipients") with { Findings = ["REQ_REQUIRED"], Body = """{"message":{"subject":"x"}}""" }),
    ];
}
