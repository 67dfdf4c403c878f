using Hallbarhet.LocalTenant.Directory;

namespace Hallbarhet.LocalTenant.Mail;

/// <summary>A user's mailbox: messages in folders, in the order of their arrival.</summary>
internal sealed class Mailbox(UserAccount owner)
{
    private readonly Dictionary<string, MailMessage> byId = [];

    public UserAccount Owner { get; } = owner;

    public string Address => Owner.Mail!;

    public List<MailMessage> Messages { get; } = [];

    public MailMessage Get(string id) => byId.GetValueOrDefault(id) ?? throw NotFound();

    public static GraphError NotFound() => new(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    public void Add(MailMessage message)
    {
        Messages.Add(message);
        byId[message.ImmutableId] = byId[message.Id] = message;
    }

    public void Remove(MailMessage message)
    {
        _ = Messages.Remove(message);
        _ = byId.Remove(message.Id);
        _ = byId.Remove(message.ImmutableId);
    }

    /// <summary>What a reader finds at this moment of the wall clock.</summary>
    public IEnumerable<MailMessage> Found(DateTimeOffset wire) => Messages.Where(m => m.FoundFrom <= wire);

    /// <summary>A message that changes folders gets a new ordinary id and keeps its immutable one.</summary>
    public void Move(MailMessage message, MailFolder folder, string newId)
    {
        _ = byId.Remove(message.Id);
        message.Id = newId;
        message.Folder = folder;
        byId[newId] = message;
    }
}

internal enum MailFolder
{
    Inbox,
    Drafts,
    SentItems,
    DeletedItems,
}

internal sealed class MailMessage
{
    /// <summary>Changes when the message moves.</summary>
    public required string Id { get; set; }

    public required string ImmutableId { get; init; }

    public required MailFolder Folder { get; set; }

    /// <summary>Everything but the ids, attachments, headers and extended properties.</summary>
    public required JsonObject Json { get; init; }

    public List<JsonObject> Attachments { get; } = [];

    public Dictionary<string, string> ExtendedProperties { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<(string Name, string Value)> Headers { get; } = [];

    /// <summary>Wire time from which a sent copy is found; until then it is in no folder.</summary>
    public DateTimeOffset FoundFrom { get; set; }

    public bool IsDraft => Json.Flag("isDraft") == true;

    public string Subject => Json.Text("subject") ?? "";

    public IEnumerable<string> Addresses(string list) => Json.Objects(list).Select(r => r.Inner("emailAddress")?.Text("address") ?? "");
}
