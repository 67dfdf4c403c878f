using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Definition;
using Hallbarhet.Workspace.Planning;
using Microsoft.Graph;
using Microsoft.Graph.Sites.Item;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>One round of an apply: what is to be done, what was there before, and what went wrong.</summary>
internal sealed class ApplyStep(
    Microsoft365Connection connection, WorkspaceTarget target, WorkspaceState state, IReadOnlyList<Change> changes, IProgress<int>? handled)
{
    private readonly List<ChangeFailure> failures = [];

    public Microsoft365Connection Connection => connection;

    public WorkspaceTarget Target => target;

    public WorkspaceState State { get; } = state;

    /// <summary>The state as the answers tell it.</summary>
    public WorkspaceState Left { get; set; } = state;

    public GraphServiceClient Graph => connection.Graph;

    public SiteItemRequestBuilder Site => connection.Graph.Sites[State.SiteId];

    public IReadOnlyList<ChangeFailure> Failures => failures;

    public IReadOnlyList<Change> Changes => changes;

    public IEnumerable<Change> Of(ChangeKind kind) => changes.Where(change => change.Kind == kind);

    /// <summary>Sends a batch and notes each change whose call failed.</summary>
    public async Task SendAsync(GraphBatch batch, IEnumerable<(Change Change, BatchPart Part)> parts, CancellationToken cancellationToken)
    {
        var sent = parts.ToList();
        if (sent.Count == 0)
            return;
        try
        {
            await batch.SendAsync(cancellationToken);
        }
        catch (Microsoft365Exception error)
        {
            sent.ForEach(entry => Fail(entry.Change, error));
            return;
        }
        foreach (var (change, part) in sent)
        {
            if (part.Error is { } error && !IsDoneAlready(change, error))
                Fail(change, error);
        }
        Handled(sent.Count);
    }

    public void Handled(int count) => handled?.Report(count);

    /// <summary>Does one change by itself and notes its failure.</summary>
    public async Task TryAsync(Change change, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Microsoft365Exception error)
        {
            Fail(change, error);
        }
    }

    public void Fail(Change change, Microsoft365Exception error) => Fail(change, error.Message, MayTryAgain(error));

    public void Fail(Change change, string message, bool mayTryAgain) => failures.Add(new ChangeFailure(change, message, mayTryAgain));

    /// <summary>Busy, lost, overtaken, or not run because the one before it failed: look again and go on from there.</summary>
    private static bool MayTryAgain(Microsoft365Exception error) =>
        error is ServiceUnavailableException or ConflictException or PreconditionFailedException
        || error.Status == System.Net.HttpStatusCode.FailedDependency;

    /// <summary>An earlier attempt whose answer was lost has created it; the next look compares what is there.</summary>
    private static bool IsDoneAlready(Change change, Microsoft365Exception error) =>
        change.Verb == ChangeVerb.Create && error is ConflictException;
}
