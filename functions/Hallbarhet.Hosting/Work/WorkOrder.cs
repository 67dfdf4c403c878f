using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hallbarhet.Hosting.Work;

/// <summary>Work too long for the 230 seconds of an HTTP call, as it lies in the queue. Ids only: nothing that people wrote.</summary>
public sealed record WorkOrder
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required Guid Id { get; init; }

    public required WorkKind Kind { get; init; }

    /// <summary>Name of the job to run.</summary>
    public string? Job { get; init; }

    /// <summary>The report row that was ordered.</summary>
    public int? Report { get; init; }

    /// <summary>The plan that may be applied; another one is refused as stale.</summary>
    public string? Fingerprint { get; init; }

    public bool AllowDataLoss { get; init; }

    /// <summary>Stable name for logs and counted failures: the same work ordered again has the same.</summary>
    public string Name() => Kind switch
    {
        WorkKind.RunJob when Report is { } report => $"{Job}/Report/{report}",
        WorkKind.RunJob => Job ?? "",
        _ => Kind.ToString(),
    };

    public override string ToString() => JsonSerializer.Serialize(this, Json);

    /// <summary>Null for a text that is no order.</summary>
    public static WorkOrder? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkOrder>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public enum WorkKind { RunJob, PlanWorkspace, ApplyWorkspace }

/// <summary>Takes orders; any instance may carry them out, at least once.</summary>
public interface IWorkQueue
{
    Task AddAsync(WorkOrder order, CancellationToken ct);
}

/// <summary>How far each order has come, readable by every instance.</summary>
public interface IWorkStore
{
    Task SaveAsync(WorkStatus status, CancellationToken ct);

    /// <summary>Null for an order that nobody made.</summary>
    Task<WorkStatus?> FindAsync(Guid id, CancellationToken ct);
}

/// <summary>What a caller of a status address is told.</summary>
public sealed record WorkStatus
{
    public required Guid Id { get; init; }

    public required WorkKind Kind { get; init; }

    public required WorkState State { get; init; }

    /// <summary>Why it waits, was refused or failed; in English, for IT.</summary>
    public string? Message { get; init; }

    /// <summary>What came of it: a job's answer, a plan, or what was applied.</summary>
    public JsonElement? Result { get; init; }

    [JsonIgnore]
    public bool IsOver => State is WorkState.Done or WorkState.Refused or WorkState.Failed;
}

public enum WorkState
{
    Queued,
    Running,

    /// <summary>An attempt failed; the queue tries again.</summary>
    Waiting,
    Done,

    /// <summary>It was understood and declined; nothing was changed and nothing is tried again.</summary>
    Refused,

    /// <summary>Given up after the last attempt, and told to IT.</summary>
    Failed,
}

/// <summary>The work cannot succeed as ordered; trying again would not help.</summary>
public sealed class WorkRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The work cannot be done just now.</summary>
public sealed class WorkPostponedException(string message) : Exception(message);
