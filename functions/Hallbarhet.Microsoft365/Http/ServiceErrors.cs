using System.Net;
using System.Text.Json;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>Turns an answer that is no success into the exception type that says what may be done about it.</summary>
internal static class ServiceErrors
{
    private const int LongestBodyShown = 300;

    public static Microsoft365Exception From(HttpMethod method, string path, HttpStatusCode status, string? body, TimeSpan? retryAfter)
    {
        var (code, text) = Explain(body);
        var message = $"{method} {path} was answered {(int)status} {code ?? status.ToString()}: {text}";
        return status switch
        {
            HttpStatusCode.Unauthorized => new SetupProblemException(
                $"{message} The token was refused: check which identity the service runs as and that it is known to this tenant.")
            { Status = status, Code = code },
            HttpStatusCode.Forbidden => new AccessDeniedException(message) { Status = status, Code = code },
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new NotFoundException(message) { Status = status, Code = code },
            HttpStatusCode.Conflict => new ConflictException(message) { Status = status, Code = code },
            HttpStatusCode.PreconditionFailed => new PreconditionFailedException(message) { Status = status, Code = code },
            HttpStatusCode.NotImplemented => new RequestRejectedException(message) { Status = status, Code = code },
            HttpStatusCode.TooManyRequests or HttpStatusCode.Locked or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                new ServiceUnavailableException(message)
                {
                    Status = status,
                    Code = code,
                    RetryAfter = retryAfter,
                    OutcomeUnknown = method != HttpMethod.Get && status is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError,
                },
            _ => new RequestRejectedException(message) { Status = status, Code = code },
        };
    }

    /// <summary>Graph says error.code and error.message; SharePoint REST says odata.error.code and odata.error.message.value.</summary>
    private static (string? Code, string Text) Explain(string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return (null, "no explanation was given.");
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (Property(root, "error") is { } graph)
                return (Text(graph, "code"), Text(graph, "message") ?? Text(Property(graph, "message"), "value") ?? Shorten(body));
            if (Property(root, "odata.error") is { } sharePoint)
                return (Text(sharePoint, "code"), Text(Property(sharePoint, "message"), "value") ?? Shorten(body));
        }
        catch (JsonException)
        {
            // A proxy's HTML page is shown as it is, shortened.
        }
        return (null, Shorten(body));
    }

    private static JsonElement? Property(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } e && e.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static string Shorten(string text) => text.Length <= LongestBodyShown ? text : text[..LongestBodyShown] + "…";
}
