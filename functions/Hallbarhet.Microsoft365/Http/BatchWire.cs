using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>The JSON of <c>POST /$batch</c>, one round trip.</summary>
internal static class BatchWire
{
    public static async Task SendAsync(Microsoft365Connection connection, IReadOnlyList<BatchPart> parts, CancellationToken cancellationToken)
    {
        var root = connection.Options.GraphBaseUrl.ToString().TrimEnd('/');
        var request = new RequestInformation { HttpMethod = Method.POST, URI = new Uri(root + "/$batch") };
        request.SetStreamContent(Write(parts, root), "application/json");
        request.Headers.Add("Accept", "application/json");
        // The pipeline may send the whole batch again only when every part could be sent again.
        if (parts.All(part => part is { IsIdempotent: true, MayRepeat: true }))
            request.AddRequestOptions([IdempotentWrite.Instance]);
        else if (parts.Any(part => !part.MayRepeat))
            request.AddRequestOptions([NeverRepeat.Instance]);
        await using var answer = await connection.Graph.RequestAdapter.SendPrimitiveAsync<Stream>(request, null, cancellationToken)
            ?? throw new ServiceUnavailableException("POST /$batch was answered without a body.") { OutcomeUnknown = true };
        using var document = await JsonDocument.ParseAsync(answer, default, cancellationToken);
        Read(parts, document.RootElement, connection.WallClock);
    }

    private static MemoryStream Write(IReadOnlyList<BatchPart> parts, string root)
    {
        var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("requests");
            foreach (var part in parts)
                WritePart(writer, part, root, parts);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        stream.Position = 0;
        return stream;
    }

    private static void WritePart(Utf8JsonWriter writer, BatchPart part, string root, IReadOnlyList<BatchPart> together)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Id(part));
        writer.WriteString("method", part.Method.Method);
        writer.WriteString("url", RelativeUrl(part.Request.URI, root));
        if (part.After is { } before && together.Contains(before))
        {
            writer.WriteStartArray("dependsOn");
            writer.WriteStringValue(Id(before));
            writer.WriteEndArray();
        }
        WriteHeaders(writer, part.Request);
        WriteBody(writer, part.Request);
        writer.WriteEndObject();
    }

    private static void WriteHeaders(Utf8JsonWriter writer, RequestInformation request)
    {
        var headers = request.Headers.Where(header => header.Key != "Accept").ToList();
        if (headers.Count == 0)
            return;
        writer.WriteStartObject("headers");
        foreach (var (name, values) in headers)
            writer.WriteString(name, string.Join(", ", values));
        writer.WriteEndObject();
    }

    /// <summary>A JSON body stands in the batch as JSON, anything else as base64.</summary>
    private static void WriteBody(Utf8JsonWriter writer, RequestInformation request)
    {
        if (request.Content is not { CanSeek: true, Length: > 0 } content)
            return;
        using var buffer = new MemoryStream();
        content.Position = 0;
        content.CopyTo(buffer);
        writer.WritePropertyName("body");
        var isJson = request.Headers.TryGetValue("Content-Type", out var types) && types.Any(type => type.Contains("json", StringComparison.Ordinal));
        if (isJson)
            writer.WriteRawValue(buffer.ToArray());
        else
            writer.WriteBase64StringValue(buffer.ToArray());
    }

    /// <summary>The SDK writes <c>%24select</c>; inside a batch nobody would decode it.</summary>
    private static string RelativeUrl(Uri uri, string root)
    {
        var full = uri.AbsoluteUri;
        var relative = full.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? full[root.Length..] : uri.PathAndQuery;
        var question = relative.IndexOf('?', StringComparison.Ordinal);
        return question < 0
            ? relative
            : relative[..question] + relative[question..].Replace("%24", "$", StringComparison.Ordinal);
    }

    private static void Read(IReadOnlyList<BatchPart> parts, JsonElement answer, TimeProvider wallClock)
    {
        var byId = parts.ToDictionary(Id);
        foreach (var response in answer.GetProperty("responses").EnumerateArray())
        {
            if (!byId.Remove(response.GetProperty("id").GetString() ?? "", out var part))
                continue;
            part.Answer((HttpStatusCode)response.GetProperty("status").GetInt32(), Headers(response), Body(response), wallClock);
        }
        foreach (var unanswered in byId.Values)
            unanswered.Answer(HttpStatusCode.GatewayTimeout, [], null, wallClock);
    }

    private static Dictionary<string, string> Headers(JsonElement response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (response.TryGetProperty("headers", out var given) && given.ValueKind == JsonValueKind.Object)
        {
            foreach (var header in given.EnumerateObject())
                headers[header.Name] = header.Value.ToString();
        }
        return headers;
    }

    private static JsonElement? Body(JsonElement response) =>
        response.TryGetProperty("body", out var body) && body.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? body.Clone() : null;

    private static string Id(BatchPart part) => part.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
