using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Hallbarhet.Microsoft365.Files;

/// <summary>
/// Sends a long content in pieces, in order. The SDK's own upload task is not used: it sends the bearer token to an upload address
/// on the same host, which the service forbids.
/// </summary>
internal static class UploadSessions
{
    /// <summary>A multiple of 320 KiB, as the service demands, and below the 4 MB that mail allows.</summary>
    private const int PieceLength = 10 * 320 * 1024;

    /// <summary>The last piece's answer; null when it had none.</summary>
    public static async Task<T?> SendAsync<T>(
        IRequestAdapter adapter, string address, byte[] content, ParsableFactory<T> factory, CancellationToken ct)
        where T : class, IParsable
    {
        for (var start = 0; ; start += PieceLength)
        {
            var length = Math.Min(PieceLength, content.Length - start);
            var request = new RequestInformation { HttpMethod = Method.PUT, URI = new Uri(address) };
            request.SetStreamContent(new MemoryStream(content, start, length), "application/octet-stream");
            request.Headers.Add("Content-Range", $"bytes {start}-{start + length - 1}/{content.Length}");
            if (start + length == content.Length) return await adapter.SendAsync(request, factory, null, ct);
            await adapter.SendNoContentAsync(request, null, ct);
        }
    }
}
