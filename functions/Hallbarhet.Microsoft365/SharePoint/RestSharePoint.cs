using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Microsoft365.SharePoint;

/// <summary>The SharePoint-only port over plain REST.</summary>
public sealed class RestSharePoint(Microsoft365Connection connection) : ISharePointOnly
{
    public Task<SharePointState> ReadAsync(IReadOnlyList<SharePointQuestion> lists, CancellationToken cancellationToken) =>
        new SharePointReader(connection).ReadAsync(lists, cancellationToken);

    public async Task<IReadOnlyList<SharePointFailure>> RunAsync(IReadOnlyList<SharePointStep> steps, CancellationToken cancellationToken)
    {
        var batch = new RestBatch(connection);
        var sent = steps.Select(step => (Step: step, Parts: RestSteps.Of(step).Select(batch.Add).ToList())).ToList();
        try
        {
            await batch.SendAsync(cancellationToken);
        }
        catch (ServiceUnavailableException error)
        {
            return [.. sent.Where(entry => entry.Parts.Any(part => part.Status == 0)).Select(entry => new SharePointFailure(entry.Step, error.Message, true))];
        }
        return [.. sent.Select(Failure).OfType<SharePointFailure>()];
    }

    private static SharePointFailure? Failure((SharePointStep Step, List<RestPart> Parts) entry) =>
        entry.Parts.Select(part => part.Error).FirstOrDefault(error => error is not null) is { } error
            ? new SharePointFailure(entry.Step, error.Message, error is ServiceUnavailableException or ConflictException or PreconditionFailedException)
            : null;
}
