using Hallbarhet.LocalTenant.Files;

namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>Answers the pre-authenticated addresses for downloads and upload sessions.</summary>
internal sealed class ContentPlane(TenantState tenant)
{
    private const string Downloads = "/download/";
    private const string Uploads = "/upload/";

    public static bool Owns(string path) => IsDownload(path) || path.StartsWith(Uploads, StringComparison.Ordinal);

    public static bool IsDownload(string path) => path.StartsWith(Downloads, StringComparison.Ordinal);

    public async Task<Reply> DownloadAsync(TenantRequest request, LogEntry entry, CancellationToken cancellation)
    {
        (entry.Path, entry.ResourceUnits) = ("/download/{token}", 1);
        try
        {
            return await tenant.Handouts.DownloadAsync(request.Path[Downloads.Length..], cancellation);
        }
        catch (GraphError e)
        {
            return ErrorReplies.Graph(e, tenant.Wire, request.Headers);
        }
    }

    /// <summary>Whether an upload is in time and comes as it must: the journal has no other, since neither is known when it is done again.</summary>
    public bool Takes(TenantRequest request) => request.Method != "GET" && !request.Headers.ContainsKey("Authorization") && IsOpen(request);

    public Reply Upload(TenantRequest request, LogEntry entry)
    {
        (entry.Path, entry.ResourceUnits) = ("/upload/{token}", 2);
        var token = request.Path[Uploads.Length..];
        if (request.Headers.ContainsKey("Authorization"))
            throw new GraphError(401, "unauthenticated", "The upload URL is pre-authenticated; do not send an Authorization header.");
        if (!IsOpen(request) || !tenant.Handouts.Uploads.TryGetValue(token, out var session))
            throw GraphError.ItemNotFound("The upload session was not found");
        entry.Identity = session.Caller.Name;
        return request.Method switch
        {
            "GET" => Reply.Json(200, session.Status()),
            "DELETE" => Forget(token, Reply.Empty(204)),
            "PUT" => Put(request, session, token),
            _ => throw GraphError.NotKnown(request.Method, request.Path),
        };
    }

    private bool IsOpen(TenantRequest request) => tenant.Handouts.Uploads.TryGetValue(request.Path[Uploads.Length..], out var session)
        && session.Expires >= tenant.Wire.GetUtcNow();

    private Reply Put(TenantRequest request, UploadSession session, string token)
    {
        var reply = session.Put(request.Headers.GetValueOrDefault("Content-Range"), request.Body, out var done);
        return done ? Forget(token, reply) : reply;
    }

    private Reply Forget(string token, Reply reply)
    {
        _ = tenant.Handouts.Uploads.TryRemove(token, out _);
        return reply;
    }
}
