using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>The SharePoint-only port over plain REST. Steps of one list stay in their order; lists go side by side.</summary>
public sealed class RestSharePoint(Microsoft365Connection connection) : ISharePointOnly
{
    public Task<SharePointState> ReadAsync(IReadOnlyList<SharePointQuestion> lists, CancellationToken cancellationToken) =>
        new SharePointReader(connection).ReadAsync(lists, cancellationToken);

    public async Task<IReadOnlyList<SharePointFailure>> RunAsync(IReadOnlyList<SharePointStep> steps, CancellationToken cancellationToken)
    {
        List<RestBatch> lanes = [];
        List<(SharePointStep Step, List<RestPart> Parts)> sent = [];
        foreach (var list in steps.Select(step => (Step: step, Parts: RestSteps.Of(step).ToList())).GroupBy(entry => entry.Step.On))
        {
            var calls = list.Sum(entry => entry.Parts.Count);
            var lane = lanes.FirstOrDefault(candidate => candidate.Count + calls <= RestBatch.Room);
            if (lane is null)
                lanes.Add(lane = new RestBatch(connection));
            sent.AddRange(list);
            list.SelectMany(entry => entry.Parts).ToList().ForEach(part => lane.Add(part));
        }
        try
        {
            await SideBySide.RunAsync(connection.Options, lanes.Select(lane => (Func<Task>)(() => lane.SendAsync(cancellationToken))));
        }
        catch (ServiceUnavailableException error)
        {
            return [.. sent.Select(entry => Failure(entry) ?? (entry.Parts.Any(part => part.Status == 0) ? new SharePointFailure(entry.Step, error.Message, true) : null)).OfType<SharePointFailure>()];
        }
        return [.. sent.Select(Failure).OfType<SharePointFailure>()];
    }

    private static SharePointFailure? Failure((SharePointStep Step, List<RestPart> Parts) entry) =>
        entry.Parts.Select(part => part.Error).FirstOrDefault(error => error is not null) is { } error
            ? new SharePointFailure(entry.Step, error.Message, error is ServiceUnavailableException or ConflictException or PreconditionFailedException)
            : null;
}
