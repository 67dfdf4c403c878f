using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Planning;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>The Planner plan, and in the round after it its buckets.</summary>
internal static class BoardChanges
{
    public static void Add(ApplyStep step, BatchLanes batches, List<(Change, BatchPart)> parts)
    {
        foreach (var change in step.Of(ChangeKind.Board).Where(_ => step.State.GroupId is not null))
            parts.Add((change, batches.For(1).Add(step.Graph.Planner.Plans.ToPostRequestInformation(NewPlan(step)), Models.PlannerPlan.CreateFromDiscriminatorValue)));
        // A new bucket comes first on the board, so the last one is made first.
        var buckets = step.Of(ChangeKind.Bucket).Where(_ => step.State.Board is not null).Reverse().ToList();
        var batch = batches.For(buckets.Count);
        BatchPart? last = null;
        foreach (var change in buckets)
            parts.Add((change, last = batch.Add(step.Graph.Planner.Buckets.ToPostRequestInformation(NewBucket(step, change.Name)), Models.PlannerBucket.CreateFromDiscriminatorValue, last)));
    }

    public static void Learn(ApplyStep step, IEnumerable<(Change Change, BatchPart Part)> parts)
    {
        foreach (var (_, part) in parts.Where(entry => entry.Part.Succeeded))
        {
            if (part is BatchPart<Models.PlannerPlan> plan)
                step.Learn(left => left with { Board = new BoardState(plan.Value.Id!, plan.Value.Title ?? "", []) });
            if (part is BatchPart<Models.PlannerBucket> bucket && step.Left.Board is { } board)
                step.Learn(left => left with { Board = board with { Buckets = [.. board.Buckets, new BucketState(bucket.Value.Id!, bucket.Value.Name ?? "")] } });
        }
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
