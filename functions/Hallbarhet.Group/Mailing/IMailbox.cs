using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Mailing;

/// <summary>The group's service mailbox. Throws <see cref="ServiceUnavailableException"/>, <see cref="SetupProblemException"/>.</summary>
public interface IMailbox
{
    /// <summary>Where mails with these keys are now; a key without a trace is not in the answer. The copy in Sent Items may appear late.</summary>
    Task<IReadOnlyDictionary<string, MailTrace>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken ct);

    /// <summary>Creates drafts that carry their key; returns their immutable ids in order.</summary>
    Task<IReadOnlyList<string>> CreateDraftsAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken ct);

    /// <summary>
    /// Sends a draft, once: never repeated below this call. Throws <see cref="OutcomeUnknownException"/> when the answer was lost,
    /// <see cref="RefusedByServiceException"/> when the service refused it.
    /// </summary>
    Task SendAsync(string draftId, CancellationToken ct);

    /// <summary>Unread mails in the inbox and when the oldest of them came.</summary>
    Task<MailboxState> StateAsync(CancellationToken ct);
}

/// <param name="Id">Immutable id.</param>
/// <param name="SentAt">Null while it is a draft.</param>
public sealed record MailTrace(string Id, DateTimeOffset? SentAt);

public sealed record MailboxState(int Unread, DateTimeOffset? OldestUnread);

/// <summary>A mail ready to be drafted: recipients are already redirected and checked.</summary>
public sealed record OutgoingMail
{
    public required string Key { get; init; }

    public required string Subject { get; init; }

    public required string Html { get; init; }

    public required IReadOnlyList<MailAddress> To { get; init; }

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>A person in service, so that a reply reaches somebody.</summary>
    public MailAddress? ReplyTo { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Key of an earlier mail whose thread this one continues; null for a new thread.</summary>
    public string? InThreadOf { get; init; }
}

public sealed record MailAddress(string Name, string Address);

/// <param name="ContentType">IANA media type.</param>
public sealed record MailAttachment(string FileName, string ContentType, byte[] Content);
