using System.Net;
using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>The multipart/mixed of SharePoint's $batch: reads stand by themselves, every write in a change set.</summary>
internal static class BatchBody
{
    private const int Limit = 100;

    /// <summary>Keeps every byte of a body as one character.</summary>
    private static readonly Encoding Bytes = Encoding.Latin1;

    public static IReadOnlyList<TenantRequest> Read(TenantRequest batch)
    {
        var type = batch.Headers.GetValueOrDefault("Content-Type") ?? "";
        var parts = Parts(Boundary(type), Bytes.GetString(batch.Body.Span), false).ToList();
        return parts.Count is > 0 and <= Limit ? parts
            : throw RestError.Query($"A batch has between 1 and {Limit} requests, not {parts.Count}.");
    }

    public static Reply Write(IEnumerable<Reply> replies)
    {
        var boundary = "batchresponse_" + Guid.NewGuid();
        using var body = new MemoryStream();
        void Line(string text) => body.Write(Bytes.GetBytes(text + "\r\n"));
        foreach (var reply in replies)
        {
            Line("--" + boundary);
            Line("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
            Line($"HTTP/1.1 {reply.Status} {(HttpStatusCode)reply.Status}");
            foreach (var (name, value) in reply.Headers) Line($"{name}: {value}");
            Line($"CONTENT-TYPE: {reply.ContentType ?? Reply.SharePointJson}\r\n");
            body.Write(reply.Body.Span);
            Line("");
        }
        Line($"--{boundary}--");
        return Reply.Binary(body.ToArray(), "multipart/mixed; boundary=" + boundary);
    }

    private static IEnumerable<TenantRequest> Parts(string boundary, string text, bool inChangeSet)
    {
        var pieces = text.Split("--" + boundary);
        if (pieces.Length < 3 || !pieces[^1].StartsWith("--", StringComparison.Ordinal)) throw RestError.Query("The batch does not end with its boundary.");
        foreach (var piece in pieces[1..^1])
        {
            var (headers, content) = Headers(WithoutLineEnds(piece));
            var type = headers.GetValueOrDefault("Content-Type") ?? "";
            if (type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase)) yield return Part(content, inChangeSet);
            else if (inChangeSet) throw RestError.Query("A change set holds requests and nothing else.");
            else
                foreach (var part in Parts(Boundary(type), content, true)) yield return part;
        }
    }

    private static TenantRequest Part(string text, bool inChangeSet)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || text[..end].Trim().Split(' ') is not [var method, var url, "HTTP/1.1"])
            throw RestError.Query("A part of a batch starts with its request line.");
        if (inChangeSet == (method == "GET"))
            throw RestError.Query("In a batch a GET stands outside of change sets, and every other request in a change set.");
        var (headers, body) = Headers(text[(end + 1)..]);
        if (!url.Contains("://", StringComparison.Ordinal) || !url.Contains("/_api/", StringComparison.OrdinalIgnoreCase))
            throw RestError.Query($"The address of a part must be absolute and lie below _api: {url}");
        var path = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3);
        return TenantRequest.Create(method, url[..path], url[path..], headers, Bytes.GetBytes(body));
    }

    private static (Dictionary<string, string> Headers, string Content) Headers(string text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (text.Length > 0)
        {
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            var line = (end < 0 ? text : text[..end]).Trim();
            text = end < 0 ? "" : text[(end + 1)..];
            if (line.Length == 0) break;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) throw RestError.Query($"A header was expected at '{line}'.");
            headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
        return (headers, text);
    }

    /// <summary>The line ends around a piece belong to the boundaries.</summary>
    private static string WithoutLineEnds(string piece)
    {
        var start = piece.IndexOf('\n', StringComparison.Ordinal) + 1;
        var end = piece.EndsWith("\r\n", StringComparison.Ordinal) ? 2 : 1;
        return piece[start..Math.Max(start, piece.Length - end)];
    }

    private static string Boundary(string contentType)
    {
        var at = contentType.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !contentType.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase))
            throw RestError.Query("A batch needs Content-Type: multipart/mixed with a boundary.");
        return contentType[(at + 9)..].Split(';')[0].Trim('"', ' ');
    }
}
