using Hallbarhet.LocalTenant.Faults;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.SharePointRest;

namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>SharePoint REST's way through the pipeline: its own tokens, its own words, and its multipart batches.</summary>
internal sealed class SharePointTraffic(TenantState tenant, Pipeline pipeline)
{
    private readonly FaultyWork work = new(tenant, pipeline, ErrorReplies.SharePoint);

    public Task<Reply> AnswerAsync(TenantRequest request, LogEntry entry, CancellationToken cancellation) =>
        request.Path.EndsWith("/_api/$batch", StringComparison.OrdinalIgnoreCase)
            ? work.RunAsync(request, entry, _ => BatchAsync(request, entry, cancellation), cancellation)
            : work.RunAsync(request, entry,
                p => Guarded(() => p.SharePoint.Work(request, pipeline.Authenticate(request, entry, true), entry)), cancellation);

    /// <summary>Alone with the state; it is written down once it is known to be allowed.</summary>
    public Reply Work(TenantRequest request, Caller caller, LogEntry entry)
    {
        lock (tenant.Gate)
        {
            return SharePointRouter.Answer(tenant, request, caller, entry, () =>
            {
                if (request.Method != "GET") pipeline.Journal.Write(request, caller);
            });
        }
    }

    /// <summary>Every part has its own faults, rights and line in the journal, in the name of the batch's caller.</summary>
    private async Task<Reply> BatchAsync(TenantRequest request, LogEntry entry, CancellationToken cancellation)
    {
        Caller? caller = null;
        IReadOnlyList<TenantRequest> parts = [];
        var refused = Guarded(() =>
        {
            (caller, parts) = (pipeline.Authenticate(request, entry, true), BatchBody.Read(request));
            return Reply.Empty(200);
        });
        if (refused.Status != 200 || caller is null) return refused;
        var replies = new List<Reply>();
        foreach (var part in parts) replies.Add(await PartAsync(part, caller, entry, cancellation));
        return BatchBody.Write(replies);
    }

    private async Task<Reply> PartAsync(TenantRequest part, Caller caller, LogEntry batch, CancellationToken cancellation)
    {
        var logged = new LogEntry(part.Method, part.Path) { Identity = caller.Name };
        batch.Parts.Add(logged);
        var reply = await work.RunAsync(part, logged, p => Guarded(() => p.SharePoint.Work(part, caller, logged)), cancellation);
        logged.Status = reply.Status;
        return reply;
    }

    private static Reply Guarded(Func<Reply> work)
    {
        try
        {
            return work();
        }
        catch (GraphError e)
        {
            return ErrorReplies.SharePoint(e);
        }
        catch (Exception e) when (e is not (ConnectionCut or OperationCanceledException))
        {
            return ErrorReplies.SharePoint(new(500, "generalException", $"The local tenant failed: {e}"));
        }
    }
}
