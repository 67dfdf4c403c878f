using Hallbarhet.Group.Calendar;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Members;

namespace Hallbarhet.Group.Mailing;

/// <summary>A mail that a job wants sent once. The key is kind, subject, version, and the recipient when it is personal.</summary>
public sealed record MailRequest
{
    /// <summary>Such as "M2/Meeting/3/1/Member/7"; see <see cref="MailKeys"/>.</summary>
    public required string Key { get; init; }

    public required MailKind Kind { get; init; }

    public required MailContent Content { get; init; }

    public required IReadOnlyList<MailAddress> To { get; init; }

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    public int? MeetingId { get; init; }

    public int? ReportId { get; init; }

    public string? InThreadOf { get; init; }
}

/// <summary>
/// Sends mails once: ledger row, draft that carries the key, id recorded, send, marked sent. Whatever was cut off in the middle is
/// found again by its key. An outcome that cannot be known is marked Oklart and never sent again by itself.
/// </summary>
/// <remarks>The snapshot must hold Mailings, Members and Organisation.</remarks>
public sealed class SendOnce(IGroupLists lists, IMailbox mailbox, IMailComposer composer, MailPolicy policy, IMailWatch watch, TimeProvider time)
{
    /// <summary>The copy in Sent Items may appear this late; before that "not found" means "not known".</summary>
    public static readonly TimeSpan SentCopyDelay = TimeSpan.FromMinutes(10);

    /// <returns>The ledger rows in the order of the requests, each Skickat, Oklart or Misslyckat.</returns>
    /// <exception cref="OutcomeUnknownException">A mail's fate is not known yet; ask again later with the same key.</exception>
    public async Task<IReadOnlyList<MailingRow>> SendAsync(IReadOnlyList<MailRequest> requests, Snapshot snapshot, CancellationToken ct)
    {
        if (!SendWindow.IsOpen(time.GetUtcNow())) throw new ServiceUnavailableException("Outside the hours in which mail is sent.");
        // Rows that somebody typed by hand may lack a key or repeat one; they must not stop the mail.
        var known = snapshot.Mailings.GroupBy(m => m.MailKey, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MinBy(m => m.Id)!);
        var open = requests.Where(r => !IsSettled(known.GetValueOrDefault(r.Key))).DistinctBy(r => r.Key).ToList();
        if (open.Count > 0)
        {
            policy.EnsureRoomFor(open.Count, snapshot.Mailings, time.GetUtcNow());
            foreach (var row in await SendOpenAsync(open, known, ReplyTo(snapshot), ct)) known[row.MailKey] = row;
        }

        var unclear = requests.Where(r => !IsSettled(known[r.Key])).ToList();
        return unclear.Count == 0
            ? [.. requests.Select(r => known[r.Key])]
            : throw new OutcomeUnknownException($"{unclear.Count} mails of kind {Words.Of(unclear[0].Kind)} wait for their outcome.");
    }

    public static bool IsSettled(MailingRow? row) => row?.Outcome is MailOutcome.Sent or MailOutcome.Unknown or MailOutcome.Failed;

    private async Task<IReadOnlyList<MailingRow>> SendOpenAsync(
        List<MailRequest> open, Dictionary<string, MailingRow> known, MailAddress? replyTo, CancellationToken ct)
    {
        var mails = open.Select(r => policy.Address(r, composer.Compose(r.Content), replyTo)).ToList();
        var interrupted = open.Where(r => known.ContainsKey(r.Key)).Select(r => r.Key).ToList();
        var traces = interrupted.Count == 0
            ? new Dictionary<string, MailTrace>()
            : await mailbox.FindAsync(interrupted, ct);
        var rows = await lists.AddAsync<MailingRow>([.. open.Zip(mails, NewRow)], ct);

        var jobs = rows.Zip(mails, (row, mail) => new Attempt(row, mail, traces.GetValueOrDefault(row.MailKey))).ToList();
        foreach (var attempt in jobs.Where(a => interrupted.Contains(a.Row.MailKey))) Judge(attempt);
        // A row that is there although the snapshot did not have it belongs to somebody who is at it right now.
        foreach (var attempt in jobs.Where(a => a.Row.WasThere && !interrupted.Contains(a.Row.MailKey))) attempt.Waits = true;
        foreach (var attempt in jobs.Where(a => a is { Mail.To.Count: 0, Outcome: null, Waits: false })) attempt.Outcome = MailOutcome.Failed;

        await ClaimAsync([.. jobs.Where(a => a is { Outcome: null, DraftId: not null, Waits: false })], ct);
        await DraftAsync([.. jobs.Where(a => a is { Outcome: null, DraftId: null, Waits: false })], ct);
        foreach (var attempt in jobs.Where(a => a is { Outcome: null, DraftId: not null, Waits: false })) await SendAsync(attempt, ct);
        var settled = await lists.UpdateAsync<MailingRow>([.. jobs.Select(a => (a.Row, a.Settled()))], ct);
        foreach (var row in settled.Where(r => r.Outcome == MailOutcome.Unknown)) watch.OutcomeIsUnknown(row);
        return settled;
    }

