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
    private readonly Lock gate = new();
    private readonly List<ChangeFailure> failures = [];
    private readonly HashSet<Change> sent = [];

    public Microsoft365Connection Connection => connection;

    public WorkspaceTarget Target => target;

    public WorkspaceState State { get; } = state;

    /// <summary>The state as the answers tell it.</summary>
    public WorkspaceState Left { get; private set; } = state;

    /// <summary>Takes what an answer told into <see cref="Left"/>.</summary>
    public void Learn(Func<WorkspaceState, WorkspaceState> learn)
    {
        lock (gate)
            Left = learn(Left);
    }

    public GraphServiceClient Graph => connection.Graph;

    public SiteItemRequestBuilder Site => connection.Graph.Sites[State.SiteId];

    public IReadOnlyList<ChangeFailure> Failures => failures;

    /// <summary>What was sent and not refused.</summary>
    public IReadOnlyList<Change> Done => [.. sent.Except(failures.Select(failure => failure.Change))];

    public IReadOnlyList<Change> Changes => changes;

    public IEnumerable<Change> Of(ChangeKind kind) => changes.Where(change => change.Kind == kind);

    /// <summary>Sends batches and notes each change whose call failed.</summary>
    public async Task SendAsync(BatchLanes batches, IEnumerable<(Change Change, BatchPart Part)> parts, CancellationToken cancellationToken)
    {
        var calls = parts.ToList();
        Microsoft365Exception? lost = null;
        try
        {
            await batches.SendAsync(cancellationToken);
        }
        catch (Microsoft365Exception error)
        {
            lost = error;
        }
        foreach (var (change, part) in calls)
        {
            if (part.Status == 0)
                Fail(change, lost!);
            else if (part.Error is { } error && !IsDoneAlready(change, error))
                Fail(change, error);
        }
        Handled(calls.Where(call => call.Part.Status != 0).Select(call => call.Change));
    }

    /// <summary>Notes what has been sent, whether or not it succeeded.</summary>
    public void Handled(IEnumerable<Change> handledNow)
    {
        lock (gate)
        {
            var before = sent.Count;
            sent.UnionWith(handledNow);
            handled?.Report(sent.Count - before);
        }
    }

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

    public void Fail(Change change, string message, bool mayTryAgain)
    {
        lock (gate)
            failures.Add(new ChangeFailure(change, message, mayTryAgain));
    }

    /// <summary>Busy, lost, overtaken, or not run because the one before it failed: look again and go on from there.</summary>
    private static bool MayTryAgain(Microsoft365Exception error) =>
        error is ServiceUnavailableException or ConflictException or PreconditionFailedException
        || error.Status == System.Net.HttpStatusCode.FailedDependency;

    /// <summary>An earlier attempt whose answer was lost has created it; the next look compares what is there.</summary>
    private static bool IsDoneAlready(Change change, Microsoft365Exception error) =>
        change.Verb == ChangeVerb.Create && error is ConflictException;
}
