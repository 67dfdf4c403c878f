using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Hallbarhet.LocalTenant.Files;

/// <summary>Pre-authenticated addresses on the other host name: downloads, and upload sessions under way.</summary>
internal sealed class Handouts(TenantState tenant)
{
    private ConcurrentDictionary<string, Download> downloads = new();

    public ConcurrentDictionary<string, UploadSession> Uploads { get; } = new();

    /// <summary>Opens a session and answers where its ranges go.</summary>
    public JsonObject Open(UploadSession session)
    {
        var token = tenant.Ids.Opaque("", 40);
        Uploads[token] = session;
        var answer = J.Obj(("uploadUrl", $"{tenant.ContentAddress}/upload/{token}"));
        foreach (var (name, value) in session.Status()) answer[name] = value?.DeepClone();
        return answer;
    }

    /// <summary>The address of a file's present content; the same content gets the same address.</summary>
    public string Address(DriveNode node, string? format)
    {
        var key = Encoding.UTF8.GetBytes($"{tenant.Options.Seed}|{node.Drive.Id}|{node.Id}|{node.ETag}|{format}");
        var token = Convert.ToHexStringLower(SHA256.HashData(key))[..40];
        downloads[token] = new(node.Name, node.Content, format);
        return $"{tenant.ContentAddress}/download/{token}";
    }

    /// <summary>Addresses that a state which lags behind gives out are good at the tenant itself.</summary>
    public void ShareDownloads(Handouts other) => downloads = other.downloads;

    public async Task<Reply> DownloadAsync(string token, CancellationToken cancellation)
    {
        if (!downloads.TryGetValue(token, out var file)) throw GraphError.ItemNotFound();
        if (file.Format is null) return Disposition(Reply.Binary(file.Content, DriveJson.MimeType(file.Name)), file.Name);
        var pdf = await PdfConverter.ConvertAsync(file.Name, file.Content, cancellation);
        return Disposition(Reply.Binary(PdfStamp.Apply(pdf, tenant.Now), "application/pdf"), Path.ChangeExtension(file.Name, ".pdf"));
    }

    private static Reply Disposition(Reply reply, string name) =>
        reply.With("Content-Disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}");

    private sealed record Download(string Name, byte[] Content, string? Format);
}
