using Hallbarhet.Workspace.Planning;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Hands to SharePoint what Graph cannot do.</summary>
internal static class SharePointChanges
{
    /// <summary>The changes that can be made with what is there.</summary>
    public static IReadOnlyList<(Change Change, IReadOnlyList<SharePointStep> Steps)> Work(ApplyStep step) =>
    [
        .. step.Changes.Select(change => (Change: change, Steps: SharePointWork.Steps(step.Target, step.State, change)))
            .Where(entry => entry.Steps is not null).Select(entry => (entry.Change, entry.Steps!)),
    ];

    /// <summary>Internal names of the lists that it touches.</summary>
    public static HashSet<string> Lists(IEnumerable<(Change Change, IReadOnlyList<SharePointStep> Steps)> work) =>
        [.. work.Select(entry => entry.Change).Select(change => change.Kind is ChangeKind.View or ChangeKind.Format ? change.Within : change.Name)];

    public static async Task ApplyAsync(
        ApplyStep step, IReadOnlyList<(Change Change, IReadOnlyList<SharePointStep> Steps)> work, ISharePointOnly sharePoint, CancellationToken cancellationToken)
    {
        if (work.Count == 0)
            return;
        var failures = await sharePoint.RunAsync([.. work.SelectMany(entry => entry.Steps)], cancellationToken);
        foreach (var failure in failures)
            step.Fail(work.First(entry => entry.Steps.Contains(failure.Step)).Change, failure.Message, failure.MayTryAgain);
        step.Handled(work.Select(entry => entry.Change));
    }
}
