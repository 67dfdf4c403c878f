using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>One SharePoint REST call in a <see cref="RestBatch"/> and, after sending, its answer.</summary>
internal sealed class RestPart
{
    private JsonElement? body;

    private RestPart(HttpMethod method, string path) => (Method, Path) = (method, path);

    public HttpMethod Method { get; }

    /// <summary>Relative to the site, from <c>_api/</c> on.</summary>
    public string Path { get; }

    public string? Body { get; private init; }

    public string ContentType { get; private init; } = "application/json;odata=nometadata";

    /// <summary>SharePoint's way of saying PATCH.</summary>
    public bool IsMerge { get; private init; }

    /// <summary>Twice does no harm.</summary>
    public bool IsIdempotent { get; private init; }

    /// <summary>The part whose work this one goes on with.</summary>
    public RestPart? After { get; init; }

    public HttpStatusCode Status { get; private set; }

    public Microsoft365Exception? Error { get; private set; }

    public bool IsForbidden => Error is AccessDeniedException;

    /// <summary>The answer. Throws the part's own error when it failed.</summary>
    public JsonElement Json => Error is null ? body ?? throw new RequestRejectedException($"{Method} {Path} was answered without a body.") : throw Error;

    /// <summary>The rows of a collection.</summary>
    public IEnumerable<JsonElement> Rows => Json.GetProperty("value").EnumerateArray();

    public static RestPart Get(string path) => new(HttpMethod.Get, path) { IsIdempotent = true };

    public static RestPart Merge(string path, JsonObject body, RestPart? after = null) =>
        new(HttpMethod.Post, path) { Body = body.ToJsonString(), IsMerge = true, IsIdempotent = true, After = after };

    /// <param name="path">The address.</param>
    /// <param name="body">Null for a method that takes its parameters in the address.</param>
    /// <param name="idempotent">Whether a second time changes nothing.</param>
    /// <param name="verbose">Whether the body is written the old way, which some methods only understand.</param>
    public static RestPart Post(string path, JsonObject? body = null, bool idempotent = false, bool verbose = false)
    {
        var type = verbose ? "application/json;odata=verbose" : "application/json;odata=nometadata";
        return new RestPart(HttpMethod.Post, path) { Body = body?.ToJsonString(), IsIdempotent = idempotent, ContentType = type };
    }

    public void Answer(HttpStatusCode status, string? text, TimeSpan? retryAfter)
    {
        Status = status;
        body = null;
        Error = (int)status < 400 ? null : ServiceErrors.From(Method, "/" + Path, status, text, retryAfter);
        if (Error is null && !string.IsNullOrWhiteSpace(text))
            body = JsonDocument.Parse(text).RootElement;
    }
}
