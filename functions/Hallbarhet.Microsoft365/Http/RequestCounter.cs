namespace Hallbarhet.Microsoft365.Http;

/// <summary>Round trips over one connection since it was opened.</summary>
public sealed class RequestCounter
{
    private long requests;

    public long Requests => Interlocked.Read(ref requests);

    internal void Count()
    {
        Interlocked.Increment(ref requests);
        Microsoft365Run.Current?.Count();
    }
}
