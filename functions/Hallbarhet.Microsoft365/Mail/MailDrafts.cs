using Hallbarhet.Group.Mailing;
using Hallbarhet.Microsoft365.Files;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Messages;

namespace Hallbarhet.Microsoft365.Mail;

/// <summary>
/// Makes drafts, four at a time, as Exchange works for one mailbox. A draft whose making got no answer is looked for by its key.
/// A draft that takes several calls gets its key last: whoever finds a key finds a complete mail.
/// </summary>
internal sealed class MailDrafts(Microsoft365Connection connection)
{
    private const int AtATime = 4;

    private MessagesRequestBuilder Messages => connection.Graph.Users[connection.Options.ServiceMailbox].Messages;

    public async Task<IReadOnlyList<string>> CreateAsync(
        IReadOnlyList<OutgoingMail> mails, IReadOnlyDictionary<string, MailTrace> threads,
        Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyDictionary<string, MailTrace>>> find, CancellationToken ct)
    {
        var drafting = mails.Select(m => new Drafting(m, m.InThreadOf is { } key ? threads.GetValueOrDefault(key) : null)).ToList();
        foreach (var some in drafting.Where(d => !d.TakesSteps).Chunk(AtATime)) await AtOnceAsync(some, ct);
        if (drafting.Where(d => d.IsLost).ToList() is { Count: > 0 } lost)
        {
            var traces = await find([.. lost.Select(d => d.Mail.Key)], ct);
            foreach (var one in lost) one.Id = traces.GetValueOrDefault(one.Mail.Key)?.Id;
        }

        foreach (var one in drafting.Where(d => d.TakesSteps)) one.Id = await InStepsAsync(one, ct);
        return [.. drafting.Select(d => d.Id ?? throw d.Error!)];
    }

    private async Task AtOnceAsync(IReadOnlyList<Drafting> some, CancellationToken ct)
    {
        var batch = new GraphBatch(connection);
        foreach (var one in some)
        {
            var request = Messages.ToPostRequestInformation(MailParts.Draft(one.Mail), c => c.ImmutableIds());
            one.Part = batch.Add(request, Message.CreateFromDiscriminatorValue);
        }

        try
        {
            await batch.SendAsync(ct);
        }
        catch (ServiceUnavailableException e)
        {
            foreach (var one in some) one.BatchError = e;
        }

        foreach (var one in some.Where(d => d.Part is { Succeeded: true })) one.Id = one.Part!.Value.Id;
    }

    /// <summary>A mail in a thread is a reply to what was sent, with its own words and readers; a long file goes in pieces.</summary>
    private async Task<string> InStepsAsync(Drafting one, CancellationToken ct)
    {
        var begun = one.Thread is { } thread
            ? await Messages[thread.Id].CreateReply.PostAsync(new(), c => c.ImmutableIds(), ct)
            : await Messages.PostAsync(new() { Subject = MailParts.Head(one.Mail).Subject }, c => c.ImmutableIds(), ct);
        var id = begun?.Id ?? throw new NotFoundException("A draft was made and its id not told.");
        foreach (var file in one.Mail.Attachments) await AttachAsync(id, file, ct);
        var complete = MailParts.Head(one.Mail);
        complete.SingleValueExtendedProperties = MailProperty.Mail.With(one.Mail.Key);
        await Messages[id].PatchAsync(complete, c =>
        {
            c.ImmutableIds();
            c.Options.Add(IdempotentWrite.Instance);
        }, ct);
        return id;
    }

    private async Task AttachAsync(string id, MailAttachment file, CancellationToken ct)
    {
        if (MailParts.IsSmall(file))
        {
            await Messages[id].Attachments.PostAsync(MailParts.Attached(file), c => c.ImmutableIds(), ct);
            return;
        }

        var item = new AttachmentItem
        {
            AttachmentType = AttachmentType.File,
            Name = file.FileName,
            Size = file.Content.Length,
            ContentType = file.ContentType,
        };
        var session = await Messages[id].Attachments.CreateUploadSession
            .PostAsync(new() { AttachmentItem = item }, c => c.ImmutableIds(), ct);
        await UploadSessions.SendAsync(
            connection.Graph.RequestAdapter, session!.UploadUrl!, file.Content, FileAttachment.CreateFromDiscriminatorValue, ct);
    }

    private sealed class Drafting(OutgoingMail mail, MailTrace? thread)
    {
        public OutgoingMail Mail => mail;

        public MailTrace? Thread => thread;

        public bool TakesSteps => thread is not null || !mail.Attachments.All(MailParts.IsSmall);

        public BatchPart<Message>? Part { get; set; }

        public Exception? BatchError { get; set; }

        public string? Id { get; set; }

        public bool IsLost => Id is null && Error is ServiceUnavailableException;

        public Exception? Error => Part?.Error ?? BatchError;
    }
}
