using Hallbarhet.LocalTenant.Identity;

namespace Hallbarhet.LocalTenant.Http;

/// <summary>One call on its way to a handler: a request of its own or a part of a batch.</summary>
internal sealed class Call
{
    private JsonObject? json;

    public required TenantState Tenant { get; init; }

    public required string Method { get; init; }

    /// <summary>Decoded path below the host, without the query.</summary>
    public required string Path { get; init; }

    public required Query Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>Whether this call came inside a $batch.</summary>
    public bool IsPart { get; init; }

    public Operation? Operation { get; private set; }

    public IReadOnlyList<string> Values { get; private set; } = [];

    public string this[string name] => Values[Operation!.IndexOf(name)];

    /// <summary>What the path names so, or null when the operation has no such part.</summary>
    public string? Value(string name) => Operation!.IndexOf(name) is var at and >= 0 ? Values[at] : null;

    public bool IsWrite => Method != "GET";

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public bool Prefers(string preference) => Header("Prefer")?.Contains(preference, StringComparison.OrdinalIgnoreCase) == true;

    public string Context(string fragment) => $"{Tenant.Address}/v1.0/$metadata#{fragment}";

    public void Matched(Operation operation, IReadOnlyList<string> values) => (Operation, Values) = (operation, values);

    /// <summary>The JSON body, which may have no member beside the known ones and annotations of the request itself.</summary>
    public JsonObject Json(params ReadOnlySpan<string> known)
    {
        json ??= J.Parse(Body.Span) as JsonObject ?? throw new GraphError(400, "BadRequest", "The request body must be a JSON object.");
        foreach (var (name, _) in json)
            if (name != "@odata.type" && !known.Contains(name))
                throw new GraphError(400, "BadRequest",
                    $"The property '{name}' does not exist or is not known to the local tenant for {Method} {Operation?.Template}.");
        return json;
    }

    public bool HasBody => Body.Length > 0;

    /// <summary>Answers one resource with its context.</summary>
    public Reply One(JsonObject resource, string context, int status = 200)
    {
        resource.Insert(0, "@odata.context", Context(context));
        return Reply.Json(status, resource);
    }

    public Reply Many(IEnumerable<JsonObject> resources, string context, string? nextLink = null, int? count = null)
    {
        var body = J.Obj(("@odata.context", Context(context)));
        if (count is not null) body["@odata.count"] = count;
        if (nextLink is not null) body["@odata.nextLink"] = nextLink;
        body["value"] = J.Array(resources);
        return Reply.Json(200, body);
    }
}
