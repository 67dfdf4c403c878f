using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Group.Mailing;

/// <summary>Who may get mail from this installation. Until MailLive is true everything goes to one address.</summary>
public sealed record MailPolicy
{
    public bool MailLive { get; init; }

    /// <summary>Needed until <see cref="MailLive"/> is true.</summary>
    public string? RedirectAllTo { get; init; }

    /// <summary>Domains that may be written to; empty allows all.</summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    public int MailsPerHour { get; init; } = 60;

    public OutgoingMail Address(MailRequest request, ComposedMail mail, MailAddress? replyTo) => new()
    {
        Key = request.Key,
        Subject = mail.Subject,
        Html = mail.Html,
        To = Allowed(request.To),
        Cc = MailLive ? Allowed(request.Cc) : [],
        ReplyTo = replyTo,
        Attachments = request.Attachments,
        InThreadOf = request.InThreadOf,
    };

    /// <summary>Also for the attendees of events: until mail is live nobody is invited.</summary>
    public IReadOnlyList<MailAddress> Allowed(IReadOnlyList<MailAddress> addresses)
    {
        if (MailLive) return [.. addresses.Where(a => IsAllowed(a.Address)).DistinctBy(a => a.Address.ToUpperInvariant())];
        return [new("Omdirigerad", RedirectAllTo ?? throw new SetupProblemException("Set MailRedirectAllTo, or MailLive=true."))];
    }

    /// <summary>Stops a loop before it reaches people.</summary>
    public void EnsureRoomFor(int mails, IReadOnlyList<MailingRow> ledger, DateTimeOffset now)
    {
        var sent = ledger.Count(m => m.SentAt > now.AddHours(-1));
        if (sent + mails > MailsPerHour)
            throw new SetupProblemException($"{sent} mails went out within an hour and {mails} more would pass the limit of {MailsPerHour} "
                                            + "(MailsPerHour). Check that this is right; mail goes on when the hour has passed.");
    }

    private bool IsAllowed(string address) =>
        AllowedDomains.Count == 0 || AllowedDomains.Any(d => address.EndsWith("@" + d, StringComparison.OrdinalIgnoreCase));
}