    /// <summary>What an earlier, interrupted run left behind.</summary>
    private void Judge(Attempt attempt)
    {
        var age = time.GetUtcNow() - attempt.Row.Modified;
        switch (attempt.Trace)
        {
            case { SentAt: { } at }:
                (attempt.Outcome, attempt.SentAt) = (MailOutcome.Sent, at);
                break;
            case { Id: var draft }:
                attempt.DraftId = draft;
                break;
            case null when attempt.Row.DraftId is not null:
                // The draft is gone from Drafts: it was sent, and the copy is late, or somebody removed it. Only time can tell.
                if (age > SentCopyDelay) attempt.Outcome = MailOutcome.Unknown;
                else attempt.Waits = true;
                break;
            case null when age < SentCopyDelay:
                // The draft may have been made and not yet be found by its key.
                attempt.Waits = true;
                break;
        }
    }

    /// <summary>
    /// A draft that an earlier run left is written on its row, with the time, before it is sent: should the answer get lost now, the
    /// row tells that a draft was there and since when its copy may be late. The ETag keeps a second instance from sending it too.
    /// </summary>
    private async Task ClaimAsync(List<Attempt> attempts, CancellationToken ct)
    {
        if (attempts.Count == 0) return;
        var now = time.GetUtcNow();
        var rows = await lists.UpdateAsync<MailingRow>([.. attempts.Select(a => (a.Row, a.Row with { DraftId = a.DraftId, SentAt = now }))], ct);
        foreach (var (attempt, row) in attempts.Zip(rows)) (attempt.Row, attempt.Resumed) = (row, true);
    }

    private async Task DraftAsync(List<Attempt> attempts, CancellationToken ct)
    {
        if (attempts.Count == 0) return;
        var ids = await mailbox.CreateDraftsAsync([.. attempts.Select(a => a.Mail)], ct);
        foreach (var (attempt, id) in attempts.Zip(ids)) attempt.DraftId = id;
        var rows = await lists.UpdateAsync<MailingRow>([.. attempts.Select(a => (a.Row, a.Row with { DraftId = a.DraftId }))], ct);
        foreach (var (attempt, row) in attempts.Zip(rows)) attempt.Row = row;
    }

    private async Task SendAsync(Attempt attempt, CancellationToken ct)
    {
        try
        {
            await mailbox.SendAsync(attempt.DraftId!, ct);
            (attempt.Outcome, attempt.SentAt) = (MailOutcome.Sent, time.GetUtcNow());
        }
        catch (RefusedByServiceException)
        {
            // A draft of an earlier run that cannot be sent may be gone because it was sent then.
            attempt.Outcome = attempt.Resumed ? MailOutcome.Unknown : MailOutcome.Failed;
        }
        catch (Exception e) when (e is OutcomeUnknownException or ServiceUnavailableException)
        {
            // Left as it stands: the next run asks the mailbox for the key.
        }
    }

    private static MailingRow NewRow(MailRequest request, OutgoingMail mail) => new()
    {
        Title = mail.Subject,
        MailKey = request.Key,
        Kind = request.Kind,
        MeetingId = request.MeetingId,
        ReportId = request.ReportId,
        Recipients = string.Join('\n', mail.To.Concat(mail.Cc).Select(a => a.Address)),
        RecipientCount = mail.To.Count + mail.Cc.Count,
        Outcome = MailOutcome.Preparing,
    };

    private MailAddress? ReplyTo(Snapshot snapshot) =>
        new GroupDirectory(snapshot, time.Today()).Strategists.Select(s => s.Address).FirstOrDefault(a => a is not null);

    private sealed class Attempt(MailingRow row, OutgoingMail mail, MailTrace? trace)
    {
        public MailingRow Row { get; set; } = row;
        public OutgoingMail Mail => mail;
        public MailTrace? Trace => trace;
        public string? DraftId { get; set; }
        public bool Waits { get; set; }
        public bool Resumed { get; set; }
        public MailOutcome? Outcome { get; set; }
        public DateTimeOffset? SentAt { get; set; }

        public MailingRow Settled() => Outcome is { } outcome ? Row with { Outcome = outcome, SentAt = SentAt } : Row;
    }
}
