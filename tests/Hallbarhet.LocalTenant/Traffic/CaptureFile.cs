using System.Text.Encodings.Web;

namespace Hallbarhet.LocalTenant.Traffic;

/// <summary>Writes every exchange as a line of JSON. Tokens are left out.</summary>
internal sealed class CaptureFile(string path, TimeProvider wire) : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock gate = new();
    private readonly BufferedStream stream = new(File.Create(path), 1 << 18);

    public void Write(TenantRequest request, string? identity, Reply? reply)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("at", wire.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("identity", identity);
        writer.WriteString("method", request.Method);
        writer.WriteString("url", request.Url);
        Headers(writer, "requestHeaders", request.Headers);
        var isJson = request.Headers.GetValueOrDefault("Content-Type")?.Contains("json", StringComparison.OrdinalIgnoreCase) == true
            && IsJson(request.Body);
        Body(writer, "requestBody", isJson, request.Body);
        if (reply is not null) Response(writer, request, reply);
        writer.WriteEndObject();
        writer.Flush();
        lock (gate)
        {
            stream.Write(buffer.WrittenSpan);
            stream.WriteByte((byte)'\n');
        }
    }

    public void Flush()
    {
        lock (gate) stream.Flush();
    }

    public void Dispose()
    {
        lock (gate) stream.Dispose();
    }

    private static void Response(Utf8JsonWriter writer, TenantRequest request, Reply reply)
    {
        writer.WriteNumber("status", reply.Status);
        var headers = new Dictionary<string, string>(reply.Headers);
        if (reply.ContentType is { } type) headers["Content-Type"] = type;
        Headers(writer, "responseHeaders", headers);
        // A file that somebody stored may call itself JSON, written over several lines or wrongly.
        var isJson = reply.IsJson && IsJson(reply.Body);
        Body(writer, "responseBody", isJson, reply.Body);
        // A SharePoint answer without any body would be an error, so a judge must see that there was one.
        if (!isJson && reply.Body.Length > 0 && request.Path.Contains("/_api/", StringComparison.OrdinalIgnoreCase))
            writer.WriteString("responseBody", "(binary)");
    }

    private static void Headers(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string> headers)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in headers)
            writer.WriteString(key, key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? "Bearer left-out" : value);
        writer.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter writer, string name, bool isJson, ReadOnlyMemory<byte> body)
    {
        if (body.Length == 0) writer.WriteNull(name);
        else if (!isJson) writer.WriteNumber(name + "Length", body.Length);
        else
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(OneLine(body).Span, skipInputValidation: true);
        }
    }

    private static bool IsJson(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span);
        try
        {
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A capture has one line an exchange, however a body was formatted.</summary>
    private static ReadOnlyMemory<byte> OneLine(ReadOnlyMemory<byte> body) =>
        body.Span.Contains((byte)'\n') ? Reply.Utf8(JsonNode.Parse(body.Span)!) : body;
}
