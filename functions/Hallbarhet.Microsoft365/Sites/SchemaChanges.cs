using Hallbarhet.Microsoft365.Http;
using Hallbarhet.Workspace.Planning;

namespace Hallbarhet.Microsoft365.Sites;

/// <summary>Everything of a round that Graph does and that does not wait for each other, in as few batches as possible.</summary>
internal static class SchemaChanges
{
    /// <summary>Internal names of the lists whose schema it touches.</summary>
    public static IEnumerable<string> Lists(ApplyStep step) => step.Changes.Where(change => change.Kind is ChangeKind.List or ChangeKind.Column or ChangeKind.Title)
        .Select(change => change.Kind == ChangeKind.List ? change.Name : change.Within);

    public static async Task ApplyAsync(ApplyStep step, CancellationToken cancellationToken)
    {
        var batches = new BatchLanes(step.Connection);
        List<(Change Change, BatchPart Part)> parts = [];
        ListChanges.Add(step, batches, parts);
        LibraryChanges.AddFolders(step, batches, parts);
        PageChanges.Add(step, batches, parts);
        BoardChanges.Add(step, batches, parts);
        await step.SendAsync(batches, parts, cancellationToken);
        ListChanges.Learn(step, parts);
        BoardChanges.Learn(step, parts);
        LibraryChanges.LearnFolders(step, parts);
    }
}
