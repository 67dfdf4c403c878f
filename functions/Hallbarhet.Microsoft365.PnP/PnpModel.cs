using PnP.Core.Services;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>One of PnP.Core's models that a batch fills.</summary>
/// <param name="load">Adds the reading of it to a batch; PnP.Core gives an empty model back at once.</param>
internal sealed class PnpModel<T>(Func<Batch, Task<T>> load) where T : class
{
    private T? model;
    private PnpCall? call;

    public PnpCall Call => call ??= new PnpCall(async to => model = await load(to));

    /// <summary>The model. Throws the error of reading it.</summary>
    public T Value => Call.Error is { } error ? throw error : model!;
}
