using System.Globalization;
using System.Text.Json;
using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Planning;
using Models = Microsoft.Graph.Models;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>The names of Planner's labels, which stand in the plan's details.</summary>
internal static class BoardLabels
{
    private const string Prefix = "category";

    public static IReadOnlyDictionary<int, string?> Of(JsonElement details) => details.GetProperty("categoryDescriptions").EnumerateObject()
        .Where(label => label.Name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(label => int.Parse(label.Name[Prefix.Length..], CultureInfo.InvariantCulture), label => label.Value.GetString());

    /// <summary>All labels at once, on the details as they are now: Planner demands their ETag.</summary>
    public static async Task ApplyAsync(ApplyStep step, CancellationToken cancellationToken)
    {
        var changes = step.Of(ChangeKind.Label).ToList();
        if (changes.Count == 0 || step.State.Board is not { } board)
            return;
        var details = step.Graph.Planner.Plans[board.Id].Details;
        await step.TryAsync(changes[0], async () =>
        {
            var reading = new GraphBatch(step.Connection);
            var now = reading.Add(details.ToGetRequestInformation());
            await reading.SendAsync(cancellationToken);
            var names = changes.ToDictionary(change => Prefix + change.Name, change => (object)Title(step, change));
            var writing = new GraphBatch(step.Connection);
            var part = writing.Add(details.ToPatchRequestInformation(
                new Models.PlannerPlanDetails { CategoryDescriptions = new Models.PlannerCategoryDescriptions { AdditionalData = names } },
                c => c.Headers.Add("If-Match", now.Json.GetProperty("@odata.etag").GetString()!)));
            await writing.SendAsync(cancellationToken);
            part.EnsureDone();
            step.Handled(changes);
            step.Learn(left => left.Board is null ? left : left with { Board = left.Board with { Labels = Named(left.Board.Labels, step, changes) } });
        });
    }

    private static Dictionary<int, string?> Named(IReadOnlyDictionary<int, string?> labels, ApplyStep step, List<Change> changes)
    {
        var named = labels.ToDictionary();
        foreach (var change in changes)
            named[int.Parse(change.Name, CultureInfo.InvariantCulture)] = Title(step, change);
        return named;
    }

    private static string Title(ApplyStep step, Change change) =>
        step.Target.Definition.Board.Labels.Single(label => label.Number.ToString(CultureInfo.InvariantCulture) == change.Name).Title;
}
