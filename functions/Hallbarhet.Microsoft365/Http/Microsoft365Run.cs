namespace Hallbarhet.Microsoft365.Http;

/// <summary>
/// One run of a job as Microsoft 365 sees it: its id goes out as client-request-id, and its round trips are counted.
/// Flows with the async call, so that two runs on one connection do not mix.
/// </summary>
public sealed class Microsoft365Run : IDisposable
{
    private static readonly AsyncLocal<Microsoft365Run?> Ambient = new();
    private readonly Microsoft365Run? outer = Ambient.Value;
    private int requests;

    private Microsoft365Run(Guid id) => Id = id;

    public static Microsoft365Run? Current => Ambient.Value;

    public Guid Id { get; }

    /// <summary>Round trips so far; a batch counts as one, each repetition counts.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>Starts a run for the current flow. Dispose it where it was started.</summary>
    public static Microsoft365Run Start(Guid id) => Ambient.Value = new Microsoft365Run(id);

    public void Dispose() => Ambient.Value = outer;

    internal void Count()
    {
        Interlocked.Increment(ref requests);
        outer?.Count();
    }
}
