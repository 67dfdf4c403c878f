using System.Net;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>One call in a <see cref="GraphBatch"/> and, after sending, its answer.</summary>
public class BatchPart
{
    private JsonElement? body;
    private Dictionary<string, string> headers = [];

    internal BatchPart(int number, RequestInformation request, BatchPart? after)
    {
        Number = number;
        Request = request;
        After = after;
        var options = request.RequestOptions.ToList();
        Method = new HttpMethod(request.HttpMethod.ToString().ToUpperInvariant());
        Sends = RetryRules.Sends(Method, request.URI.AbsolutePath);
        IsIdempotent = RetryRules.IsIdempotent(Method, request.Headers.ContainsKey("If-Match"), options.OfType<IdempotentWrite>().Any());
        MayRepeat = !Sends && !options.OfType<NeverRepeat>().Any();
    }

    /// <summary>The answer's status; 0 before sending.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Why the part has no result; null when it succeeded.</summary>
    public Microsoft365Exception? Error { get; private set; }

    public bool Succeeded => Status != 0 && Error is null;

    internal int Number { get; }

    internal RequestInformation Request { get; }

    internal BatchPart? After { get; }

    internal HttpMethod Method { get; }

    internal bool Sends { get; }

    internal bool IsIdempotent { get; }

    internal bool MayRepeat { get; }

    /// <summary>
    /// The answer as it came, for lists: building the SDK's trees of untyped nodes costs many times the reading.
    /// Throws the part's own error when it failed.
    /// </summary>
    internal JsonElement Json
    {
        get
        {
            EnsureDone();
            return body ?? throw new RequestRejectedException($"{Method} {Request.URI.AbsolutePath} was answered without a body.");
        }
    }

    public string? Header(string name) => headers.GetValueOrDefault(name);

    /// <summary>Throws the part's own error when it failed.</summary>
    public void EnsureDone()
    {
        if (Status == 0)
            throw new InvalidOperationException("The batch has not been sent.");
        if (Error is not null)
            throw Error;
    }

    internal void Answer(HttpStatusCode status, Dictionary<string, string> answerHeaders, JsonElement? answerBody, TimeProvider wallClock)
    {
        Status = status;
        headers = answerHeaders;
        body = answerBody;
        Error = (int)status < 400
            ? null
            : ServiceErrors.From(Method, Request.URI.AbsolutePath, status, answerBody?.ToString(), RetryRules.AskedPause(Header, wallClock));
    }
}

/// <summary>A call whose answer is a <typeparamref name="T"/>.</summary>
public sealed class BatchPart<T> : BatchPart
    where T : IParsable
{
    private readonly ParsableFactory<T> factory;
    private T? value;

    internal BatchPart(int number, RequestInformation request, ParsableFactory<T> factory, BatchPart? after)
        : base(number, request, after) => this.factory = factory;

    /// <summary>The answer. Throws the part's own <see cref="Microsoft365Exception"/> when it failed.</summary>
    public T Value => value ??= new JsonParseNode(Json).GetObjectValue(factory);
}
