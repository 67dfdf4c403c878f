using Hallbarhet.LocalTenant.Traffic;

namespace Hallbarhet.LocalTenant.Batch;

internal sealed class BatchPart
{
    private static readonly string[] Known = ["id", "method", "url", "headers", "body", "dependsOn"];

    private readonly string url;
    private readonly JsonNode? body;

    public BatchPart(JsonObject given)
    {
        foreach (var (name, _) in given)
            if (!Known.Contains(name)) throw BatchRunner.Bad($"A batch request has no '{name}'.");
        Id = given.Text("id") ?? throw BatchRunner.Bad("A batch request needs an id.");
        Method = given.Text("method")?.ToUpperInvariant() ?? throw BatchRunner.Bad($"The request '{Id}' needs a method.");
        url = given.Text("url") ?? throw BatchRunner.Bad($"The request '{Id}' needs a url.");
        if (url.Contains("://", StringComparison.Ordinal)) throw BatchRunner.Bad($"The url of '{Id}' must be relative.");
        Headers = given.Inner("headers")?.ToDictionary(h => h.Key, h => h.Value?.ToString() ?? "", StringComparer.OrdinalIgnoreCase)
            ?? new(StringComparer.OrdinalIgnoreCase);
        DependsOn = [.. given.Texts("dependsOn")];
        body = given["body"];
        if (body is not null && !Headers.ContainsKey("Content-Type"))
            throw BatchRunner.Bad($"The request '{Id}' has a body without a Content-Type header.");
    }

    public string Id { get; }

    public string Method { get; }

    public Dictionary<string, string> Headers { get; }

    public IReadOnlyList<string> DependsOn { get; }

    /// <summary>The part as a request of its own.</summary>
    /// <param name="batch">The batch that it came in.</param>
    /// <param name="arrived">When its turn came: with the batch, or when the last part that it waits for was done.</param>
    public TenantRequest Request(TenantRequest batch, long arrived)
    {
        var origin = batch.Url[..batch.Url.IndexOf("/v1.0/", StringComparison.Ordinal)];
        var request = TenantRequest.Create(Method, origin, "/v1.0/" + url.TrimStart('/'), Headers, Bytes());
        request.Arrived = arrived;
        return request;
    }

    /// <summary>JSON as it is; anything else comes as base64 text.</summary>
    private byte[] Bytes()
    {
        if (body is null) return [];
        if (body is not JsonValue value || !value.TryGetValue<string>(out var text)) return Reply.Utf8(body);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length]
            : throw BatchRunner.Bad($"The body of '{Id}' is text, which must be base64.");
    }
}
