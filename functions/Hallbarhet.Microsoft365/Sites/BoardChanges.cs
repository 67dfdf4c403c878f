using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Planning;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>The Planner plan, and in the round after it its buckets.</summary>
internal static class BoardChanges
{
    public static async Task ApplyAsync(ApplyStep step, CancellationToken cancellationToken)
    {
        var batch = new GraphBatch(step.Connection);
        var parts = new List<(Change, BatchPart)>();
        foreach (var change in step.Of(ChangeKind.Board).Where(_ => step.State.GroupId is not null))
            parts.Add((change, batch.Add(step.Graph.Planner.Plans.ToPostRequestInformation(NewPlan(step)))));
        BatchPart? last = null;
        foreach (var change in step.Of(ChangeKind.Bucket).Where(_ => step.State.Board is not null))
            parts.Add((change, last = batch.Add(step.Graph.Planner.Buckets.ToPostRequestInformation(NewBucket(step, change.Name)), last)));
        await step.SendAsync(batch, parts, cancellationToken);
    }

    private static Models.PlannerPlan NewPlan(ApplyStep step) => new()
    {
        Title = step.Target.Definition.Board.Title,
        Container = new Models.PlannerPlanContainer { Url = $"https://graph.microsoft.com/v1.0/groups/{step.State.GroupId}" },
    };

    private static Models.PlannerBucket NewBucket(ApplyStep step, string key) => new()
    {
        Name = step.Target.Definition.Board.Buckets.Single(bucket => bucket.Key == key).Title,
        PlanId = step.State.Board!.Id,
        OrderHint = " !",
    };
}
