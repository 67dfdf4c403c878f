using System.Net;

namespace Hallbarhet.Microsoft365.Http;

/// <summary>A call to Microsoft 365 that gave no result. The derived type says what may be done about it.</summary>
public abstract class Microsoft365Exception(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The answer's status; null when none came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The service's own error code, such as <c>itemNotFound</c>.</summary>
    public string? Code { get; init; }
}

/// <summary>The service could not do it just now: 429, 5xx, 423, a timeout, a cut connection. A later tick may try again.</summary>
public sealed class ServiceUnavailableException(string message, Exception? inner = null) : Microsoft365Exception(message, inner)
{
    /// <summary>How long the service asked us to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when a write may have taken effect although no good answer came: look before doing it again.</summary>
    public bool OutcomeUnknown { get; init; }
}

/// <summary>404 or 410: it is not there, or not visible to us.</summary>
public sealed class NotFoundException(string message) : Microsoft365Exception(message);

/// <summary>409: it exists already or somebody was faster.</summary>
public sealed class ConflictException(string message) : Microsoft365Exception(message);

/// <summary>412: it changed since it was read. Read again and decide again.</summary>
public sealed class PreconditionFailedException(string message) : Microsoft365Exception(message);

/// <summary>403: the identity has no right to this.</summary>
public sealed class AccessDeniedException(string message) : Microsoft365Exception(message);

/// <summary>400, 501 and the like: the request itself is wrong and will be wrong again.</summary>
public sealed class RequestRejectedException(string message) : Microsoft365Exception(message);

/// <summary>A setting, a certificate or an identity is wrong. The message tells IT what to fix.</summary>
public sealed class SetupProblemException(string message, Exception? inner = null) : Microsoft365Exception(message, inner);
