using System.Net;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Microsoft365.Http;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item;

namespace Hallbarhet.Microsoft365.Mail;

/// <summary>The group's service mailbox through Graph.</summary>
public sealed class GraphMailbox(Microsoft365Connection connection) : IMailbox
{
    // An address has room for a few of the long conditions on an extended property.
    private const int KeysPerFilter = 6;

    private readonly PortErrors errors = new(
        $"Check that the mailbox {connection.Options.ServiceMailbox} exists and that the service's identity may use it "
        + "(Exchange RBAC for Applications: Application Mail.ReadWrite and Application Mail.Send on this mailbox).");
    private readonly MailDrafts drafts = new(connection);

    private UserItemRequestBuilder Box => connection.Graph.Users[connection.Options.ServiceMailbox];

    public Task<IReadOnlyDictionary<string, MailTrace>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        errors.Translate(() => FindOnceAsync(keys, ct));

    public Task<IReadOnlyList<string>> CreateDraftsAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken ct) =>
        errors.Translate(async () =>
        {
            var threads = await FindOnceAsync([.. mails.Select(m => m.InThreadOf).OfType<string>().Distinct()], ct);
            return await drafts.CreateAsync(mails, threads, FindOnceAsync, ct);
        });

    public async Task SendAsync(string draftId, CancellationToken ct)
    {
        try
        {
            await Box.Messages[draftId].Send.PostAsync(c => c.ImmutableIds(), ct);
        }
        catch (Http.ServiceUnavailableException e) when (e.Status == HttpStatusCode.TooManyRequests || !e.OutcomeUnknown)
        {
            throw errors.ToJobError(e)!;
        }
        catch (Exception e) when (e is Http.ServiceUnavailableException or NotFoundException || IsCut(e, ct))
        {
            // Not found: somebody, or an earlier attempt, was there before us.
            throw new OutcomeUnknownException($"Whether a mail was sent is not known: {e.Message}", e);
        }
        catch (Exception e) when (e is RequestRejectedException or ConflictException or PreconditionFailedException)
        {
            throw new RefusedByServiceException(e.Message, e);
        }
        catch (Microsoft365Exception e)
        {
            throw errors.ToJobError(e)!;
        }
    }

    public Task<MailboxState> StateAsync(CancellationToken ct) => errors.Translate(async () =>
    {
        var batch = new GraphBatch(connection);
        var inbox = batch.Add(
            Box.MailFolders["inbox"].ToGetRequestInformation(c => c.QueryParameters.Select = ["unreadItemCount"]),
            MailFolder.CreateFromDiscriminatorValue);
        var oldest = batch.Add(
            Box.MailFolders["inbox"].Messages.ToGetRequestInformation(c =>
            {
                // Exchange wants what it sorts by to come first in the filter.
                c.QueryParameters.Filter = "receivedDateTime ge 2000-01-01T00:00:00Z and isRead eq false";
                c.QueryParameters.Orderby = ["receivedDateTime"];
                c.QueryParameters.Top = 1;
                c.QueryParameters.Select = ["receivedDateTime"];
            }),
            MessageCollectionResponse.CreateFromDiscriminatorValue);
        await batch.SendAsync(ct);
        return new MailboxState(inbox.Value.UnreadItemCount ?? 0, oldest.Value.Value?.FirstOrDefault()?.ReceivedDateTime);
    });

    private async Task<IReadOnlyDictionary<string, MailTrace>> FindOnceAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var found = new Dictionary<string, MailTrace>(StringComparer.Ordinal);
        if (keys.Count == 0) return found;
        var batch = new GraphBatch(connection);
        var parts = keys.Chunk(KeysPerFilter).Select(some => batch.Add(Box.Messages.ToGetRequestInformation(c =>
        {
            c.ImmutableIds();
            c.QueryParameters.Filter = MailProperty.Mail.Filter(some);
            c.QueryParameters.Expand = [MailProperty.Mail.Expand];
            c.QueryParameters.Select = ["id", "isDraft", "sentDateTime"];
            c.QueryParameters.Top = 100;
        }), MessageCollectionResponse.CreateFromDiscriminatorValue)).ToList();
        await batch.SendAsync(ct);
        foreach (var message in parts.SelectMany(p => p.Value.Value ?? [])) Note(found, message);
        return found;
    }

    /// <summary>Of several mails with one key the sent one tells what happened.</summary>
    private static void Note(Dictionary<string, MailTrace> found, Message message)
    {
        if (MailProperty.Mail.In(message.SingleValueExtendedProperties) is not { } key || message.Id is null) return;
        var trace = new MailTrace(message.Id, message.IsDraft == true ? null : message.SentDateTime);
        if (!found.TryGetValue(key, out var known) || known.SentAt is null) found[key] = trace;
    }

    /// <summary>Our own limit of patience or a broken connection, not the host shutting down.</summary>
    private static bool IsCut(Exception e, CancellationToken ct) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested);
}
