using Hallbarhet.Microsoft365.Http;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>
/// Batches that go side by side. What must follow something stands in the same lane; a lane is one round trip as long as that has room.
/// </summary>
internal sealed class BatchLanes(Microsoft365Connection connection)
{
    /// <summary>What one round trip takes.</summary>
    private const int Room = 20;

    private readonly List<GraphBatch> lanes = [];

    /// <summary>The lane for a chain of calls: the first with room for all of it, else a new one.</summary>
    public GraphBatch For(int calls)
    {
        var lane = lanes.FirstOrDefault(candidate => candidate.Count + calls <= Room);
        if (lane is null)
            lanes.Add(lane = new GraphBatch(connection));
        return lane;
    }

    /// <summary>Sends all lanes. Throws only when a lane as a whole got no answer; a part's own error stands on the part.</summary>
    public Task SendAsync(CancellationToken cancellationToken) =>
        SideBySide.RunAsync(connection.Options, lanes.Select(lane => (Func<Task>)(() => lane.SendAsync(cancellationToken))));
}
