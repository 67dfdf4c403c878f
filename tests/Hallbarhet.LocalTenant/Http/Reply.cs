namespace Hallbarhet.LocalTenant.Http;

/// <summary>What a handler answers. The body is finished bytes, so that a batch can embed it as it is.</summary>
internal sealed class Reply
{
    public const string GraphJson = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
    public const string SharePointJson = "application/json;odata=nometadata;streaming=true;charset=utf-8";

    public required int Status { get; init; }

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ReadOnlyMemory<byte> Body { get; init; }

    public string? ContentType { get; init; }

    public bool IsJson => ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;

    public static Reply Empty(int status) => new() { Status = status };

    public static Reply Json(int status, JsonNode body) => Json(status, Utf8(body));

    public static Reply Json(int status, ReadOnlyMemory<byte> body, string contentType = GraphJson) =>
        new() { Status = status, Body = body, ContentType = contentType };

    public static Reply Binary(ReadOnlyMemory<byte> body, string contentType) =>
        new() { Status = 200, Body = body, ContentType = contentType };

    public static Reply Redirect(string location)
    {
        var reply = Empty(302);
        reply.Headers["Location"] = location;
        return reply;
    }

    public Reply With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    public static byte[] Utf8(JsonNode body) => JsonSerializer.SerializeToUtf8Bytes(body, J.Compact);
}
