using System.Buffers;
using Hallbarhet.LocalTenant.Identity;
using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.Batch;

/// <summary>
/// $batch: at most 20 parts. A part whose predecessor failed is answered 424; parts that wait for none run side by side, which shows
/// where two of them change the columns of one list.
/// </summary>
internal sealed class BatchRunner(TenantState tenant, Pipeline pipeline)
{
    private const int Limit = 20;

    public async Task<Reply> RunAsync(TenantRequest request, Caller caller, LogEntry entry, CancellationToken cancellation)
    {
        var body = J.Parse(request.Body.Span) as JsonObject ?? throw Bad("The batch body must be a JSON object.");
        var parts = body.Objects("requests").Select(p => new BatchPart(p)).ToList();
        Check(body, parts);
        var done = new Dictionary<string, Answered>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
            done[part.Id] = new(await AnswerAsync(part, request, caller, entry, done, cancellation), SchemaClock.Now);
        return Reply.Json(200, Written(parts, done));
    }

    private async Task<Reply> AnswerAsync(BatchPart part, TenantRequest batch, Caller caller, LogEntry entry,
        Dictionary<string, Answered> done, CancellationToken cancellation)
    {
        var before = part.DependsOn.Select(id => done[id]).ToList();
        var request = part.Request(batch, before.Select(b => b.At).DefaultIfEmpty(batch.Arrived).Max());
        var logged = new LogEntry(part.Method, request.Path) { Identity = caller.Name };
        entry.Parts.Add(logged);
        var reply = before.Exists(b => b.Reply.Status >= 400)
            ? ErrorReplies.Graph(new(424, "FailedDependency", "A request that this one depends on failed."), tenant.Wire, part.Headers)
            : await pipeline.PartAsync(request, caller, logged, cancellation);
        logged.Status = reply.Status;
        return reply;
    }

    private static void Check(JsonObject body, List<BatchPart> parts)
    {
        if (body.Any(m => m.Key != "requests")) throw Bad("A batch has 'requests' and nothing else.");
        if (parts.Count is 0 or > Limit) throw Bad($"Number of batch request steps must be between 1 and {Limit}.");
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            if (part.DependsOn.FirstOrDefault(d => !known.Contains(d)) is { } missing)
                throw Bad($"dependsOn names '{missing}', which is no earlier request.");
            if (!known.Add(part.Id)) throw Bad($"The request id '{part.Id}' is used twice.");
        }
    }

    private static ReadOnlyMemory<byte> Written(List<BatchPart> parts, Dictionary<string, Answered> done)
    {
        var buffer = new ArrayBufferWriter<byte>(done.Values.Sum(a => a.Reply.Body.Length * (a.Reply.IsJson ? 1 : 2) + 512) + 256);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteStartArray("responses");
        foreach (var part in parts) Write(writer, part.Id, done[part.Id].Reply);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, string id, Reply reply)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteNumber("status", reply.Status);
        writer.WriteStartObject("headers");
        if (reply.ContentType is { } type) writer.WriteString("Content-Type", type);
        foreach (var (name, value) in reply.Headers) writer.WriteString(name, value);
        writer.WriteEndObject();
        if (reply.Body.Length > 0)
        {
            writer.WritePropertyName("body");
            if (reply.IsJson) writer.WriteRawValue(reply.Body.Span, skipInputValidation: true);
            else writer.WriteBase64StringValue(reply.Body.Span);
        }
        writer.WriteEndObject();
    }

    public static GraphError Bad(string message) => new(400, "BadRequest", message);

    private sealed record Answered(Reply Reply, long At);
}
