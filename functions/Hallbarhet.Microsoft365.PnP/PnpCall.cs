using System.Net;
using System.Text.Json;
using Hallbarhet.Microsoft365.Http;
using PnP.Core.Services;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>One call in a <see cref="PnpBatch"/> and, after sending, how it went.</summary>
/// <param name="add">Adds the call to a batch of PnP.Core; runs anew when the call is repeated.</param>
/// <param name="idempotent">Whether a second time changes nothing.</param>
/// <param name="after">The call whose work this one goes on with.</param>
internal sealed class PnpCall(Func<Batch, Task> add, bool idempotent = true, PnpCall? after = null)
{
    private BatchRequest? request;

    public PnpCall? After => after;

    public Microsoft365Exception? Error { get; private set; }

    public bool MayRepeat => Error is not null && PnpErrors.MayRepeat(Error, idempotent);

    /// <summary>The answer. Throws the call's own error when it failed.</summary>
    public JsonElement Json => Error is null ? JsonDocument.Parse(request!.ResponseJson).RootElement : throw Error;

    /// <summary>The rows of a collection.</summary>
    public IEnumerable<JsonElement> Rows => Json.GetProperty("value").EnumerateArray();

    public async Task AddToAsync(Batch batch)
    {
        var before = batch.Requests.Count;
        await add(batch);
        // A model that is already as wanted sends nothing.
        request = batch.Requests.Count > before ? batch.Requests.Values[^1] : null;
        Error = null;
    }

    /// <summary>The batch got no answer; of a long one, which goes in several, this call may have had its own already.</summary>
    public void Fail(Microsoft365Exception error) => Error = request is null or { ResponseHttpStatusCode: not 0 } ? null : error;

    public void Answer(IReadOnlyList<BatchResult> failures, TimeProvider wallClock)
    {
        if (request is null)
            return;
        if (failures.FirstOrDefault(failure => failure.BatchRequestId == request.Id) is { } failed)
            Error = PnpErrors.From(failed, wallClock);
        // An error without JSON, such as a proxy's page, is left out of PnP.Core's failures.
        else if (request.ResponseHttpStatusCode == 0)
            Error = new ServiceUnavailableException("SharePoint answered a batch without a part of it.") { Status = HttpStatusCode.GatewayTimeout };
    }
}
