using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.SharePoint;
using PnP.Core.Services;

namespace Hallbarhet.Microsoft365.PnP;

/// <summary>The SharePoint-only port on PnP.Core.</summary>
public sealed class PnpSharePoint(Microsoft365Connection connection) : ISharePointOnly
{
    private readonly PnpContexts contexts = new(connection);

    public async Task<SharePointState> ReadAsync(IReadOnlyList<SharePointQuestion> lists, CancellationToken cancellationToken)
    {
        using var context = await contexts.OpenAsync(cancellationToken);
        return await new PnpReader(context, connection).ReadAsync(lists, cancellationToken);
    }

    public async Task<IReadOnlyList<SharePointFailure>> RunAsync(IReadOnlyList<SharePointStep> steps, CancellationToken cancellationToken)
    {
        try
        {
            using var context = await contexts.OpenAsync(cancellationToken);
            return await RunAsync(context, steps, cancellationToken);
        }
        catch (ServiceUnavailableException error)
        {
            return [.. steps.Select(step => new SharePointFailure(step, error.Message, true))];
        }
    }

    private async Task<IReadOnlyList<SharePointFailure>> RunAsync(PnPContext context, IReadOnlyList<SharePointStep> steps, CancellationToken cancellationToken)
    {
        var things = new PnpThings(context, connection);
        await things.ReadAsync(steps, cancellationToken);
        var batch = new PnpBatch(context, connection);
        var sent = steps.Select(step => Plan(step, new PnpSteps(context, things), batch)).ToList();
        await batch.SendAsync(cancellationToken);
        return [.. sent.Select(Failure).OfType<SharePointFailure>()];
    }

    /// <summary>A step about something that is not there fails by itself; the others go on.</summary>
    private static PlannedStep Plan(SharePointStep step, PnpSteps steps, PnpBatch batch)
    {
        try
        {
            return new PlannedStep(step, [.. steps.Of(step).Select(batch.Add)], null);
        }
        catch (Microsoft365Exception error)
        {
            return new PlannedStep(step, [], error);
        }
    }

    private static SharePointFailure? Failure(PlannedStep planned) =>
        (planned.Error ?? planned.Calls.Select(call => call.Error).FirstOrDefault(error => error is not null)) is { } error
            ? new SharePointFailure(planned.Step, error.Message, error is ServiceUnavailableException or ConflictException or PreconditionFailedException)
            : null;

    private sealed record PlannedStep(SharePointStep Step, IReadOnlyList<PnpCall> Calls, Microsoft365Exception? Error);
}
