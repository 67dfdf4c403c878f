using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;

namespace Hallbarhet.Tests.Building;

/// <summary>The service mailbox in memory. The copy in Sent Items may be told to appear late.</summary>
public sealed class PaperMailbox(PaperCalls calls, TimeProvider time) : IMailbox
{
    private readonly Dictionary<string, OutgoingMail> drafts = [];
    private readonly List<(string Id, OutgoingMail Mail, DateTimeOffset At)> sent = [];

    public IReadOnlyList<(string Id, OutgoingMail Mail, DateTimeOffset At)> Sent => sent;

    public IReadOnlyDictionary<string, OutgoingMail> Drafts => drafts;

    public TimeSpan SentCopyAppearsAfter { get; set; } = TimeSpan.Zero;

    public MailboxState State { get; set; } = new(0, null);

    public Task<IReadOnlyDictionary<string, MailTrace>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        calls.PassAsync<IReadOnlyDictionary<string, MailTrace>>("Mailbox.Find", () =>
        {
            var found = new Dictionary<string, MailTrace>();
            foreach (var (id, mail) in drafts.Where(d => keys.Contains(d.Value.Key))) found[mail.Key] = new(id, null);
            foreach (var (id, mail, at) in sent.Where(s => keys.Contains(s.Mail.Key) && s.At + SentCopyAppearsAfter <= time.GetUtcNow()))
                found[mail.Key] = new(id, at);
            return found;
        });

    public Task<IReadOnlyList<string>> CreateDraftsAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken ct) =>
        calls.PassAsync<IReadOnlyList<string>>("Mailbox.CreateDrafts", () =>
        {
            var ids = mails.Select(_ => Guid.NewGuid().ToString()).ToList();
            foreach (var (id, mail) in ids.Zip(mails)) drafts[id] = mail;
            calls.Wrote(mails.Count);
            return ids;
        });

    public Task SendAsync(string draftId, CancellationToken ct) => calls.PassAsync("Mailbox.Send", () =>
    {
        if (!drafts.Remove(draftId, out var mail)) throw new RefusedByServiceException("There is no such draft.");
        sent.Add((draftId, mail, time.GetUtcNow()));
        calls.Wrote();
        return 0;
    });

    public Task<MailboxState> StateAsync(CancellationToken ct) => calls.PassAsync("Mailbox.State", () => State);
}

/// <summary>Keeps what each mail says, so that tests can ask for facts instead of HTML.</summary>
public sealed class PaperComposer : IMailComposer
{
    private readonly List<MailContent> contents = [];

    public ComposedMail Compose(MailContent content)
    {
        contents.Add(content);
        return new(content.GetType().Name, $"{contents.Count - 1}");
    }

    public MailContent Of(OutgoingMail mail) => contents[int.Parse(mail.Html, System.Globalization.CultureInfo.InvariantCulture)];
}

/// <summary>A mail that left the mailbox.</summary>
public sealed record SentMail(OutgoingMail Mail, MailContent Content, DateTimeOffset At)
{
    public string Key => Mail.Key;

    /// <summary>Addresses, as they stand in To.</summary>
    public IReadOnlyList<string> To => [.. Mail.To.Select(a => a.Address)];
}
