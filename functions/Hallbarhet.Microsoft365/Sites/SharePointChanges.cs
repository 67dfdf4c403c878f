using Hallbarhet.Workspace.Planning;
using Hallbarhet.Workspace.SharePoint;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Hands to SharePoint what Graph cannot do.</summary>
internal static class SharePointChanges
{
    public static async Task ApplyAsync(ApplyStep step, ISharePointOnly sharePoint, CancellationToken cancellationToken)
    {
        var work = step.Changes.Select(change => (Change: change, Steps: SharePointWork.Steps(step.Target, step.State, change)))
            .Where(entry => entry.Steps is not null).ToList();
        if (work.Count == 0)
            return;
        var failures = await sharePoint.RunAsync([.. work.SelectMany(entry => entry.Steps!)], cancellationToken);
        step.Handled(work.Count);
        foreach (var failure in failures)
            step.Fail(work.First(entry => entry.Steps!.Contains(failure.Step)).Change, failure.Message, failure.MayTryAgain);
    }
}
