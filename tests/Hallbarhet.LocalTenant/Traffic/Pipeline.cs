using Hallbarhet.LocalTenant.Batch;
using Hallbarhet.LocalTenant.Faults;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>The way of every request: who calls, what goes wrong, who answers, what is written down.</summary>
internal sealed class Pipeline
{
    private readonly TenantState tenant;
    private readonly CaptureFile? capture;
    private readonly FaultyWork graphWork;
    private readonly BatchRunner batch;
    private readonly ContentPlane content;

    public Pipeline(TenantState tenant, CaptureFile? capture)
    {
        (this.tenant, this.capture) = (tenant, capture);
        (Faults, Journal) = (new(tenant.Options.Seed), new(tenant.Wire));
        graphWork = new(tenant, this, e => ErrorReplies.Graph(e, tenant.Wire, null));
        SharePoint = new(tenant, this);
        batch = new(tenant, this);
        content = new(tenant);
    }

    public SharePointTraffic SharePoint { get; }

    public FaultScript Faults { get; }

    public RequestLog Log { get; } = new();

    public DayBook Days { get; } = new();

    public Journal Journal { get; }

    public async Task<Reply> AnswerAsync(TenantRequest request, CancellationToken cancellation)
    {
        var entry = new LogEntry(request.Method, request.Path);
        request.Arrived = SchemaClock.Now;
        Reply? reply = null;
        try
        {
            reply = Finish(request, await DispatchAsync(request, entry, cancellation));
            return reply;
        }
        finally
        {
            entry.Status = reply?.Status ?? 0;
            Log.Add(entry);
            Days.Add(tenant.Now, request, entry);
            capture?.Write(request, entry.Identity, reply);
        }
    }

    private Task<Reply> DispatchAsync(TenantRequest request, LogEntry entry, CancellationToken cancellation)
    {
        if (request.Path.StartsWith("/v1.0/", StringComparison.Ordinal))
            return request.Path == "/v1.0/$batch"
                ? graphWork.RunAsync(request, entry, _ => BatchAsync(request, entry, cancellation), cancellation)
                : GraphAsync(request, entry, cancellation);
        if (request.Path.Contains("/_api/", StringComparison.OrdinalIgnoreCase)) return SharePoint.AnswerAsync(request, entry, cancellation);
        return ContentPlane.Owns(request.Path) ? ContentAsync(request, entry, cancellation) : Task.FromResult(Unknown(request));
    }

    private Reply Unknown(TenantRequest request) =>
        ErrorReplies.Graph(GraphError.NotKnown(request.Method, request.Path), tenant.Wire, request.Headers);

    private Task<Reply> GraphAsync(TenantRequest request, LogEntry entry, CancellationToken cancellation) =>
        graphWork.RunAsync(request, entry,
            p => Guarded(request, () => p.Work(request, Authenticate(request, entry, false), entry, false)), cancellation);

    /// <summary>A part of a batch, in the name of the batch's caller.</summary>
    public Task<Reply> PartAsync(TenantRequest part, Caller caller, LogEntry entry, CancellationToken cancellation)
    {
        entry.Identity = caller.Name;
        return graphWork.RunAsync(part, entry, p => Guarded(part, () => p.Work(part, caller, entry, true)), cancellation);
    }

    private async Task<Reply> BatchAsync(TenantRequest request, LogEntry entry, CancellationToken cancellation)
    {
        Caller? caller = null;
        var refused = Guarded(request, () =>
        {
            caller = Authenticate(request, entry, false);
            return Reply.Empty(200);
        });
        if (refused.Status != 200 || caller is null) return refused;
        try
        {
            return await batch.RunAsync(request, caller, entry, cancellation);
        }
        catch (GraphError e)
        {
            return ErrorReplies.Graph(e, tenant.Wire, request.Headers);
        }
    }

    private async Task<Reply> ContentAsync(TenantRequest request, LogEntry entry, CancellationToken cancellation)
    {
        if (request.Method == "GET" && ContentPlane.IsDownload(request.Path))
        {
            var refused = await graphWork.RunAsync(request, entry, _ => Reply.Empty(200), cancellation);
            return refused.Status == 200 ? await content.DownloadAsync(request, entry, cancellation) : refused;
        }
        return await graphWork.RunAsync(request, entry, _ => Guarded(request, () =>
        {
            lock (tenant.Gate)
            {
                if (content.Takes(request)) Journal.Write(request, null);
                return content.Upload(request, entry);
            }
        }), cancellation);
    }

    public Caller Authenticate(TenantRequest request, LogEntry entry, bool sharePoint)
    {
        var caller = tenant.Tokens.Authenticate(request.Headers.GetValueOrDefault("Authorization"), sharePoint);
        entry.Identity = caller.Name;
        return caller;
    }

    private Reply Guarded(TenantRequest request, Func<Reply> work)
    {
        try
        {
            return work();
        }
        catch (GraphError e)
        {
            return ErrorReplies.Graph(e, tenant.Wire, request.Headers);
        }
        catch (Exception e) when (e is not (ConnectionCut or OperationCanceledException))
        {
            // A fault of the tenant itself: say so, where the service would only say that something went wrong.
            return ErrorReplies.Graph(new(500, "generalException", $"The local tenant failed: {e}"), tenant.Wire, request.Headers);
        }
    }

    /// <summary>Finds the operation and does it, alone with the state.</summary>
    public Reply Work(TenantRequest request, Caller caller, LogEntry entry, bool isPart)
    {
        var call = new Call
        {
            Tenant = tenant,
            Method = request.Method,
            Path = request.Path,
            Query = new(request.QueryText),
            Headers = request.Headers,
            Body = request.Body,
            Caller = caller,
            IsPart = isPart,
        };
        var segments = GraphPath.Segments(request.Path["/v1.0".Length..], caller.UserId);
        var operation = Operations.Graph.Find(request.Method, segments, out var values)
            ?? throw GraphError.NotKnown(request.Method, request.Path);
        call.Matched(operation, values);
        (entry.Path, entry.ResourceUnits) = ("/v1.0" + operation.Template, operation.ResourceUnits(call.Query));
        call.Query.Allow(operation.Options);
        lock (tenant.Gate)
        {
            tenant.Access.Demand(call);
            ListOperations.DemandNoOverlap(call, request.Arrived);
            if (call.IsWrite) Journal.Write(request, caller);
            return operation.Handler(call);
        }
    }

    private static Reply Finish(TenantRequest request, Reply reply)
    {
        reply.Headers["request-id"] = Guid.NewGuid().ToString();
        if (request.Headers.GetValueOrDefault("client-request-id") is { } id) reply.Headers["client-request-id"] = id;
        return reply;
    }
}
